import TextModel

/// What each element means for the blocks within.
extension BlockAssembler {
    mutating func push(_ role: ElementRole, facts: ElementFacts) {
        let index = frames.count
        let top = index - 1
        var frame = BlockFrame(role: role, context: frames[top].context, lastBlock: frames[top].lastBlock)
        // What the outermost elements declare is the language of the document.
        if let language = facts.language, index > 1, role != .wholePage { frame.context.language = language }
        switch role {
        case .section, .annex:
            frame.context.sectionDepth += 1
            frame.lastBlock = nil
            frame.headings = builder.headings
            if role == .annex || facts.isAnnex { leaveText(&frame.context) }
        case .heading, .marginalHeading, .title:
            frame.context.kind = role == .title ? .title : .heading
            frame.context.level =
                role == .title ? 0 : headingLevel(role, facts: facts, depth: frames[top].context.sectionDepth)
            frame.context.owner = nil
            frame.context.list = nil
        case .list, .numberedList:
            frame.stem = stem(before: frames[top])
            if role == .numberedList { frame.numbering = ListNumbering(facts) }
            frame.context.listDepth += 1
            frame.context.list = index
        case .item, .provision:
            if role == .item {
                frame.context.listDepth = max(1, frame.context.listDepth)
                if let list = frames[top].context.list,
                    let number = frames[list].numbering?.number(value: facts.listStart)
                {
                    frame.pendingNumber = number
                    pendingNumbers += 1
                }
            } else {
                frame.context.provisionDepth += 1
                frame.headings = builder.headings
            }
            frame.context.sectionDepth += role == .provision ? 1 : 0
            frame.stem = frames[top].context.list.flatMap { frames[$0].stem } ?? stem(above: frames[top].context)
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
            leaveText(&frame.context)
        case .code: frame.context.kind = .code
        case .note, .caption, .figureCaption:
            frame.context.kind = role == .note ? .note : .caption
            frame.context.owner = nil
            frame.lastBlock = nil
        case .speech:
            frame.context.kind = .speech
            frame.context.speaker = facts.speaker ?? frame.context.speaker
        case .boilerplate(let reason) where !outline.isPage: frame.context.boilerplate = reason
        default: break
        }
        frames.append(frame)
        outline.enter(
            word: Self.word(role, facts: facts), isMain: role == .main || facts.isMain, isHeadline: facts.isHeadline)
    }

    /// What the element says about itself: by its name, or else by its role, class and id.
    private static func word(_ role: ElementRole, facts: ElementFacts) -> UInt16 {
        switch role {
        case .main, .wholePage, .heading, .cell: 0
        case .boilerplate(let reason): RegionWords.word(for: reason)
        case .figureCaption: RegionWords.word(for: .caption)
        default: facts.isMain ? 0 : facts.word
        }
    }

    /// The innermost quotation turns out to be the author's own words.
    mutating func unquote() {
        guard let quote = frames.lastIndex(where: { $0.role == .quote }), quote > 0 else { return }
        let around = frames[quote - 1].context
        for index in quote..<frames.count {
            frames[index].context.isQuoted = around.isQuoted
            frames[index].context.kind = around.kind
        }
    }

    mutating func pop() {
        guard frames.count > 1, let frame = frames.popLast() else { return }
        outline.leave()
        let top = frames.count - 1
        if frame.pendingNumber != nil { pendingNumbers -= 1 }
        guard frame.isTouched else { return }
        frames[top].isTouched = true
        if let headings = frame.headings { builder.headings = headings }
        switch frame.role {
        case .list, .numberedList, .note, .caption, .figureCaption: break
        case .heading, .marginalHeading, .title: frames[top].lastBlock = nil
        default: frames[top].lastBlock = frame.lastBlock
        }
    }

    /// What stands within belongs to another text, or is numbered anew.
    private func leaveText(_ context: inout BlockContext) {
        guard context.provisionNumbers != nil else { return }
        context.provisionNumbers = []
        context.isForeign = true
    }

    /// The block that a list belongs to: the item around it, or the block before it unless that is a finished sentence.
    private func stem(before list: BlockFrame) -> Int? {
        guard let last = list.lastBlock else { return stem(above: list.context) }
        let isOwner = list.context.owner.map { frames[$0].ownBlock == last } ?? false
        return isOwner || !builder.endsSentence(last) ? last : stem(above: list.context)
    }

    func stem(above context: BlockContext) -> Int? {
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
