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
    /// Elements and places of blocks, for a page.
    var outline: PageOutline

    let source: [UInt8]
    var frames: [BlockFrame]
    var pendingNumbers = 0
    var capture: Capture?
    var breaks = 0
    var inlineQuotes = 0
    var blockIsAllQuote = false
    var fixedHeadingLevel = 0
    var elements: [Opened] = []
    /// Number of open elements when text last arrived.
    var lastTextDepth = 0
    var hasTitle = false
    /// Open links to a place within the page.
    private var localLinks = 0
    /// Where the text of the outermost of them starts: an arrow that follows other text of a link is part of it.
    private var localLinkStart = 0
    /// The note at hand that stands within a line, and those that wait for the end of their block.
    var aside: Aside?
    var asides: [Aside] = []
    /// The sign of reference at hand.
    var mark: ReferenceMark?

    /// How an element was opened, to close it alike.
    enum Opened { case inline, link, localLink, control, frame, capture, quote, aside, mark }

    /// Text that goes somewhere else than into a block.
    struct Capture {
        let role: ElementRole
        let depth: Int
        var text: [UInt8] = []
    }

    /// An assembler over a decoded file.
    init(source: SourceText, isPage: Bool, hasProvisions: Bool = false) {
        builder = DocumentBuilder(source: source)
        outline = PageOutline(isPage: isPage)
        self.source = source.bytes
        frames = [BlockFrame(role: .block, context: BlockContext(provisionNumbers: hasProvisions ? [] : nil))]
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
        guard localLinks == 0 || builder.textCount > localLinkStart || !ArrowTest.isArrow(source[range]) else { return }
        guard mark == nil else { return noteMark(.verbatim(range)) }
        guard aside == nil else { return noteAside(.verbatim(range)) }
        prepareBlock(isBlank: isBlank(range))
        guard outline.isCounting else { return builder.append(verbatim: range) }
        let before = builder.textCount
        builder.append(verbatim: range)
        outline.count(builder.textCount - before)
    }

    mutating func standing(_ text: [UInt8], for range: Range<Int>) {
        guard !isSkipping else { return }
        if capture != nil {
            capture?.text += text
            return
        }
        guard localLinks == 0 || builder.textCount > localLinkStart || !ArrowTest.isArrow(text[...]) else { return }
        guard mark == nil else { return noteMark(.standing(text, range)) }
        guard aside == nil else { return noteAside(.standing(text, range)) }
        prepareBlock(isBlank: Self.isBlank(text))
        let before = builder.textCount
        builder.append(text, standingFor: range)
        if outline.isCounting { outline.count(builder.textCount - before) }
    }

    // MARK: Elements

    /// An element starts at `position`.
    mutating func start(_ role: ElementRole, facts: ElementFacts, at position: Int) {
        if capture != nil { return elements.append(.inline) }
        if mark != nil { return startInMark(facts) }
        if aside != nil { return startInAside(role, at: position) }
        switch role {
        case _ where role == .mark || role == .link && facts.leadsToNote:
            elements.append(.mark)
            mark = ReferenceMark(depth: elements.count, leadsToNote: facts.leadsToNote)
        case .inline:
            elements.append(.inline)
        case .link where facts.hasAddress:
            elements.append(facts.isLocal ? .localLink : .link)
            outline.links += 1
            if facts.isLocal {
                if localLinks == 0 { localLinkStart = builder.textCount }
                localLinks += 1
            }
        case .control:
            elements.append(.control)
            outline.controls += 1
        case .link, .metadata, .script:
            elements.append(.inline)
        case .unknown where builder.hasOpenText && lastTextDepth == elements.count:
            elements.append(.inline)
        case .title where hasTitle, .number where frames[frames.count - 1].role == .front:
            close()
            elements.append(.frame)
            push(.block, facts: facts)
        case .heading(0) where frames.contains { $0.role == .front }:
            // The title of an act; other headings there are its subject and the like.
            let isTitle = !hasTitle && frames[frames.count - 1].role == .front
            close()
            elements.append(.frame)
            push(isTitle ? .title : .block, facts: facts)
        case .heading(0) where frames[frames.count - 1].role == .table:
            close()
            elements.append(.frame)
            push(.caption, facts: facts)
        case .note where builder.hasOpenText:
            elements.append(.aside)
            aside = Aside(depth: elements.count)
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
        case .link: outline.links -= 1
        case .localLink:
            outline.links -= 1
            localLinks -= 1
        case .control: outline.controls -= 1
        case .quote: inlineQuotes -= 1
        case .aside: if let aside, aside.depth == elements.count + 1 { endAside() }
        case .mark: endMark()
        case .frame:
            close()
            pop()
        case .capture:
            if let capture, capture.depth == elements.count { finish(capture) }
        }
    }

    /// Closes the open block.
    mutating func close() {
        if blockIsAllQuote, builder.hasOpenText { builder.updateOpenBlock { $0.isQuoted = true } }
        blockIsAllQuote = false
        breaks = 0
        if builder.isOpen { outline.closePassage(isKept: builder.close() != nil) }
        if !asides.isEmpty { placeAsides() }
    }

    /// Closes what is open: a truncated file ends no elements.
    mutating func finish() {
        if let capture { finish(capture) }
        if aside != nil { endAside() }
        while !elements.isEmpty { end() }
        close()
    }
}
