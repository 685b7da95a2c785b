/// Decisions as a table of tokens after CoNLL-U: ten columns, the mark of a token in the last.
///
/// Made for the tools that learn from such tables. It says who decided what about which words; when, why and where in
/// the file it does not say, and nothing is read back from it.
struct TokenTable {
    private static let held: Set<String> = ["id", "by", "kind", "rule", "selector"]

    private let file: DecisionFile

    init(_ file: DecisionFile) { self.file = file }

    var written: DecisionFormat.Written {
        var text = ""
        var lost: Set<String> = []
        var homeless = 0
        for event in file.events {
            guard let selector = event.selector, event.kind != .undo else {
                homeless += 1
                continue
            }
            if case .object(let members) = event.value { lost.formUnion(Set(members.keys).subtracting(Self.held)) }
            if selector.place != nil { lost.insert("position") }
            text += "# sent_id = \(Self.flat(event.id))\n# decision = \(event.kind.rawValue)\n"
            text += "# annotator = \(Self.flat(event.reviewer))\n"
            text += "# text = \(Self.flat(selector.prefix + selector.exact + selector.suffix))\n"
            var number = 0
            func rows(_ part: String, mark: String?) {
                for (index, word) in part.split(whereSeparator: \.isWhitespace).enumerated() {
                    number += 1
                    let sign = mark.map { "Mark=\(index == 0 ? "B" : "I")-\($0)" } ?? "_"
                    text += "\(number)\t\(word)\t_\t_\t_\t_\t_\t_\t_\t\(sign)\n"
                }
            }
            rows(selector.prefix, mark: nil)
            rows(selector.exact, mark: event.rule.isEmpty ? "passage" : event.rule)
            rows(selector.suffix, mark: nil)
            text += "\n"
        }
        var losses: [String] = []
        if !lost.isEmpty { losses.append("has no column for \(lost.sorted().joined(separator: ", "))") }
        if homeless > 0 { losses.append("\(homeless) events have no words to stand at") }
        return DecisionFormat.Written(files: [("", Array(text.utf8))], losses: losses)
    }

    private static func flat(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
