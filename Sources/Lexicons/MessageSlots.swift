internal import Yams

/// The names in braces that a text of a rule may hold.
enum MessageSlots {
    /// What a message can say of a finding.
    static let ofMessages = ["control", "value", "counterweight", "cue", "missing"]
    /// What a template of wording is filled with.
    static let ofRewordings = ["control", "actor", "value", "counterweight", "cue", "balance", "next"]
}

extension StrictYAML {
    /// A text whose slots are all known; one with a capital begins a sentence.
    mutating func template(_ node: Node, what: String, slots known: [String]) -> String? {
        guard let text = string(node, what: what) else { return nil }
        for piece in text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
            let slot = piece.prefix { $0 != "}" }
            let name = slot.prefix(1).lowercased() + slot.dropFirst()
            guard slot.endIndex == piece.endIndex || !known.contains(name) else { continue }
            let hint = NearestName(among: known).nearest(to: name).map { "did you mean \"\($0)\"? " } ?? ""
            report("unknown slot {\(slot)}; \(hint)known here: \(known.joined(separator: ", "))", at: node)
        }
        return text
    }
}
