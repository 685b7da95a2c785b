public import TextModel

/// A passage with its context and the judgement of a careful reader.
public struct GoldPassage: Sendable {
    /// A protective value that the reader saw, with its isolation grade.
    public struct Value: Sendable, Hashable {
        /// The words.
        public let phrase: String
        /// 0 to 5.
        public let grade: Int

        /// Makes a value.
        public init(phrase: String, grade: Int) {
            self.phrase = phrase
            self.grade = grade
        }
    }

    /// A control that the reader saw.
    public struct Control: Sendable, Hashable {
        /// The words.
        public let phrase: String
        /// What the author does with it.
        public let stance: Stance

        /// Makes a control.
        public init(phrase: String, stance: Stance) {
            self.phrase = phrase
            self.stance = stance
        }
    }

    /// Names the passage in its file.
    public var id: String
    /// Title of the document.
    public var title: String
    /// Genre of the document, when it is given.
    public var documentKind: DocumentKind?
    /// What the passage is in its document.
    public var blockKind: Block.Kind
    /// Headings above it, outermost first.
    public var headings: [String]
    /// The passage before; of a list item, the stem.
    public var before: String
    /// The passage that is judged.
    public var text: String
    /// The passage after.
    public var after: String

    /// What the author does.
    public var stance: Stance
    /// How much it matters.
    public var band: Band
    /// Every band that a careful reader could defend, when the file says so.
    public var acceptableBands: Set<Band>?
    /// Rules that apply.
    public var rules: Set<String>
    /// Credits that apply.
    public var credits: Set<String>
    /// Protective values in the author's own voice.
    public var values: [Value]
    /// Controls.
    public var controls: [Control]
}
