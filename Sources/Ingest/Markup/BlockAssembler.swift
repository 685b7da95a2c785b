import TextModel

/// Cuts the text of a markup file into blocks, by the roles of its elements.
///
/// A block opens when text arrives, not when an element starts: what an element means for its first block is settled by
/// then, and elements without text leave no trace.
struct BlockAssembler: TextSink {
    /// The document so far.
    var builder: DocumentBuilder
    /// Whether text is within an element that is left out.
    var isSkipping = false
    /// Forms, as ranges of blocks: whether one is boilerplate is known only in the end.
    private(set) var forms: [Range<Int>] = []

    private let source: [UInt8]
    private var frames: [BlockFrame]
    private var pendingNumbers = 0
    private var capture: Capture?
    private var breaks = 0
    private var inlineQuotes = 0
    private var blockIsAllQuote = false
    private var fixedHeadingLevel = 0
    private var elements: [Opened] = []
    /// Number of open elements when text last arrived.
    private var lastTextDepth = 0
    private var hasTitle = false

    /// How an element was opened, to close it alike.
    private enum Opened { case inline, frame, capture, quote }

    /// Text that goes somewhere else than into a block.
    private struct Capture {
        let role: ElementRole
        let depth: Int
        var text: [UInt8] = []
    }

    /// An assembler over a decoded file.
    init(source: SourceText) {
        builder = DocumentBuilder(source: source)
        self.source = source.bytes
        frames = [BlockFrame(role: .block, context: BlockContext())]
    }

    /// Number of elements that are open.
    var depth: Int { elements.count }

    // MARK: Text

    mutating func verbatim(_ range: Range<Int>) {
        guard !isSkipping else { return }
        if capture != nil {
            capture?.text += source[range]
            return
        }
        prepareBlock(isBlank: isBlank(range))
        builder.append(verbatim: range)
    }

    mutating func standing(_ text: [UInt8], for range: Range<Int>) {
        guard !isSkipping else { return }
        if capture != nil {
            capture?.text += text
            return
        }
        prepareBlock(isBlank: Self.isBlank(text))
        builder.append(text, standingFor: range)
    }

    // MARK: Elements

    /// An element starts at `position`.
    mutating func start(_ role: ElementRole, facts: ElementFacts, at position: Int) {
        if capture != nil { return elements.append(.inline) }
        switch role {
        case .inline:
            elements.append(.inline)
        case .unknown where builder.hasOpenText && lastTextDepth == elements.count:
            elements.append(.inline)
        case .title where hasTitle:
            close()
            elements.append(.frame)
            push(.block, facts: facts)
        case .lineBreak:
            elements.append(.inline)
            lineBreak(at: position)
        case .inlineQuote:
            elements.append(.quote)
            if !builder.hasOpenText { blockIsAllQuote = true }
            inlineQuotes += 1
        case .number where builder.hasOpenText:
            elements.append(.inline)
        case .number, .speaker, .metadataTitle:
            if role != .metadataTitle { close() }
            capture = Capture(role: role, depth: elements.count)
            elements.append(.capture)
        default:
            close()
            elements.append(.frame)
            push(role, facts: facts)
        }
    }

    /// The innermost element ends.
    mutating func end() {
        guard let opened = elements.popLast() else { return }
        switch opened {
        case .inline: break
        case .quote: inlineQuotes -= 1
        case .frame:
            close()
            pop()
        case .capture:
            if let capture, capture.depth == elements.count { finish(capture) }
        }
    }

    /// Closes the open block.
    mutating func close() {
        if builder.hasOpenText, blockIsAllQuote { builder.updateOpenBlock { $0.isQuoted = true } }
        blockIsAllQuote = false
        breaks = 0
        builder.close()
    }

    /// Closes what is open: a truncated file ends no elements.
    mutating func finish() {
        if let capture { finish(capture) }
        while !elements.isEmpty { end() }
        close()
    }
}

// MARK: Frames

extension BlockAssembler {
    private mutating func push(_ role: ElementRole, facts: ElementFacts) {
        let top = frames[frames.count - 1]
        var frame = BlockFrame(role: role, context: top.context)
        frame.firstBlock = builder.count
        frame.lastBlock = top.lastBlock
        let index = frames.count
        if facts.isLandmark { frame.context.isBoilerplate = true }
        switch role {
        case .section:
            frame.context.sectionDepth += 1
            frame.lastBlock = nil
        case .heading, .marginalHeading, .title:
            frame.context.kind = role == .title ? .title : .heading
            frame.context.level = role == .title ? 0 : headingLevel(role, facts: facts, depth: top.context.sectionDepth)
            frame.context.owner = nil
            frame.context.list = nil
        case .list:
            frame.stem = top.lastBlock ?? stem(above: top.context)
            frame.context.listDepth += 1
            frame.context.list = index
        case .item, .provision:
            if role == .item { frame.context.listDepth = max(1, frame.context.listDepth) } else { frame.context.provisionDepth += 1 }
            frame.context.sectionDepth += role == .provision ? 1 : 0
            frame.stem = top.context.list.flatMap { frames[$0].stem } ?? stem(above: top.context)
            frame.context.owner = index
            frame.context.list = nil
            frame.lastBlock = nil
        case .table, .cell:
            frame.context.kind = .tableCell
            frame.context.owner = nil
            frame.lastBlock = nil
        case .quote:
            frame.context.isQuoted = true
            frame.context.kind = frame.context.kind == .paragraph ? .quote : frame.context.kind
        case .code: frame.context.kind = .code
        case .note, .caption:
            frame.context.kind = role == .note ? .note : .caption
            frame.context.owner = nil
            frame.lastBlock = nil
        case .speech:
            frame.context.kind = .speech
            frame.context.speaker = facts.speaker ?? frame.context.speaker
        case .boilerplate: frame.context.isBoilerplate = true
        default: break
        }
        frames.append(frame)
    }

    private mutating func pop() {
        guard frames.count > 1, let frame = frames.popLast() else { return }
        let top = frames.count - 1
        if frame.pendingNumber != nil { pendingNumbers -= 1 }
        if frame.role == .form { forms.append(frame.firstBlock..<builder.count) }
        guard frame.isTouched else { return }
        frames[top].isTouched = true
        switch frame.role {
        case .list, .note, .caption: break
        case .heading, .marginalHeading, .title: frames[top].lastBlock = nil
        default: frames[top].lastBlock = frame.lastBlock
        }
    }

    private func stem(above context: BlockContext) -> Int? {
        context.owner.flatMap { frames[$0].ownBlock ?? frames[$0].stem }
    }

    private mutating func headingLevel(_ role: ElementRole, facts: ElementFacts, depth: Int) -> Int {
        if case .heading(let fixed) = role, fixed > 0 { return fixed }
        if role == .marginalHeading { return min(6, fixedHeadingLevel + max(1, depth)) }
        if let level = facts.level {
            fixedHeadingLevel = min(6, max(1, level))
            return fixedHeadingLevel
        }
        return min(6, max(1, depth))
    }
}

// MARK: Blocks

extension BlockAssembler {
    /// Opens a block when text arrives and none is open.
    private mutating func prepareBlock(isBlank: Bool) {
        guard !isBlank else { return }
        breaks = 0
        lastTextDepth = elements.count
        if inlineQuotes == 0 { blockIsAllQuote = false }
        if !builder.isOpen { open() }
    }

    private mutating func open() {
        let allQuote = blockIsAllQuote
        let top = frames.count - 1
        let context = frames[top].context
        let index = builder.count
        var kind = context.kind
        var level = context.level
        var parent = context.list.flatMap { frames[$0].stem }
        var number: String?
        if let owner = context.owner, kind != .code {
            let isProvision = frames[owner].role == .provision
            if let own = frames[owner].ownBlock {
                kind = isProvision ? .provision : kind
                level = isProvision ? context.provisionDepth : 0
                parent = own
                number = takeNumbers()
            } else {
                kind = isProvision ? .provision : .listItem
                level = isProvision ? context.provisionDepth : context.listDepth
                parent = frames[owner].stem
                number = takeNumbers() ?? frames[owner].headingNumber
                frames[owner].ownBlock = index
            }
        } else {
            number = takeNumbers(forHeading: kind == .heading)
            if kind == .heading || kind == .title { parent = nil }
        }
        if let list = context.list, context.owner.map({ $0 < list }) ?? true { frames[list].stem = index }
        frames[top].isTouched = true
        frames[top].lastBlock = index
        if kind == .title { hasTitle = true }
        builder.open(
            kind, number: number, level: level, parent: parent, speaker: context.speaker,
            isQuoted: context.isQuoted, isBoilerplate: context.isBoilerplate)
        blockIsAllQuote = allQuote
    }

    /// The numbers that wait for a block, outermost first: a provision without text of its own lends its number to the
    /// first one within.
    private mutating func takeNumbers(forHeading: Bool = false) -> String? {
        guard pendingNumbers > 0 else { return nil }
        var numbers: [String] = []
        for index in frames.indices {
            guard let number = frames[index].pendingNumber else { continue }
            numbers.append(number)
            frames[index].pendingNumber = nil
            if forHeading { frames[index].headingNumber = number }
        }
        pendingNumbers = 0
        return numbers.isEmpty ? nil : numbers.joined(separator: " ")
    }

    private mutating func lineBreak(at position: Int) {
        breaks += 1
        if breaks > 1, builder.hasOpenText {
            close()
        } else {
            builder.appendSpace(standingFor: position..<position)
        }
    }

    private mutating func finish(_ capture: Capture) {
        self.capture = nil
        let words = capture.text.split { $0 <= 0x20 }
        guard !words.isEmpty else { return }
        var text = String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
        let top = frames.count - 1
        switch capture.role {
        case .number:
            if frames[top].pendingNumber == nil { pendingNumbers += 1 }
            frames[top].pendingNumber = frames[top].pendingNumber.map { "\($0) \(text)" } ?? text
        case .speaker:
            while let last = text.last, last == ":" || last == "." || last.isWhitespace { text.removeLast() }
            frames[top].context.speaker = text
        default:
            if builder.title == nil { builder.title = text }
        }
    }

    private func isBlank(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            let length = DocumentBuilder.whiteSpace(in: source, at: index, before: range.upperBound)
            guard length > 0 else { return false }
            index += length
        }
        return true
    }

    private static func isBlank(_ text: [UInt8]) -> Bool {
        var index = 0
        while index < text.count {
            let length = DocumentBuilder.whiteSpace(in: text, at: index, before: text.count)
            guard length > 0 else { return false }
            index += length
        }
        return true
    }
}
