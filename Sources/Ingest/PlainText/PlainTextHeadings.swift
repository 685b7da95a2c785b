import TextModel

/// Headings and running text: what a paragraph without a mark is.
extension PlainTextAssembler {
    mutating func headingOrText(from index: Int) -> Int {
        if speaker != nil, speakers.endsTurn(lines[index].range) { speaker = nil }
        let found = paragraph(from: index, at: Int(lines[index].start))
        guard let last = found.lines.last else { return index + 1 }
        if found.lines.count == 1, headings.isContentsEntry(lines[index].range) {
            emit(found, .paragraph, isBoilerplate: true)
            return last + 1
        }
        if let underline = underlineLevel(after: last), found.lines.count <= 2 {
            emit(found, .heading, level: underline)
            endLists()
            return last + 2
        }
        if builder.count == 0, isTitle(found) {
            emit(found, .title)
            return last + 1
        }
        if builder.count == 0, let title = longTitle(found) {
            emit(title, .title)
            endLists()
            return (title.lines.last ?? last) + 1
        }
        if let level = headingLevel(of: found) {
            emit(found, .heading, level: level)
            endLists()
            return last + 1
        }
        return text(found)
    }

    /// The first line of a file is its title when it looks like a heading, even with a full stop at its end.
    private func isTitle(_ found: Paragraph) -> Bool {
        guard found.lines.count <= 3, let last = found.lines.last, lines[last].quoteDepth == 0 else { return false }
        guard found.lines.count == 1 || last + 1 == lines.count || lines[last + 1].isBlank else { return false }
        var end = Int(lines[last].end)
        if bytes[end - 1] == UInt8(ascii: "."), end - found.contentStart <= 100 { end -= 1 }
        return (headings.look(of: found.contentStart..<end) ?? .sentenceCase) >= .titleCase
    }

    /// The first lines of a file are its title, of whatever look, when they do not end like a sentence and stand apart: an
    /// empty line follows, or the first provision. Names of laws are long.
    private func longTitle(_ found: Paragraph) -> Paragraph? {
        guard !isMail, !isLaidOut, speaker == nil, var last = found.lines.last, lines[last].quoteDepth == 0 else {
            return nil
        }
        var title = found
        while title.lines.count <= Self.mostTitleLines {
            guard let next = finder.nextLine(after: last) else { return nil }
            let marker = markers.marker(in: lines[next.line].range, allowBare: bareNumbers.accepts(next.line))
            let range = title.contentStart..<Int(lines[last].end)
            guard headings.isWordingOfTitle(range) else { return nil }
            if case .enumerated = marker.kind { return title }
            if next.blanks > 0 { return title }
            guard marker.isNone, !next.hasFurniture, lines[next.line].quoteDepth == 0 else { return nil }
            title.lines.append(next.line)
            last = next.line
        }
        return nil
    }

    private static let mostTitleLines = 3

    mutating func text(from index: Int, at start: Int) -> Int { text(paragraph(from: index, at: start)) }

    mutating func text(_ found: Paragraph) -> Int {
        guard let first = found.lines.first, let last = found.lines.last else { return 0 }
        let isOpener = isMail && QuotedMail(bytes: bytes, words: words).endsInOpener(lines[last])
        let isIndented = !items.isEmpty && lines[first].indent > (items.last?.indent ?? 0) && !lines[first].isBlank
        if !isIndented { items.removeAll() }
        let kind: Block.Kind = isOpener ? .email : speaker == nil ? .paragraph : .speech
        // Text right below a provision, without a blank line, is the provision's own.
        let follows = lastIsProvision && first > 0 && !lines[first - 1].isBlank ? provisions.innermostBlock : nil
        emit(found, kind, parent: isIndented ? items.last?.block : follows, isQuoted: isOpener)
        return last + 1
    }

    private func underlineLevel(after index: Int) -> Int? {
        guard index + 1 < lines.count, !lines[index + 1].isBlank else { return nil }
        guard case .rule = markers.marker(in: lines[index + 1].range, allowBare: false).kind else { return nil }
        switch bytes[Int(lines[index + 1].start)] {
        case 0x3D: return 1
        case 0x2D where !bytes[lines[index + 1].range].contains(0x20): return 2
        default: return nil
        }
    }

    /// The level of a heading without number; `nil` for running text.
    private func headingLevel(of found: Paragraph) -> Int? {
        guard found.lines.count <= 3, let first = found.lines.first, let last = found.lines.last else { return nil }
        let range = found.contentStart..<Int(lines[last].end)
        guard lines[first].quoteDepth == 0, let look = headings.look(of: range) else { return nil }
        let isApart =
            first == 0 || lines[first - 1].isBlank || lines[first - 1].isFurniture || lines[first].startsPage
            || Letters.ending(of: lines[first - 1].range, in: bytes) != .open || lastIsHeading
        guard isApart, stem == nil || look == .capitals else { return nil }
        let next = finder.nextLine(after: last)
        switch look {
        case .capitals: return 1
        case .titleCase: return next == nil && builder.count > 0 ? nil : 2
        case .sentenceCase:
            guard found.lines.count == 1, let next, next.blanks > 0 else { return nil }
            let following = lines[next.line]
            guard Int(following.width) > 60 || Letters.ending(of: following.range, in: bytes) == .sentence else {
                return nil
            }
            return range.count <= 70 && items.isEmpty ? 3 : nil
        }
    }
}
