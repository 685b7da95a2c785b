import TextModel

/// The element that a block of a document becomes.
struct BlockTag {
    let name: String
    let styles: String?

    /// `depth` is the number of headings above the block. Headings start at `h3`, below the page's own,
    /// and leave out no rank whatever levels the document used.
    init(for block: Block, depth: Int) {
        switch block.kind {
        case .title, .heading:
            name = "h\(min(6, 3 + depth))"
            styles = block.kind == .title ? "title" : nil
        case .provision:
            name = "p"
            styles = "prov l\(min(6, max(1, block.level)))"
        case .code:
            name = "pre"
            styles = nil
        case .quote:
            name = "blockquote"
            styles = nil
        case .listItem, .tableCell:
            name = "p"
            styles = block.number == nil ? nil : "item"
        case .paragraph, .note, .caption, .speech, .email:
            name = "p"
            styles = block.kind == .paragraph ? nil : block.kind.rawValue
        }
    }
}
