internal import TextModel
internal import Yams

/// Reads `scorecard.yaml`.
enum ScorecardStandardReader {
    private enum Kind: String, CaseIterable {
        case balancedValues = "balanced-values"
        case companions
        case cleanControls = "clean-controls"
        case limitedControls = "limited-controls"
        case harmfulControls = "harmful-controls"
        case credits
    }

    static func read(_ node: Node, with yaml: inout StrictYAML) -> ScorecardStandard? {
        guard var mapping = yaml.mapping(node, what: "a scorecard") else { return nil }
        let sentences = yaml.number("minimum-sentences", in: &mapping, from: 0, to: 100_000)
        let cases = yaml.number("minimum-cases", in: &mapping, from: 0, to: 100_000)
        let findings = yaml.required("findings-from", in: &mapping).flatMap { band($0, with: &yaml) }
        let controlFindings = yaml.ids("control-findings", of: .rule, in: &mapping)
        var shares: [Double]?
        var rates: [Double]?
        if let node = yaml.required("bands", in: &mapping), var bands = yaml.mapping(node, what: "bands") {
            shares = limits("shares", count: 4, upTo: 1, in: &bands, with: &yaml)
            rates = limits("rates", count: 3, upTo: 1000, in: &bands, with: &yaml)
            yaml.finish(bands)
        }
        var axes: [ScorecardStandard.Axis] = []
        for node in yaml.required("axes", in: &mapping).map({ yaml.nodes($0, what: "axes") }) ?? [] {
            guard let axis = axis(node, with: &yaml) else { continue }
            if axes.contains(where: { $0.id == axis.id }) { yaml.report("\"\(axis.id)\" is there twice", at: node) }
            axes.append(axis)
        }
        yaml.finish(mapping)
        guard let sentences, let cases, let findings, let shares, let rates else { return nil }
        return ScorecardStandard(
            axes: axes, minimumSentences: Int(sentences), minimumCases: Int(cases), findingsFrom: findings,
            controlFindings: controlFindings,
            shareLimits: shares, rateLimits: rates)
    }

    private static func axis(
        _ node: Node, with yaml: inout StrictYAML
    ) -> ScorecardStandard.Axis? {
        guard var mapping = yaml.mapping(node, what: "an axis") else { return nil }
        let id = yaml.string("id", in: &mapping)
        let title = yaml.string("title", in: &mapping)
        let definition = yaml.string("definition", in: &mapping)
        let kind: Kind? = yaml.choice("counts", in: &mapping, default: nil)
        var list: [String] = []
        func ids() -> [String] {
            list = yaml.ids("list", of: .conceptOrRule, in: &mapping, isRequired: true)
            return list
        }
        var grade: Int?
        let count: ScorecardStandard.Count? =
            switch kind {
            case .balancedValues:
                yaml.number("grade", in: &mapping, from: 0, to: 3).map { value in
                    grade = Int(value)
                    return .balancedValues(grade: Int(value))
                }
            case .companions: .companions
            case .cleanControls: .cleanControls(rules: ids())
            case .limitedControls: .limitedControls(safeguards: ids())
            case .harmfulControls: .harmfulControls
            case .credits: .credits(rules: ids())
            case nil: nil
            }
        yaml.finish(mapping)
        guard let id, let title, let definition, let count else { return nil }
        let text = definition.replacing("{list}", with: list.joined(separator: ", "))
            .replacing("{grade}", with: grade.map { String($0) } ?? "")
        return ScorecardStandard.Axis(id: id, title: title, count: count, definition: text)
    }

    /// Limits that rise, so that a better figure is never in a lower band.
    private static func limits(
        _ key: String, count: Int, upTo high: Double, in mapping: inout StrictYAML.Mapping,
        with yaml: inout StrictYAML
    ) -> [Double]? {
        guard let node = yaml.required(key, in: &mapping) else { return nil }
        let values = yaml.nodes(node, what: key).map { $0.float ?? -1 }
        let isRising = zip(values, values.dropFirst()).allSatisfy { $0 < $1 }
        guard values.count == count, isRising, values.allSatisfy({ 0 < $0 && $0 <= high }) else {
            yaml.report("\"\(key)\" must be \(count) rising numbers above 0, up to \(Int(high))", at: node)
            return nil
        }
        return values
    }

    private static func band(_ node: Node, with yaml: inout StrictYAML) -> Band? {
        guard let band = node.string.flatMap(Band.init(name:)) else {
            yaml.report(
                "\"findings-from\" must be one of: \(Band.allCases.map(\.name).joined(separator: ", "))", at: node)
            return nil
        }
        return band
    }
}

extension LexiconFolder {
    /// What scorecards count.
    ///
    /// - Throws: ``LexiconError`` with every problem of the file, or when the lexicon has none.
    public func scorecard() throws(LexiconError) -> ScorecardStandard {
        let name = "scorecard.yaml"
        guard let file = try source().files.first(where: { $0.path == name }) else {
            throw LexiconError(problems: [
                .init(file: name, line: 0, column: 0, message: "file is missing from the lexicon \(path)")
            ])
        }
        var yaml = StrictYAML(file: name)
        let read = yaml.parse(file.text).flatMap { ScorecardStandardReader.read($0, with: &yaml) }
        guard yaml.problems.isEmpty, let read else { throw LexiconError(problems: yaml.problems) }
        return read
    }
}
