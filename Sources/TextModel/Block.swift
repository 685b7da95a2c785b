/// A paragraph, heading, list item, table cell or numbered provision of a document.
///
/// A block is the unit that is judged: a passage.
public struct Block: Sendable {
    /// What a block is in its document.
    public enum Kind: String, Sendable, CaseIterable {
        case title, heading, paragraph, listItem = "list-item", provision, tableCell = "table-cell"
        case quote, code, note, caption, speech, email
    }

    /// What the block is.
    public var kind: Kind
    /// Its bytes in ``Document/text``.
    public var span: TextSpan
    /// Its bytes in the original file, from the first to the last byte of its text.
    public var source: SourceSpan
    /// The number as printed: "1.", "(a)", "Article 5", "§ 12".
    public var number: String?
    /// Depth: 1 to 6 for headings, nesting from 1 for items and provisions, 0 elsewhere.
    public var level: Int
    /// Index of the nearest heading above; a heading names the heading that it stands under.
    public var heading: Int?
    /// Index of the block whose list or provision this one belongs to: the stem.
    public var parent: Int?
    /// Who speaks, in a transcript.
    public var speaker: String?
    /// Whether the document marks the block as someone else's words.
    public var isQuoted: Bool
    /// How lawyers cite the provision that it is or belongs to, such as "Art. 5(2)(b)".
    public var citation: String?
    /// Numbers of the provisions that it stands in, as printed and from the outside in, where the markup of the file
    /// tells; `nil` where levels and numbers are all there is.
    package var provisionNumbers: [String]?
    /// BCP 47 tag of its language, where that is not the language of the document.
    public var language: String?
    /// Why the block is not judged; `nil` for what the document says.
    public var boilerplate: Boilerplate?
    /// Page of the file, from 1, in formats that have pages.
    public var page: Int?
    /// Paragraph of the file, from 1, in formats that have paragraphs and no lines: an empty paragraph counts too.
    public var paragraph: Int?

    /// Whether the block is navigation, footer or the like, which is not judged.
    public var isBoilerplate: Bool { boilerplate != nil }

    /// Makes a block. Boilerplate without a reason of its own is page furniture.
    public init(
        kind: Kind, span: TextSpan, source: SourceSpan, number: String? = nil, level: Int = 0,
        heading: Int? = nil, parent: Int? = nil, speaker: String? = nil, isQuoted: Bool = false,
        isBoilerplate: Bool = false, boilerplate: Boilerplate? = nil
    ) {
        self.kind = kind
        self.span = span
        self.source = source
        self.number = number
        self.level = level
        self.heading = heading
        self.parent = parent
        self.speaker = speaker
        self.isQuoted = isQuoted
        self.boilerplate = boilerplate ?? (isBoilerplate ? .furniture : nil)
    }
}
