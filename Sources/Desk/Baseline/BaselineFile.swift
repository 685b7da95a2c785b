package import Lexicons
internal import Yams

/// A baseline on disk: JSON, one entry for each kind of finding, in a fixed order.
package enum BaselineFile {
    /// Version of the shape.
    private static let version = "1"

    /// Reads a file's text.
    /// - Throws: ``LexiconError`` with every problem, each with its line.
    package static func read(_ text: String, path: String, folder: String = "/") throws(LexiconError) -> Baseline {
        var yaml = StrictYAML(file: path)
        var counts: [Baseline.Key: Int] = [:]
        if let root = yaml.parse(text), var mapping = yaml.mapping(root, what: "a baseline") {
            if let found = yaml.string("schema_version", in: &mapping), found != version {
                yaml.report("schema_version is \(found), but \(version) is read; make the baseline again", at: root)
            }
            let list = yaml.required("findings", in: &mapping).map { yaml.nodes($0, what: "findings") } ?? []
            for node in list {
                guard var inner = yaml.mapping(node, what: "a finding") else { continue }
                let document = yaml.string("path", in: &inner)
                let rule = yaml.string("rule", in: &inner)
                let fingerprint = yaml.string("fingerprint", in: &inner)
                let count = yaml.number("count", in: &inner, from: 1, to: 1_000_000_000)
                yaml.finish(inner)
                guard let document, let rule, let fingerprint, let count else { continue }
                counts[Baseline.Key(path: document, rule: rule, fingerprint: fingerprint), default: 0] += Int(count)
            }
            yaml.finish(mapping)
        }
        guard yaml.problems.isEmpty else { throw LexiconError(problems: yaml.problems) }
        return Baseline(counts: counts, folder: folder)
    }

    /// The entries in their order, for whoever writes the file.
    package static func entries(of baseline: Baseline) -> [(key: Baseline.Key, count: Int)] {
        baseline.counts.sorted { $0.key < $1.key }.map { (key: $0.key, count: $0.value) }
    }

    /// The version that a file states.
    package static var schemaVersion: String { version }
}
