internal import Yams

/// Reads the weights of the score.
enum ScoringReader {
    static func read(_ node: Node, with yaml: inout StrictYAML) -> Scoring? {
        guard var mapping = yaml.mapping(node, what: "a profile") else { return nil }
        let weights = table("weights", in: &mapping, with: &yaml)
        let gate = table("gate", in: &mapping, with: &yaml)
        let bindingness = table("bindingness", in: &mapping, with: &yaml)
        let mitigation = table("mitigation", in: &mapping, with: &yaml)
        let thresholds = table("thresholds", in: &mapping, with: &yaml, upTo: 100)
        yaml.finish(mapping)
        let needed: [(String, [String: Double], [String])] = [
            ("weights", weights, ["base", "intrusiveness", "value", "scope", "discretion", "legitimacy"]),
            ("mitigation", mitigation, ["cap", "cap-intrusive"]),
            ("thresholds", thresholds, ["low", "moderate", "high", "severe"]),
        ]
        for (name, table, keys) in needed {
            for key in keys where table[key] == nil { yaml.report("\"\(name)\" lacks \"\(key)\"", at: node) }
        }
        guard yaml.problems.isEmpty else { return nil }
        return Scoring(
            base: weights["base", default: 0], intrusiveness: weights["intrusiveness", default: 0],
            value: weights["value", default: 0],
            scope: weights["scope", default: 0], discretion: weights["discretion", default: 0],
            legitimacy: weights["legitimacy", default: 0], gate: gate, bindingness: bindingness,
            mitigationCap: mitigation["cap", default: 0],
            mitigationCapIntrusive: mitigation["cap-intrusive", default: 0],
            thresholds: ["low", "moderate", "high", "severe"].map { Int(thresholds[$0, default: 0]) })
    }

    private static func table(
        _ key: String, in mapping: inout StrictYAML.Mapping, with yaml: inout StrictYAML, upTo high: Double = 1
    ) -> [String: Double] {
        guard let node = yaml.required(key, in: &mapping), let inner = yaml.mapping(node, what: key) else { return [:] }
        var values: [String: Double] = [:]
        for (name, value) in inner.node {
            guard let name = name.string, let number = value.float, (0...high).contains(number) else {
                yaml.report("\"\(key)\" maps names to numbers from 0 to \(Int(high))", at: value)
                continue
            }
            values[name] = number
        }
        return values
    }
}
