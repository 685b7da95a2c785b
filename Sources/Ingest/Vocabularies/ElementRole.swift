import TextModel

/// What an element means for the blocks of a document. A vocabulary is a table from element names to roles.
enum ElementRole: Sendable, Hashable {
    /// Text flows on: emphasis, links, terms.
    case inline
    /// Text inside and outside stands in different blocks: paragraph, wrapper.
    case block
    /// A wrapper that deepens the headings within: section, part.
    case section
    /// What stands before the text of an act: its number, its title, its dates.
    case front
    /// A section after the text of an act, with provisions that are numbered anew: a schedule.
    case annex
    /// A numbered provision: article, section of an act, paragraph (a).
    case provision
    /// A heading of fixed level, or 0 for a level by depth.
    case heading(Int)
    /// A heading within a provision, one level below the last heading of fixed level.
    case marginalHeading
    /// A list: the block before it is the stem of its items.
    case list
    /// A list whose items the program that shows it numbers.
    case numberedList
    /// An item of a list.
    case item
    /// A number or label; it goes into the next block's number.
    case number
    /// A table; its blocks are cells.
    case table
    /// A cell of a table.
    case cell
    /// A block of someone else's words.
    case quote
    /// Someone else's words within a line.
    case inlineQuote
    /// Code or other text set as typed.
    case code
    /// A footnote or editorial note.
    case note
    /// A sign of reference that stands above the line; text flows on without it where it only leads to a note.
    case mark
    /// A caption.
    case caption
    /// A turn of speech.
    case speech
    /// Who speaks; the name stays out of the text.
    case speaker
    /// The title within the text.
    case title
    /// The title among metadata; no text of its own.
    case metadataTitle
    /// Navigation, footers, tables of contents, forms.
    case boilerplate(Boilerplate)
    /// A caption of a picture.
    case figureCaption
    /// Holds the text of a page.
    case main
    /// Stands around all of a page, or a whole text of it: what it says about itself says nothing about its parts.
    case wholePage
    /// A link; text flows on.
    case link
    /// A button or label; text flows on.
    case control
    /// Facts about the document in attributes, without text.
    case metadata
    /// Facts about the document in a script.
    case script
    /// A line break.
    case lineBreak
    /// Not in the table: within a line when text stands beside it, and otherwise a block.
    case unknown
    /// Left out with all that it holds.
    case skip

    /// Whether text flows on through the element.
    var isInline: Bool { self == .inline || self == .link || self == .control || self == .metadata || self == .mark }
}
