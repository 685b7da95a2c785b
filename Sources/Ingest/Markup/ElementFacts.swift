/// What the attributes of an element say that matters for its blocks.
struct ElementFacts {
    /// Whether it is not shown.
    var isHidden = false
    /// Whether its landmark role is navigation or the like.
    var isLandmark = false
    /// Language that it declares.
    var language: String?
    /// Level that it declares for a heading.
    var level: Int?
    /// Who speaks, where the vocabulary says so in an attribute.
    var speaker: String?

    private static let landmarks: Set<String> = [
        "navigation", "banner", "contentinfo", "search", "complementary", "menu",
    ]

    /// Takes in one attribute of an HTML element.
    mutating func noteHTML(_ name: String, _ value: String) {
        switch name {
        case "hidden": isHidden = isHidden || value != "until-found"
        case "aria-hidden": isHidden = isHidden || value == "true"
        case "role": isLandmark = isLandmark || Self.landmarks.contains(value.lowercased())
        case "style":
            let style = value.lowercased().filter { !$0.isWhitespace }
            isHidden = isHidden || style.contains("display:none") || style.contains("visibility:hidden")
        case "lang", "xml:lang": if !value.isEmpty { language = value }
        default: break
        }
    }

    /// Takes in one attribute of an XML element by its local name.
    mutating func noteXML(_ name: String, _ value: String) {
        switch name {
        case "lang": if !value.isEmpty { language = value }
        case "level": level = Int(value)
        case "who": speaker = value
        default: break
        }
    }
}
