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

    /// Whether a strategy names a measure as one of its actions, by a verb that opens the sentence and has no subject: "block
    /// access to foreign sites", "introduce a duty to register".
    func isPlanItem(_ candidate: Candidate) -> Bool {
        guard reading.kind == .strategy, candidate.entry.act != .conduct,
            ![.title, .heading].contains(reading.document.blocks[candidate.block].kind)
        else { return false }
        let words = reading.tokens.tokens(of: candidate.sentence)
        let opening = words.lowerBound...candidate.tokens.lowerBound
        return candidate.tokens.lowerBound - words.lowerBound <= Self.longestAction
            && !opening.contains { reading.tokens.breakBefore[$0] >= .comma && $0 > words.lowerBound }
            && !(words.lowerBound..<candidate.tokens.upperBound + 1).contains {
                words.contains($0) && reading.traits($0).contains(.auxiliary)
            }
            && !reading.cues[candidate.sentence].contains { $0.role == .definition }
            && reading.nouns(of: candidate.sentence).contains {
                $0.tokens.lowerBound == words.lowerBound && Self.actions.contains(NounClass.allCases[$0.noun])
            }
    }

    private static let actions: [NounClass] = [.bar, .erase, .halt, .watch, .compel, .run, .keep, .verify, .give]

    /// So many words stand between the verb of an action and its measure: "introduce a national".
    private static let longestAction = 3

    /// Whether a sentence takes a safeguard away before it names a measure, which it says by that to be taken: "no warrant is
    /// needed for the interception of calls".
    func isFreed(_ candidate: Candidate) -> Bool {
        let first = reading.tokens.tokens(of: candidate.sentence).lowerBound
        return isOperative && !reading.traits(first).contains(.clauseOpener)
            && reading.cues[candidate.sentence].contains {
                $0.role == .removal && $0.tokens.upperBound <= candidate.tokens.lowerBound
                    && $0.tokens.distance(to: candidate.tokens) <= Self.longestAction
            }
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
