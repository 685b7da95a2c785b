/// Signs above the line: what only leads to a note is no text, and "10<sup>2</sup>" is.
extension BlockAssembler {
    /// A sign above the line, or a link to a note.
    struct ReferenceMark {
        /// Number of elements that were open when its own had opened.
        let depth: Int
        /// Whether it is a link to a note, or has one within.
        var leadsToNote: Bool
        var pieces: [Aside.Piece] = []
    }

    mutating func noteMark(_ piece: Aside.Piece) { mark?.pieces.append(piece) }

    mutating func startInMark(_ facts: ElementFacts) {
        elements.append(.inline)
        if facts.leadsToNote { mark?.leadsToNote = true }
    }

    /// Leaves a mark out, or reads on with what turned out to be text.
    mutating func endMark() {
        guard let ended = mark else { return }
        mark = nil
        guard !isReference(ended) else { return }
        for piece in ended.pieces {
            switch piece {
            case .verbatim(let range): verbatim(range)
            case .standing(let text, let range): standing(text, for: range)
            case .space, .end: break
            }
        }
    }

    private func isReference(_ mark: ReferenceMark) -> Bool {
        var text: [UInt8] = []
        for piece in mark.pieces {
            switch piece {
            case .verbatim(let range): text += source[range]
            case .standing(let piece, _): text += piece
            case .space, .end: break
            }
        }
        let sign = String(decoding: text, as: UTF8.self).filter { !$0.isWhitespace && !"()[],".contains($0) }
        let isNumber = sign.allSatisfy { $0.isASCII && $0.isNumber } && sign.count <= 4
        if mark.leadsToNote { return isNumber || sign.count <= 3 || !sign.contains(where: \.isLetter) }
        // After a digit, a number is a power, or one that was put between two of a law.
        return isNumber ? !builder.endsInDigit : sign.allSatisfy { "*†‡§¶".contains($0) }
    }
}

/// Arrows that lead back from a footnote to its sign.
enum ArrowTest {
    private static let arrows: Set<Unicode.Scalar> = ["↩", "↪", "↑", "⤴", "↵", "⏎", "⮌", "⬆", "⇧", "⇑", "^"]

    /// Whether a text is nothing else.
    static func isArrow(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.count <= 20 else { return false }
        // A selector says in which of two looks the arrow is shown.
        let scalars = String(decoding: text, as: UTF8.self).unicodeScalars.filter {
            !$0.properties.isWhitespace && $0.value != 0xFE0E && $0.value != 0xFE0F
        }
        return !scalars.isEmpty && scalars.allSatisfy(arrows.contains)
    }
}
