import TextModel

/// What the attributes of an element say that matters for its blocks.
struct ElementFacts {
    /// Whether it is not shown.
    var isHidden = false
    /// Whether its role is that of a landmark of the page, which parts text.
    var isLandmark = false
    /// Whether it says that it holds the text of the page.
    var isMain = false
    /// Whether it leads elsewhere.
    var hasAddress = false
    /// Whether it leads to a footnote, or back from one.
    var leadsToNote = false
    /// Whether it says that it is a footnote.
    var isNote = false
    /// What its role, class or id says that it holds, as a number of ``RegionWords``.
    var word: UInt16 = 0
    /// Language that it declares.
    var language: String?
    /// Level that it declares for a heading.
    var level: Int?
    /// All attributes, of an element that says something about the document.
    var attributes: [String: String]?
    /// The number of a list's first item, or of this item.
    var listStart: Int?
    /// How a list writes its numbers.
    var listStyle: ListNumber.Style?
    /// Whether a list counts down.
    var isReversed = false
    /// Whether it leads to a place within the page.
    var isLocal = false
    /// Whether it says that it is the headline of the text.
    var isHeadline = false
    /// Whether it is a script of linked data.
    var isLinkedData = false
    /// Whether it says that it is a schedule after the text of an act.
    var isAnnex = false
    /// Who speaks, where the vocabulary says so in an attribute.
    var speaker: String?

    /// Landmark and window roles of ARIA.
    private static let roles: [String: Boilerplate] = [
        "navigation": .navigation, "menu": .navigation, "menubar": .navigation, "toolbar": .navigation,
        "tablist": .navigation, "banner": .navigation, "contentinfo": .footer, "search": .search, "form": .form,
        "complementary": .sidebar, "dialog": .promotion, "alertdialog": .promotion,
    ]

    private static let notes: [StaticString] = ["footnote", "endnote", "rearnote"]

    /// The attributes of pages that are read, beside class and id.
    private static let pageAttributes: [StaticString] = [
        "href", "style", "role", "type", "lang", "value", "start", "hidden", "aria-hidden", "itemprop", "reversed",
        "xml:lang", "epub:type",
    ]

    /// Whether ``notePage(_:_:regions:)`` learns anything from an attribute as it is written, its name in any case.
    static func learn(from name: Span<UInt8>, _ value: Span<UInt8>, regions: RegionWords) -> Bool {
        let isClass = name.equalsFolded("class")
        if isClass || name.equalsFolded("id") {
            // A reference may hide a word.
            return value.firstIndex(of: 0x26, from: 0) != nil
                || (isClass ? regions.word(inClass: value) : regions.word(inID: value)) != 0
        }
        for known in pageAttributes where name.equalsFolded(known) { return true }
        return false
    }

    /// Takes in one attribute of an element of a page.
    mutating func notePage(_ name: Span<UInt8>, _ value: Span<UInt8>, regions: RegionWords) {
        guard name.count >= 2, name.count <= 11 else { return }
        switch name[0] {
        case UInt8(ascii: "c"):
            if word == 0, name.equals("class") { word = regions.word(inClass: value) }
        case UInt8(ascii: "i"):
            if word == 0, name.equals("id") { word = regions.word(inID: value) }
            if name.equals("itemprop"), value.equals("articleBody") || value.equals("mainContentOfPage") {
                isMain = true
            }
            if name.equals("itemprop"), value.equals("headline") { isHeadline = true }
        case UInt8(ascii: "h"):
            if name.equals("href") {
                hasAddress = true
                isLocal = value.count > 1 && value[0] == UInt8(ascii: "#")
                leadsToNote = leadsToNote || NoteAddress.isOne(value)
            }
            if name.equals("hidden") { isHidden = isHidden || !value.equals("until-found") }
        case UInt8(ascii: "a"):
            if name.equals("aria-hidden") { isHidden = isHidden || value.equals("true") }
        case UInt8(ascii: "r"):
            if name.equals("role") { noteRole(value.lowercasedText) }
            if name.equals("reversed") { isReversed = true }
        case UInt8(ascii: "s"):
            if name.equals("style") {
                isHidden = isHidden || StyleTest.hides(value)
                listStyle = ListNumber.Style(style: value) ?? listStyle
            }
            if name.equals("start"), value.count < 10 { listStart = Int(value.text) }
        case UInt8(ascii: "v"):
            if name.equals("value"), value.count < 10 { listStart = Int(value.text) }
        case UInt8(ascii: "l"):
            if name.equals("lang"), value.count > 0 { language = value.text }
        case UInt8(ascii: "t"):
            if name.equals("type"), value.equals("application/ld+json") { isLinkedData = true }
            if name.equals("type") {
                noteSemantics(value)
                listStyle = listStyle ?? ListNumber.Style(type: value)
            }
        case UInt8(ascii: "e"):
            if name.equals("epub:type") { noteSemantics(value) }
        case UInt8(ascii: "x"):
            if name.equals("xml:lang"), value.count > 0 { language = value.text }
        default: break
        }
    }

    /// Takes in one attribute of an element that says something about the document.
    mutating func noteStated(_ name: Span<UInt8>, _ value: Span<UInt8>) {
        attributes = attributes ?? [:]
        attributes?[name.text] = value.text
    }

    /// Takes in one attribute of an XML element by its local name.
    mutating func noteXML(_ name: Span<UInt8>, _ value: Span<UInt8>) {
        switch name.count {
        case 3: if name.equals("who") { speaker = value.text }
        case 4:
            if name.equals("lang"), value.count > 0 { language = value.text }
            if name.equals("name") { isAnnex = value.equals("schedule") || value.equals("annex") }
        case 5:
            if name.equals("level") { level = Int(value.text) }
            // The sign of a footnote is no text.
            if name.equals("class"), value.equals("footnoteRef") { isHidden = true }
        default: break
        }
    }

    /// Takes in what a book says that an element is.
    private mutating func noteSemantics(_ value: Span<UInt8>) {
        var start = 0
        while start < value.count {
            let end = value.firstIndex(of: 0x20, from: start) ?? value.count
            let word = value.extracting(start..<end)
            if word.equalsFolded("noteref") || word.equalsFolded("backlink") { isHidden = true }
            for note in Self.notes where word.equalsFolded(note) { isNote = true }
            start = end + 1
        }
    }

    private mutating func noteRole(_ role: String) {
        if role.hasPrefix("doc-") {
            noteSemantics(Array(role.utf8.dropFirst(4)).span)
        } else if role == "main" {
            isMain = true
        } else if let reason = Self.roles[role] {
            isLandmark = true
            word = RegionWords.word(for: reason)
        }
    }
}

/// The addresses of footnotes within a page.
enum NoteAddress {
    private static let beginnings: [StaticString] = [
        "fn", "ftn", "footnote", "endnote", "edn", "note", "cite_note", "cite_ref",
    ]

    /// Whether an address leads to a note, or from a note back to its sign.
    static func isOne(_ address: Span<UInt8>) -> Bool {
        guard let sign = address.firstIndex(of: UInt8(ascii: "#"), from: 0), address.count - sign < 100 else {
            return false
        }
        var place = sign + 1
        while place < address.count, address[place] == UInt8(ascii: "_") { place += 1 }
        if address.hasFolded("user-content-", at: place) { place += 13 }
        for beginning in beginnings where address.hasFolded(beginning, at: place) { return true }
        return false
    }
}
