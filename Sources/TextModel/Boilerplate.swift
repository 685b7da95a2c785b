/// Why a block is no part of what its document says, and so is not judged.
public enum Boilerplate: String, Sendable, CaseIterable {
    /// Menus, breadcrumbs, page numbers of a list, links to the top.
    case navigation
    /// What stands under every page of a site: imprint, copyright.
    case footer
    /// Questions about cookies and consent.
    case cookies
    /// Buttons that pass the page on.
    case share
    /// What readers wrote.
    case comments
    /// Pointers to other pages.
    case related
    /// What stands beside the text.
    case sidebar
    /// Advertisements, newsletters, teasers.
    case promotion
    /// Registration, baskets.
    case account
    /// Search boxes.
    case search
    /// Fields to fill in.
    case form
    /// Who wrote it and when.
    case byline
    /// The caption of a picture.
    case caption
    /// Buttons and labels.
    case control
    /// Program code.
    case code
    /// A list of links, or a line that is all link.
    case links
    /// Outside the part of the page that holds the text.
    case outside
    /// What repeats, around the text, on the pages beside it.
    case repeated
    /// A table of contents.
    case contents
    /// Running heads, page numbers and the like.
    case furniture
    /// In a language that is not judged.
    case language
}
