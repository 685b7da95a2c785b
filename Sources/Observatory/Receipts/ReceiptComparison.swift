extension Receipt {
    /// Whether anything that another receipt of the command is about was there this time; true where it is about nothing.
    package func sharesInput(with other: Receipt) -> Bool {
        let there = Set(inputs.filter { $0.sha256 != nil }.map(\.path))
        return other.inputs.isEmpty || other.inputs.contains { $0.sha256 == nil || there.contains($0.path) }
    }
}

/// How two receipts of one command differ, in sentences.
package struct ReceiptComparison: Sendable {
    /// Whether the results are the same.
    package let isSame: Bool
    /// What differs, the causes first.
    package let differences: [String]

    /// Inputs that are named one by one; the others are counted.
    private static let namedInputs = 20

    /// Compares a receipt with that of another run.
    package init(_ old: Receipt, _ new: Receipt) {
        var differences: [String] = []
        if old.tool.version != new.tool.version {
            differences.append("program: \(old.tool.version) then, \(new.tool.version) now")
        }
        if old.tool.lexiconHash != new.tool.lexiconHash {
            differences.append(
                "lexicon: \(old.tool.lexiconVersion) sha256:\(old.tool.lexiconHash) then, \(new.tool.lexiconVersion) sha256:\(new.tool.lexiconHash) now"
            )
        }
        if old.seed != new.seed { differences.append("seed: \(Self.text(old.seed)) then, \(Self.text(new.seed)) now") }
        let inputs = Self.inputs(old, new)
        differences += inputs.prefix(Self.namedInputs)
        if inputs.count > Self.namedInputs { differences.append("and \(inputs.count - Self.namedInputs) more inputs") }
        isSame = old.result == new.result
        if !isSame { differences.append("result: sha256:\(old.result) then, sha256:\(new.result) now") }
        self.differences = differences
    }

    private static func inputs(_ old: Receipt, _ new: Receipt) -> [String] {
        let before = Dictionary(old.inputs.map { ($0.path, $0) }) { first, _ in first }
        let after = Dictionary(new.inputs.map { ($0.path, $0) }) { first, _ in first }
        return Set(before.keys).union(after.keys).sorted().compactMap { path in
            switch (before[path], after[path]) {
            case (let old?, let new?):
                if old.sha256 != new.sha256 { return "\(path): the document changed" }
                return old.found == new.found ? nil : "\(path): the same document is judged differently"
            case (_?, nil): return "\(path): is not there now"
            default: return "\(path): was not there then"
            }
        }
    }

    private static func text(_ seed: Int?) -> String { seed.map { String($0) } ?? "none" }
}
