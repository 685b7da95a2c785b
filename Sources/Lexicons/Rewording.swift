/// One way to reword a passage so that a rule falls silent, as a template.
///
/// Texts hold slots in braces: `{control}`, `{actor}`, `{value}`, `{counterweight}`, `{cue}` are words of the finding,
/// `{balance}` names the counterweights that are expected beside the value. A slot with a capital, `{Actor}`, begins a
/// sentence. A template whose slot is empty is passed over.
public struct Rewording: Sendable, Hashable {
    /// A piece of the passage that a finding knows.
    public enum Slot: String, Sendable, CaseIterable { case control, value, counterweight, cue }

    /// One change.
    public enum Step: Sendable, Hashable {
        /// A sentence after the end of the passage; only where the passage ends as a sentence does.
        case append(String)
        /// Words before the stop that ends the sentence of the finding.
        case clause(String)
        /// Other words for a slot; `beforeNoun` where the slot stands right before the word that it describes.
        case replace(Slot, with: String, beforeNoun: String?)
        /// Other words for the first of these that the sentence of the finding has.
        case swap([Swap])
    }

    /// Words and what takes their place.
    public struct Swap: Sendable, Hashable {
        /// Whole words, compared without regard to case.
        public let from: String
        /// What takes their place.
        public let to: String
    }

    /// How the control binds, by the names of the scoring profile; empty: however it does.
    public let modalities: [String]
    /// Controls that the template is for, by concept id; empty: whichever it is.
    public let controls: [String]
    /// Controls that the template does not mend, by concept id.
    public let exceptions: [String]
    /// Whether the template is only for passages without an asserted control, beside which it would be lip service.
    public let isForValuesAlone: Bool
    /// Changes, made one after another.
    public let steps: [Step]
}
