import TextModel

/// Labels of speakers that authors typed before paragraphs, in formats that know nothing of turns: a page or an office
/// document whose paragraphs begin with "Ms Berg (North):", in bold or not, is a transcript like a plain text that does so.
struct TypedSpeakers {
    /// Takes the labels off and makes speech of what is said. Linear in the text.
    func resolve(_ document: inout Document) {
        guard !document.blocks.contains(where: { $0.speaker != nil || $0.kind == .speech }) else { return }
        var lines: [TextLine] = []
        var bold: Set<Int> = []
        let isPage = document.format == InputFormat.html.rawValue
        for index in document.blocks.indices where Self.mayBeTurn(document.blocks[index]) {
            let span = document.blocks[index].span
            let (start, end) = (Int32(span.start), Int32(span.end))
            if isPage, beginsBold(span, document) { bold.insert(span.start) }
            lines.append(TextLine(start: start, end: end, width: end - start, indent: 0))
            lines.append(TextLine(start: end, end: end, width: 0, indent: 0))
        }
        let turns = SpeakerTurns(lines: lines, bytes: document.text, boldStarts: bold, needsFullNames: true)
        guard turns.areFound else { return }
        var speaker: String?
        for index in document.blocks.indices where !document.blocks[index].isBoilerplate {
            let block = document.blocks[index]
            if Self.mayBeTurn(block) {
                if let turn = turns.turn(in: block.span.range) {
                    speaker = document.string(TextSpan(turn.name.lowerBound, turn.name.upperBound))
                    if turn.contentStart < block.span.end {
                        let span = TextSpan(turn.contentStart, block.span.end)
                        document.blocks[index].span = span
                        document.blocks[index].source = document.sourceSpan(of: span)
                    } else {
                        document.blocks[index].boilerplate = .byline
                    }
                } else if turns.endsTurn(block.span.range) {
                    speaker = nil
                }
            }
            switch block.kind {
            case .paragraph:
                document.blocks[index].speaker = speaker
                if speaker != nil { document.blocks[index].kind = .speech }
            case .listItem, .provision, .quote: document.blocks[index].speaker = speaker
            default: break
            }
        }
    }

    private static func mayBeTurn(_ block: Block) -> Bool {
        block.kind == .paragraph && block.number == nil && !block.isQuoted && !block.isBoilerplate
            && block.span.count > 0
    }

    /// Whether the tag right before the text of a block says that it is bold.
    private func beginsBold(_ span: TextSpan, _ document: Document) -> Bool {
        let bytes = document.source.bytes
        var end = document.map.source(of: span).lowerBound
        while end > 0, bytes[end - 1] <= 0x20 { end -= 1 }
        guard end > 0, bytes[end - 1] == UInt8(ascii: ">") else { return false }
        guard let start = bytes[..<end].suffix(Self.longestTag).lastIndex(of: UInt8(ascii: "<")) else { return false }
        let name = bytes[(start + 1)..<end].prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
        return name.span.equalsFolded("b") || name.span.equalsFolded("strong")
    }

    private static let longestTag = 200
}
