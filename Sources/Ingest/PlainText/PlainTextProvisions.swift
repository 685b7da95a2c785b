import TextModel

/// Items and numbered provisions.
extension PlainTextAssembler {
    mutating func item(from index: Int, at start: Int) -> Int {
        let line = lines[index]
        let (first, content) = contentLine(from: index, at: start)
        guard let first else { return index + 1 }
        // The last byte tells bullets of several bytes apart.
        let bullet =
            bytes[Int(line.start)] < 0x80 ? bytes[Int(line.start)] : bytes[min(Int(line.start) + 2, Int(line.end) - 1)]
        let indent = Int(line.indent)
        while let last = items.last, last.indent > indent { items.removeLast() }
        if let last = items.last, last.indent == indent, last.bullet != bullet,
            let known = items.firstIndex(where: { $0.bullet == bullet })
        {
            items.removeLast(items.count - known - 1)
        }
        let isSibling = items.last.map { $0.indent == indent && $0.bullet == bullet } ?? false
        let parent = isSibling ? items.last?.stem : items.last?.block ?? stem ?? provisions.innermostBlock
        if isSibling { items.removeLast() }
        let found = paragraph(from: first, at: content)
        let block = emit(found, .listItem, level: items.count + 1, parent: parent)
        items.append((indent, bullet, block, parent))
        return (found.lines.last ?? index) + 1
    }

    mutating func provision(_ all: [Enumerator], from index: Int, at start: Int) -> Int {
        guard let first = all.first, let last = all.last else { return index + 1 }
        let number = first.range.lowerBound..<last.range.upperBound
        if start >= Int(lines[index].end) { return loneNumber(all, number: number, at: index) }
        let found = paragraph(from: index, at: start)
        let end = found.lines.last ?? index
        if headings.isContentsEntry(start..<Int(lines[end].end)) {
            emit(found, .paragraph, number: number, isBoilerplate: true)
            return end + 1
        }
        if all.count == 1, let level = numberedHeadingLevel(first, found) {
            emit(found, .heading, number: number, level: level)
            endLists()
            return end + 1
        }
        emitProvision(all, found, number: number)
        return end + 1
    }

    private mutating func emitProvision(_ all: [Enumerator], _ found: Paragraph, number: Range<Int>) {
        items.removeAll()
        let place = provisions.enter(all, block: builder.count, stem: stem)
        emit(found, .provision, number: number, level: place.level, parent: place.parent)
    }

    /// A number alone on its line belongs to the next paragraph: to its heading, or to its text.
    private mutating func loneNumber(_ all: [Enumerator], number: Range<Int>, at index: Int) -> Int {
        let next = finder.nextLine(after: index)
        if let next, next.blanks <= 2, lines[next.line].quoteDepth == lines[index].quoteDepth {
            let marker = markers.marker(in: lines[next.line].range, allowBare: false)
            let found = paragraph(from: next.line, at: Int(lines[next.line].start))
            let end = found.lines.last ?? next.line
            if case .keyword(let level) = all[0].style {
                if marker.isNone, headings.look(of: found.contentStart..<Int(lines[end].end)) != nil {
                    emit(found, .heading, number: number, level: level)
                    endLists()
                    return end + 1
                }
            } else if marker.isNone {
                return provisionAfterLoneNumber(all, found, number: number)
            } else if case .enumerated(let more) = marker.kind, more[0].style == .brackets,
                marker.contentStart < Int(lines[next.line].end)
            {
                let inner = paragraph(from: next.line, at: marker.contentStart)
                emitProvision(all + more, inner, number: number)
                return (inner.lines.last ?? next.line) + 1
            }
        }
        let found = Paragraph(lines: [index], contentStart: Int(lines[index].start))
        if case .keyword(let level) = all[0].style {
            emit(found, .heading, level: level)
            endLists()
        } else {
            emit(found, .paragraph)
        }
        return index + 1
    }

    private mutating func provisionAfterLoneNumber(_ all: [Enumerator], _ found: Paragraph, number: Range<Int>) -> Int {
        let end = found.lines.last ?? 0
        if headings.isContentsEntry(found.contentStart..<Int(lines[end].end)) {
            emit(found, .paragraph, number: number, isBoilerplate: true)
        } else if all.count == 1, let level = numberedHeadingLevel(all[0], found) {
            emit(found, .heading, number: number, level: level)
            endLists()
        } else {
            emitProvision(all, found, number: number)
        }
        return end + 1
    }

    /// The level of a numbered heading; `nil` when the numbered text is a provision or an item.
    private func numberedHeadingLevel(_ enumerator: Enumerator, _ found: Paragraph) -> Int? {
        guard found.lines.count <= 2, let first = found.lines.first, let last = found.lines.last else { return nil }
        guard let look = headings.look(of: found.contentStart..<Int(lines[last].end)) else { return nil }
        if case .keyword(let level) = enumerator.style { return level }
        guard case .decimal(let depth) = enumerator.readings[0].base else {
            let isRomanOrLetter =
                enumerator.style == .dot && look >= .titleCase && enumerator.readings[0].base != .lowerLetter
            return isRomanOrLetter && isFollowedByParagraph(last) ? 1 : nil
        }
        guard enumerator.style != .brackets else { return nil }
        guard depth > 1 || isFollowedByParagraph(last) || look == .capitals else { return nil }
        guard look >= .titleCase || (found.lines.count == 1 && lines[first].width <= 80) else { return nil }
        return min(6, depth)
    }

    /// Whether text follows, and not the next number: then the line is a heading and not an item.
    private func isFollowedByParagraph(_ index: Int) -> Bool {
        guard let next = finder.nextLine(after: index) else { return false }
        let following = lines[next.line]
        let isSentence = Letters.ending(of: following.range, in: bytes) == .sentence
        guard next.blanks > 0 || following.width > 60 || isSentence else { return false }
        switch markers.marker(in: lines[next.line].range, allowBare: bareNumbers.accepts(next.line)).kind {
        case .none, .bullet: return true
        case .enumerated(let all):
            if case .decimal(let depth) = all[0].readings[0].base { return depth > 1 || all[0].style == .brackets }
            return all[0].style == .brackets
        default: return false
        }
    }

    /// The line where the text of a marker stands: the marker's own, or the next when the marker is alone.
    private func contentLine(from index: Int, at start: Int) -> (Int?, Int) {
        if start < Int(lines[index].end) { return (index, start) }
        guard let next = finder.nextLine(after: index), next.blanks <= 2 else { return (nil, start) }
        guard markers.marker(in: lines[next.line].range, allowBare: false).isNone else { return (nil, start) }
        return (next.line, Int(lines[next.line].start))
    }
}
