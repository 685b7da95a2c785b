internal import ArgumentParser
internal import Desk
internal import Lexicons
internal import TextModel

/// `--baseline` and `--suppressions`: findings that somebody has decided about.
struct StandingOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Findings that are known; only others count.", valueName: "file"))
    var baseline: String?

    @Option(
        help: ArgumentHelp("Suppressions by fingerprint, for texts that cannot be edited.", valueName: "file"))
    var suppressions: String?

    /// These options, with a configuration deciding what they leave open.
    func completed(by settings: Settings) -> StandingOptions {
        var options = self
        options.baseline = baseline ?? settings.text(.baseline)
        options.suppressions = suppressions ?? settings.text(.suppressions)
        return options
    }

    /// The decisions, read.
    /// - Throws: ``CommandError`` when a file is missing or broken.
    func standing(rules: [String]) throws(CommandError) -> Standing {
        do throws(LexiconError) {
            var standing = Standing(rules: rules)
            if let suppressions {
                standing.suppressions = try SuppressionFile(
                    text: try Self.text(suppressions), path: suppressions)
            }
            if let baseline {
                let known = try BaselineFile.read(
                    try Self.text(baseline), path: baseline, folder: TextFile.workingFolder)
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

/// Marks findings as suppressed or known, and remembers which decisions were of use.
struct Standing {
    /// What comments in the texts themselves suppress: ``applied(to:)`` expects reports that they were applied to.
    let comments: CommentSuppression
    var suppressions: SuppressionFile?
    private(set) var baseline: Baseline?
    private var baselinePath = ""
    private var usedSuppressions: Set<Int> = []
    /// What of the baseline was not found yet.
    private(set) var rest: [Baseline.Key: Int] = [:]

    init(rules: [String]) { comments = CommentSuppression(rules: rules) }

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
