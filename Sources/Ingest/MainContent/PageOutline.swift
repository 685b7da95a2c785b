/// The elements of a page and where its blocks stand, as two flat lists, for telling the text from the rest.
struct PageOutline {
    /// An element that parts text, by its place in the list of elements.
    struct Element {
        /// The element around it; the first one stands for the file.
        let parent: Int32
        /// What it says about itself, as a number of ``RegionWords``.
        let word: UInt16
        /// Whether it says that it holds the text of the page.
        let isMain: Bool
        /// Whether it says that it is the headline of the text.
        let isHeadline: Bool
    }

    /// A block of the document, at the same place in its list.
    struct Passage {
        /// The element that it stands in.
        let element: Int32
        /// Bytes of its text within links.
        var linked: Int32 = 0
        /// Bytes of its text within buttons and labels.
        var pressed: Int32 = 0
    }

    /// Whether the file is a page; other files need no outline.
    let isPage: Bool
    /// The elements, each after the one around it.
    private(set) var elements = [Element(parent: 0, word: 0, isMain: false, isHeadline: false)]
    /// The blocks so far.
    private(set) var passages: [Passage] = []
    /// Open links.
    var links = 0
    /// Open buttons and labels.
    var controls = 0

    private var current: Int32 = 0
    private var open: Passage?

    /// An outline of a file that has nothing yet.
    init(isPage: Bool) { self.isPage = isPage }

    /// Whether text counts as that of a link or button.
    var isCounting: Bool { isPage && links + controls > 0 }

    /// An element starts.
    mutating func enter(word: UInt16, isMain: Bool, isHeadline: Bool = false) {
        guard isPage else { return }
        elements.append(Element(parent: current, word: word, isMain: isMain, isHeadline: isHeadline))
        current = Int32(elements.count - 1)
    }

    /// The innermost element ends.
    mutating func leave() {
        if isPage { current = elements[Int(current)].parent }
    }

    /// A block opens here.
    mutating func openPassage() {
        if isPage { open = Passage(element: current) }
    }

    /// Text of a link or button came to the open block.
    mutating func count(_ bytes: Int) {
        if links > 0 { open?.linked += Int32(clamping: bytes) }
        if controls > 0 { open?.pressed += Int32(clamping: bytes) }
    }

    /// The open block ends; one without text is dropped.
    mutating func closePassage(isKept: Bool) {
        if isKept, let open { passages.append(open) }
        open = nil
    }
}
