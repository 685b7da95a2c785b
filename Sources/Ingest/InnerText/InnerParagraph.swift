import TextModel

/// A paragraph as a container format describes it, before its place among lists and provisions is known.
struct InnerParagraph {
    /// What the format says it is; `listItem` for items with a bullet.
    var kind = Block.Kind.paragraph
    /// Its text.
    var text: [UInt8] = []
    /// The number that the program which shows the document would print before it.
    var number: String?
    /// Depth of a heading, an item or a numbered paragraph, from 1.
    var level = 0
    /// Whether all of it is set in bold.
    var isBold = false
    /// Whether it is someone else's words.
    var isQuoted = false
    /// Why it is not judged, such as a table of contents is not.
    var boilerplate: Boilerplate?

    /// Adds text.
    mutating func append(_ more: some Sequence<UInt8>) { text.append(contentsOf: more) }

    /// Whether it has no text.
    var isBlank: Bool { BlockAssembler.isBlank(text) }
}
