internal import Lexicons
internal import TextModel

/// Controls in the items of a statute whose stem is not at hand.
extension ControlStance {
    /// Whether a control stands in an item of a statute whose stem is not at hand: "(iii) the stopping and delaying of
    /// messages; and". What it hangs on orders or allows it more often than not.
    func isLooseItem(_ candidate: Candidate) -> Bool {
        guard candidate.entry.act != .conduct, reading.document.stems(of: candidate.block).isEmpty,
            let first = item(of: candidate)?.first,
            !reading.cues[candidate.sentence].contains(where: { $0.role == .definition })
        else { return false }
        return !reading.tokens.isCapitalised[first]
    }

    /// Whether a control stands in an item of a statute that begins with an infinitive, as lists of duties and powers do:
    /// "4. To open letters", "5. Not to send ciphers". What the list opens with may say so in a noun, or not be at hand.
    func isInfinitiveItem(_ candidate: Candidate) -> Bool {
        item(of: candidate)?.prefix(2).contains {
            reading.traits($0).contains(.infinitiveMarker)
        } ?? false
    }

    /// Whether a control opens an item of a statute whose stem is not at hand: "b. Monitor all letters".
    func opensLooseItem(_ candidate: Candidate) -> Bool {
        guard candidate.entry.act != .conduct, reading.document.stems(of: candidate.block).isEmpty,
            let words = item(of: candidate),
            !reading.cues[candidate.sentence].contains(where: { $0.role == .definition || $0.role == .negation })
        else { return false }
        // The label may be a word of the sentence or not.
        return candidate.tokens.lowerBound <= words.lowerBound
    }

    /// The words after the label of the item of a statute that begins with the sentence of a control: "(iii)", "4.", "10)";
    /// `nil` elsewhere.
    private func item(of candidate: Candidate) -> Range<Int>? {
        let block = reading.document.blocks[candidate.block]
        guard reading.kind == .statute, candidate.sentence == reading.tokens.sentences(of: candidate.block).lowerBound
        else { return nil }
        let words = reading.tokens.tokens(of: candidate.sentence)
        let text = reading.document.text
        let end = reading.tokens.span(of: words.lowerBound..<words.lowerBound + 1).end
        let isLabelled =
            text[block.span.start] == UInt8(ascii: "(")
            || end < text.count && Self.labelEnds.contains(text[end]) && end - block.span.start <= Self.longestLabel
        if isLabelled { return words.dropFirst() }
        return block.kind == .listItem || block.number != nil ? words : nil
    }

    /// What follows the number or letter of an item.
    private static let labelEnds: [UInt8] = [UInt8(ascii: ")"), UInt8(ascii: ".")]

    /// So many bytes make a label: "xviii".
    private static let longestLabel = 5
}
