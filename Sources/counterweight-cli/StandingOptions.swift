internal import ArgumentParser
internal import Desk
internal import Lexicons
internal import Reporting
internal import Review
internal import TextModel

/// `--baseline`, `--suppressions` and `--decisions`: findings that somebody has decided about.
struct StandingOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Findings that are known; only others count.", valueName: "file"))
    var baseline: String?

    @Option(
        help: ArgumentHelp("Suppressions by fingerprint, for texts that cannot be edited.", valueName: "file"))
    var suppressions: String?

    @Option(
        help: ArgumentHelp(
            "Decisions of reviewers: what they dismissed does not count; may be repeated.", valueName: "decisions.json")
    )
    var decisions: [String] = []

    /// These options, with a configuration deciding what they leave open.
    func completed(by settings: Settings) -> StandingOptions {
        var options = self
        options.baseline = baseline ?? settings.text(.baseline)
        options.suppressions = suppressions ?? settings.text(.suppressions)
        if decisions.isEmpty { options.decisions = settings.texts(.decisions) ?? [] }
        return options
    }

    /// The decisions, read; paths of documents in them are seen from a folder.
    /// - Throws: ``CommandError`` when a file is missing or broken.
    func standing(
        rules: [String], in folder: String = TextFile.workingFolder
    ) throws(CommandError) -> Standing {
        var standing = Standing(rules: rules, folder: folder)
        if !decisions.isEmpty {
            standing.decisions = FindingDecisions(try DecisionSource.read(decisions)) {
                FilePath.absolute($0, from: folder)
            }
        }
        do throws(LexiconError) {
            if let suppressions {
                standing.suppressions = try SuppressionFile(
                    text: try Self.text(suppressions), path: suppressions)
            }
            if let baseline {
                let known = try BaselineFile.read(
                    try Self.text(baseline), path: baseline, folder: folder)
                standing.load(known, from: baseline)
            }
            return standing
        } catch {
            throw CommandError(error.problems.map(\.description))
        }
    }

    private static func text(_ path: String) throws(LexiconError) -> String {
        do throws(CommandError) {
            return try TextFile.required(path)
        } catch {
            let message = error.messages.joined(separator: "; ")
            let prefix = path + ": "
            throw LexiconError(problems: [
                .init(
                    file: path, line: 0, column: 0,
                    message: message.hasPrefix(prefix) ? String(message.dropFirst(prefix.count)) : message)
            ])
        }
    }
}

/// Marks findings as suppressed, known or decided, and remembers which entries were of use.
struct Standing {
    /// What comments in the texts themselves suppress: ``applied(to:)`` expects reports that they were applied to.
    let comments: CommentSuppression
    var suppressions: SuppressionFile?
    /// What reviewers decided: ``applied(to:)`` expects reports that it was applied to.
    var decisions: FindingDecisions?
    private(set) var baseline: Baseline?
    private var baselinePath = ""
    private var usedSuppressions: Set<Int> = []
    /// What of the baseline was not found yet.
    private(set) var rest: [Baseline.Key: Int] = [:]
    /// Decisions that have no certain place.
    private var orphans: [DecisionEvent] = []
    /// Rules that count, by path of the document.
    private var rules: [String: Set<String>] = [:]

    private let folder: String

    init(rules: [String], folder: String) {
        comments = CommentSuppression(rules: rules)
        self.folder = folder
    }

    mutating func load(_ baseline: Baseline, from path: String) {
        self.baseline = baseline
        baselinePath = path
        rest = baseline.counts
    }

    /// The report with every finding's standing.
    mutating func applied(to report: Report) -> Report {
        var report = report
        if let suppressions { report = suppressions.applied(to: report, used: &usedSuppressions) }
        if let baseline { report = baseline.applied(to: report, rest: &rest) }
        return report
    }

    /// All reports of the run in order, with what reviewers decided; `rules` are those that count, by path.
    mutating func decided(
        _ reports: [Report], hashes: [String: String], rules: [String: Set<String>]
    ) -> [Report] {
        guard let decisions else { return reports }
        self.rules = Dictionary(rules.map { (FilePath.absolute($0.key, from: folder), $0.value) }) { first, _ in first }
        let decided = decisions.applied(to: reports) { Results.hash(of: $0, among: hashes) }
        orphans = decided.orphans
        return decided.reports
    }

    /// Decisions about documents that were judged or are gone, by rules that count, without a certain place.
    private var staleDecisions: [DecisionEvent] {
        orphans.filter { event in
            if let rules = rules[FilePath.absolute(event.path, from: folder)] { return rules.contains(event.rule) }
            let file = event.path.prefix { $0 != "!" }
            return FileIdentity(path: event.path) == nil && FileIdentity(path: String(file)) == nil
        }
    }

    /// What is left of the baseline for documents that were judged or are gone.
    func stale(judged: Set<String>) -> [Baseline.Key: Int] {
        let judged = Set(judged.map { baseline?.path($0) ?? $0 })
        return rest.filter { $0.value > 0 && (judged.contains($0.key.path) || FileIdentity(path: $0.key.path) == nil) }
    }

    /// What a user should tidy up, one sentence each.
    func remarks(judged: Set<String>) -> [String] {
        var remarks: [String] = []
        let stale = stale(judged: judged).reduce(0) { $0 + $1.value }
        if stale > 0 {
            remarks.append(
                "\(baselinePath): \(stale) of its findings are gone; \"counterweight baseline prune\" takes them out")
        }
        for event in staleDecisions {
            remarks.append(
                "\(TriageText.line(event)): the decision is stale, since its place is not certain any more; decide again"
            )
        }
        if let suppressions {
            let judged = Set(judged.map(FilePath.normalised))
            for entry in suppressions.entries where !usedSuppressions.contains(entry.line) {
                guard entry.path.map({ judged.contains(FilePath.normalised($0)) }) ?? true else { continue }
                remarks.append(
                    "\(suppressions.path):\(entry.line): the suppression covers no finding here; take it out if it never does"
                )
            }
        }
        return remarks
    }
}
