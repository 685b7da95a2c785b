internal import Lexicons
internal import TextModel

/// A rule as a page of text: what it says, why, how to reword, and exactly when it fires.
struct RuleExplanation {
    private let rule: Rule
    private let measure: String

    /// `measure` is what is known of its accuracy.
    init(_ rule: Rule, measure: String) {
        self.rule = rule
        self.measure = measure
    }

    var text: String {
        let description = rule.description
        var text = Paragraph("\(description.id) \(description.name): \(rule.title)", hanging: 4).text
        text += section(description.isCredit ? "Given when" : "Fires when", [description.summary])
        text += section("Why", [description.reason])
        text += section(description.isCredit ? "More of it" : "Reword", [description.remedy])
        text += section("Norms", description.norms, isList: true)
        text += section("Message", [rule.message])
        text += section("Cases, of which the first that holds decides", rule.cases.map(\.words), isList: true)
        text += section("Must fire on", rule.find, isList: true)
        text += section("Must not fire on", rule.pass, isList: true)
        text += section("Measured", [measure])
        return text
    }

    private func section(_ title: String, _ paragraphs: [String], isList: Bool = false) -> String {
        guard !paragraphs.isEmpty else { return "" }
        let lines = paragraphs.map {
            Paragraph(isList ? "- \($0)" : $0, indent: 2, hanging: isList ? 4 : 2).text
        }
        return "\n\(title):\n" + lines.joined()
    }
}

extension RuleCase {
    /// The case as one sentence in the names of facts.
    fileprivate var words: String {
        var parts: [String] = []
        if !all.isEmpty { parts.append("all of: " + names(all)) }
        if !any.isEmpty { parts.append("one of: " + names(any)) }
        if !none.isEmpty { parts.append("none of: " + names(none)) }
        if !concepts.isEmpty { parts.append("concept: " + concepts.joined(separator: " or ")) }
        if !aims.isEmpty { parts.append("aim: " + aims.joined(separator: " or ")) }
        let band =
            switch weight {
            case .fixed(let band): "band \(band.name)"
            case .score: "band by score"
            }
        return "on a \(subject.rawValue), \(band); "
            + (parts.isEmpty ? "always" : parts.joined(separator: "; "))
    }

    private func names(_ facts: [Fact]) -> String { facts.map(\.name).joined(separator: ", ") }
}
