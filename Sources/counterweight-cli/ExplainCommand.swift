internal import ArgumentParser
internal import Counterweight
internal import Ingest
internal import Lexicons
internal import Review
internal import TextModel

/// `explain`: a rule, the judgement of the passage at a line of a file, or one finding.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Explain a rule, the judgement of a passage, or a finding.",
        discussion: """
            RULE prints its definition, norms, remedy, examples and measured accuracy; FILE:LINE everything that decided \
            about the passage there; FILE#FINGERPRINT the same of one finding. - is standard input.
            """)

    @Argument(
        help: ArgumentHelp(
            "A rule such as CW01, a place such as draft.txt:12, or a finding such as draft.txt#1f3a.",
            valueName: "rule|file:line|file#fingerprint"))
    var subject: String
    @Option(
        help: ArgumentHelp(
            "Decisions of reviewers, from which the precision of a rule is taken too.", valueName: "decisions.json"))
    var decisions: [String] = []
    @OptionGroup(title: "Input") var input: InputOptions
    @OptionGroup var lexicons: LexiconOptions

    func run() throws {
        let lexicon = try lexicons.load()
        switch ExplainSubject(subject) {
        case .line(let file, let line):
            try Console.print(try explanation(of: file, lexicon).text(ofLine: line))
        case .finding(let file, let fingerprint):
            try Console.print(try explanation(of: file, lexicon).text(ofFinding: fingerprint))
        case .rule(let name):
            let rule = try rule(name, in: lexicon)
            let measure = RuleMeasure(
                rule: rule.description.id, measurement: try lexicons.measurement(), lexiconHash: lexicon.sha256)
            let reviewed = try reviewed(rule.description.id)
            try Console.print(RuleExplanation(rule, measure: measure.text + reviewed).text)
        }
    }

    /// What reviewers made of a rule, as a sentence to follow what was measured; empty without decisions.
    private func reviewed(_ rule: String) throws(CommandError) -> String {
        guard !decisions.isEmpty else { return "" }
        let counts = RulePrecision(ReviewState(try DecisionSource.read(decisions).events)).byRule[rule]
        guard let counts, let precision = counts.precision else {
            return " Reviewers have decided on none of its findings."
        }
        return " In review: precision \(TriageText.figure(precision)); \(counts.right) of "
            + "\(counts.decided) findings are right, \(counts.disputed) are disputed, "
            + "\(counts.added) passages were added."
    }

    private func explanation(of file: String, _ lexicon: Lexicon) throws(CommandError) -> PassageExplanation {
        let document = try input.document(file, lexicon)
        return PassageExplanation(document, by: Analyzer(lexicon))
    }

    /// - Throws: ``CommandError`` that says what the name may have meant: a file, a path, or a rule nearby.
    private func rule(_ name: String, in lexicon: Lexicon) throws(CommandError) -> Rule {
        if let rule = lexicon.rule(name.uppercased()) ?? lexicon.rules.first(where: { $0.description.name == name }) {
            return rule
        }
        if name == "-" || name == ExplainSubject.standardInput {
            throw CommandError("- is standard input; name a line of it, as -:1, or a finding, as -#FINGERPRINT")
        }
        if let identity = FileIdentity(path: name) {
            throw CommandError(
                identity.isDirectory
                    ? "\(name) is a directory; name a line of a file in it, as \(name)/FILE:12"
                    : "\(name) is a file; name a line of it, as \(name):12, or a finding, as \(name)#FINGERPRINT. \"counterweight check \(name)\" lists lines, with --format json fingerprints too"
            )
        }
        if name.contains("/") || name.contains(".") || name.contains(":") || name.contains("#") {
            throw CommandError(
                "\(name) is neither a rule nor a file; give a rule such as CW01, FILE:LINE with a line from 1, or FILE#FINGERPRINT"
            )
        }
        let known = lexicon.rules.flatMap { [$0.description.id, $0.description.name] }
        throw CommandError(unknownRule: name, suggestion: NearestName(among: known).nearest(to: name))
    }
}

extension LexiconOptions {
    /// What was measured of the rules, where a measurement lies beside the lexicon.
    /// - Throws: ``CommandError`` when it cannot be used.
    func measurement() throws(CommandError) -> Measurement? {
        let path = try path() + "/" + MeasurementRecord.name
        guard FileIdentity(path: path) != nil else { return nil }
        let bytes: [UInt8]
        do throws(IngestError) {
            bytes = try FileBytes.read(path: path, limit: 1 << 24)
        } catch {
            throw CommandError(error.description)
        }
        do throws(Measurement.Malformed) {
            return try Measurement(bytes: bytes)
        } catch {
            throw CommandError("\(path): \(error.description)")
        }
    }
}
