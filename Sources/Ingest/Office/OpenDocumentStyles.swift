/// The styles of an OpenDocument text, as far as they tell what a paragraph is and how lists are numbered.
struct OpenDocumentStyles {
    /// One level of a list.
    struct Level {
        var style = ListNumber.Style.decimal
        var isBullet = false
        var prefix = ""
        var suffix = ""
        var start = 1
        /// How many levels the number shows, this one included.
        var shown = 1
    }

    struct Facts {
        var base: String?
        var display = ""
        var list: String?
        var isBold: Bool?
        var isHidden: Bool?
        var outline: Int?
    }

    /// Levels from 1 of each list by name; the numbering of headings stands under the empty name.
    private(set) var lists: [String: [Int: Level]] = [:]
    /// Language by the default style.
    private(set) var language: String?

    private var styles: [String: Facts] = [:]

    private static let formats: [String: ListNumber.Style] = [
        "1": .decimal, "a": .lowerLetter, "A": .upperLetter, "i": .lowerRoman, "I": .upperRoman, "": .none,
    ]

    /// Reads the styles of a part; those of a later part go before.
    mutating func read(_ bytes: [UInt8]) {
        let xml = XMLPull(bytes)
        var name: String?
        var list: String?
        while let event = xml.next() {
            switch event {
            case .start("style"):
                name = xml.attribute("name")
                var facts = Facts()
                facts.base = xml.attribute("parent-style-name")
                facts.display = (xml.attribute("display-name") ?? name ?? "").lowercased()
                facts.list = xml.attribute("list-style-name")
                facts.outline = xml.attribute("default-outline-level").flatMap { Int($0) }
                if let name { styles[name] = facts }
            case .end("style"): name = nil
            case .start("text-properties"):
                guard let name else {
                    language = language ?? xml.attribute("language")
                    continue
                }
                styles[name]?.isBold = xml.attribute("font-weight").map { $0 == "bold" || $0 >= "600" && $0 < "999" }
                styles[name]?.isHidden = xml.attribute("display").map { $0 == "none" }
            case .start("list-style"): list = xml.attribute("name")
            case .start("outline-style"): list = ""
            case .end("list-style"), .end("outline-style"): list = nil
            case .start("list-level-style-number"), .start("list-level-style-bullet"), .start("outline-level-style"),
                .start("list-level-style-image"):
                guard let list, let number = xml.attribute("level").flatMap({ Int($0) }) else { continue }
                var level = Level()
                level.isBullet = event == .start("list-level-style-bullet") || event == .start("list-level-style-image")
                level.style = Self.formats[xml.attribute("num-format") ?? ""] ?? .decimal
                level.prefix = xml.attribute("num-prefix") ?? ""
                level.suffix = xml.attribute("num-suffix") ?? ""
                level.start = xml.attribute("start-value").flatMap { Int($0) } ?? 1
                level.shown = min(10, max(1, xml.attribute("display-levels").flatMap { Int($0) } ?? 1))
                lists[list, default: [:]][number] = level
            case .start("body"): return
            default: break
            }
        }
    }

    /// What a style says, taking in what it builds on.
    func facts(of style: String?) -> Facts {
        var facts = style.flatMap { styles[$0] } ?? Facts()
        var base = facts.base
        for _ in 0..<20 {
            guard let id = base, let more = styles[id] else { break }
            facts.list = facts.list ?? more.list
            facts.isBold = facts.isBold ?? more.isBold
            facts.isHidden = facts.isHidden ?? more.isHidden
            facts.outline = facts.outline ?? more.outline
            if facts.display == style?.lowercased() || facts.display.isEmpty { facts.display = more.display }
            base = more.base
        }
        return facts
    }
}
