/// One way to reword a passage so that a rule falls silent, as a template.
///
/// Texts hold slots in braces: `{control}`, `{actor}`, `{value}`, `{counterweight}`, `{cue}` are words of the finding,
/// `{balance}` names the counterweights that are expected beside the value, and `{next}` is the word after the replaced
/// one. A slot with a capital, `{Actor}`, begins a sentence. A template whose slot is empty is passed over.
public struct Rewording: Sendable, Hashable {
    /// A piece of the passage that a finding knows.
    public enum Slot: String, Sendable, CaseIterable { case control, value, counterweight, cue }

    /// One change.
    public enum Step: Sendable, Hashable {
        /// A sentence after the end of the passage; only where the passage ends as a sentence does.
        case append(String)
        /// Words before the stop that ends the sentence of the finding.
        case clause(String)
        /// Other words for a slot that stands in such a place.
        case replace(Slot, with: String, Place)
        /// Other words for the first of these that the sentence of the finding has.
        case swap([Swap])
    }

    /// Where the words of a slot must stand for a template to read well in their stead. Words are compared without
    /// regard to case.
    public struct Place: Sendable, Hashable {
        /// First words of the slot that stay as they are: "safeguard" of "safeguard public order".
        public let keeping: [String]
        /// Words of which one must stand before it; empty: any.
        public let after: [String]
        /// Words of which one must stand after it; empty: any.
        public let before: [String]
    }

    /// Words and what takes their place.
    public struct Swap: Sendable, Hashable {
        /// Whole words, compared without regard to case.
        public let from: String
        /// What takes their place.
        public let to: String
    }

    /// The findings that it is for.
    public let applicability: Applicability
    /// Words of which the sentence must have one; empty: any.
    public let having: [String]
    /// Words of which the sentence may have none.
    public let lacking: [String]
    /// Whether the template is only for passages without an asserted control, beside which it would be lip service.
    public let isForValuesAlone: Bool
    /// Changes, made one after another.
    public let steps: [Step]
}
