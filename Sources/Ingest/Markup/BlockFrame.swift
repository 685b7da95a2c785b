import TextModel

/// What holds for blocks inside an element; an element within starts from a copy.
struct BlockContext {
    var kind = Block.Kind.paragraph
    var level = 0
    var isQuoted = false
    var boilerplate: Boilerplate?
    var language: String?
    var listDepth = 0
    var provisionDepth = 0
    var sectionDepth = 0
    var speaker: String?
    /// Numbers of the provisions around, outermost first; `nil` in a file whose markup has none.
    var provisionNumbers: [String]?
    /// Whether provisions within are those of a schedule or of another text, which nobody cites as the text's own.
    var isForeign = false
    /// Frame of the nearest item or provision.
    var owner: Int?
    /// Frame of the nearest list that is not left by an item.
    var list: Int?
}

/// An open element that matters for the blocks within.
struct BlockFrame {
    let role: ElementRole
    var context: BlockContext
    /// Number that was read and stands at no block yet.
    var pendingNumber: String?
    /// Number that a heading took; the provision's own text repeats it.
    var headingNumber: String?
    /// First block that is directly this item's or provision's.
    var ownBlock: Int?
    /// Stem of this list's items, or of this item or provision.
    var stem: Int?
    /// The block that a list starting here would belong to.
    var lastBlock: Int?
    /// The numbers of this list's items.
    var numbering: ListNumbering?
    /// The headings that stood before it, where those within end with it.
    var headings: [(level: Int, index: Int)]?
    /// Whether a block or heading was opened within.
    var isTouched = false
}
