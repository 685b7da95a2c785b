/// The paragraph and character styles of a Word document, as far as they tell what a paragraph is.
struct WordStyles {
    /// What a style, with those that it builds on, says.
    struct Facts {
        /// Its name as Word stores it in every language: "heading 1".
        var name = ""
        /// Level of the outline, from 1.
        var outline: Int?
        /// The numbering that it brings.
        var numbering: Int?
        /// The level of that numbering, from 0.
        var numberingLevel: Int?
        /// Whether it sets bold.
        var isBold: Bool?
        /// Whether it hides text.
        var isHidden: Bool?
        /// The style that it builds on.
        var base: String?
    }

    /// Language of the document by its defaults.
    private(set) var language: String?
    /// The paragraph style of paragraphs that name none.
    private(set) var defaultStyle: String?

    private var styles: [String: Facts] = [:]

    /// Reads `word/styles.xml`.
    init(_ bytes: [UInt8]) {
        let xml = XMLPull(bytes)
        var id: String?
        var facts = Facts()
        while let event = xml.next() {
            switch event {
            case .start("style"):
                id = xml.attribute("styleId")
                facts = Facts()
                if xml.attribute("type") == "paragraph", xml.attribute("default").map(Self.isOn) == true {
                    defaultStyle = id
                }
            case .end("style"):
                if let id { styles[id] = facts }
                id = nil
            case .start("name"): facts.name = xml.attribute("val")?.lowercased() ?? ""
            case .start("basedOn"): facts.base = xml.attribute("val")
            case .start("outlineLvl"): facts.outline = xml.attribute("val").flatMap { Int($0) }.map { $0 + 1 }
            case .start("numId"): facts.numbering = xml.attribute("val").flatMap { Int($0) }
            case .start("ilvl"): facts.numberingLevel = xml.attribute("val").flatMap { Int($0) }
            case .start("b"): facts.isBold = xml.attribute("val").map(Self.isOn) ?? true
            case .start("vanish"): facts.isHidden = xml.attribute("val").map(Self.isOn) ?? true
            case .start("lang"): if id == nil, language == nil { language = xml.attribute("val") }
            default: break
            }
        }
    }

    /// What the style says, taking in what it builds on; nothing for an unknown style.
    func facts(of style: String?) -> Facts {
        var facts = style.flatMap { styles[$0] } ?? Facts()
        var base = facts.base
        for _ in 0..<20 {
            guard let id = base, let more = styles[id] else { break }
            facts.outline = facts.outline ?? more.outline ?? Self.headingLevel(more.name)
            facts.numberingLevel = facts.numberingLevel ?? (facts.numbering == nil ? more.numberingLevel : nil)
            facts.numbering = facts.numbering ?? more.numbering
            facts.isBold = facts.isBold ?? more.isBold
            facts.isHidden = facts.isHidden ?? more.isHidden
            base = more.base
        }
        facts.outline = Self.headingLevel(facts.name) ?? facts.outline
        return facts
    }

    /// The level of a heading style by its name.
    static func headingLevel(_ name: String) -> Int? {
        guard name.hasPrefix("heading "), let level = Int(name.dropFirst(8)), (1...9).contains(level) else {
            return nil
        }
        return level
    }

    /// Whether the value of a switch turns it on.
    static func isOn(_ value: String) -> Bool { value != "0" && value != "false" && value != "off" }
}
