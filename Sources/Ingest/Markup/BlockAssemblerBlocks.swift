import TextModel

/// When a block opens, and what it is.
extension BlockAssembler {
    /// Opens a block when text arrives and none is open.
    mutating func prepareBlock(isBlank: Bool) {
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
            isQuoted: context.isQuoted, boilerplate: context.boilerplate)
        if context.language != nil || context.provisionNumbers != nil {
            builder.updateOpenBlock {
                $0.language = context.language
                $0.provisionNumbers = context.provisionNumbers
            }
        }
        outline.openPassage()
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
        guard var joined = numbers.first else { return nil }
        // A file that keeps bare numbers has "2" and "a" where "2(a)" is printed.
        for number in numbers.dropFirst() {
            joined += number.utf8.allSatisfy(ProvisionNumber.isAlphanumeric) ? "(\(number))" : " \(number)"
        }
        return joined
    }

    mutating func lineBreak(at position: Int) {
        breaks += 1
        if breaks > 1, builder.hasOpenText {
            close()
        } else {
            builder.appendSpace(standingFor: position..<position)
        }
    }

    mutating func finish(_ capture: Capture) {
        self.capture = nil
        let words = capture.text.split { $0 <= 0x20 }
        guard !words.isEmpty else { return }
        var text = String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
        let top = frames.count - 1
        switch capture.role {
        case .number:
            if frames[top].pendingNumber == nil { pendingNumbers += 1 }
            frames[top].pendingNumber = frames[top].pendingNumber.map { "\($0) \(text)" } ?? text
            if frames[top].role == .provision, !frames[top].context.isForeign {
                frames[top].context.provisionNumbers?.append(text)
            }
        case .speaker:
            while let last = text.last, last == ":" || last == "." || last.isWhitespace { text.removeLast() }
            frames[top].context.speaker = text
        default:
            if builder.title == nil { builder.title = text }
        }
    }

    func isBlank(_ range: Range<Int>) -> Bool {
        DocumentBuilder.spaceEnd(in: source.span, from: range.lowerBound, before: range.upperBound) == range.upperBound
    }

    static func isBlank(_ text: [UInt8]) -> Bool {
        DocumentBuilder.spaceEnd(in: text.span, from: 0, before: text.count) == text.count
    }
}
