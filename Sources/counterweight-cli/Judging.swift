internal import Counterweight
internal import Desk
internal import Ingest
internal import Lexicons
internal import Reporting
internal import TextModel

/// Reads and judges inputs, each by the settings that hold for it, and counts what they add up to.
struct Judging {
    private let lexicon: Lexicon
    private let analyzer: Analyzer
    /// Lowest band for which wording is offered; `nil` where nothing shows it.
    private let wordingFrom: Band?
    private let input: InputOptions
    private let rules: RuleOptions
    private let language: String?
    private let failOn: Band?
    private var configuration: Configuration
    private var standing: Standing
    private let changes: Changes?

    /// The reader of the input before.
    private var reader: DocumentReader?
    private var judgedPaths: Set<String> = []
    private(set) var failures: [Failure]
    private(set) var hashes: [String: String] = [:]
    /// The band from which on a finding is a failure, by path of the document.
    private var failBands: [String: Band] = [:]
    /// Files in archives that were passed over because their extension names no format that is read.
    private(set) var skippedCount = 0
    /// Whether a finding counts that its own file's settings call a failure.
    private(set) var hasFailed = false

    init(
        _ lexicon: Lexicon, input: InputOptions, rules: RuleOptions, language: String?, failOn: Band?,
        wordingFrom: Band?,
        configuration: Configuration, standing: Standing, changes: Changes?, failures: [Failure]
    ) {
        self.lexicon = lexicon
        analyzer = Analyzer(lexicon)
        self.input = input
        self.rules = rules
        self.language = language
        self.failOn = failOn
        self.wordingFrom = wordingFrom
        self.configuration = configuration
        self.standing = standing
        self.changes = changes
        self.failures = failures
    }

    /// Judges inputs on several threads, or each document of an archive or message among them, and hands over the reports
    /// of each input in order, with the hashes of all files so far; they are not kept, but until the last one where
    /// reviewers decided, since a decision may belong to any document of the same bytes. What could not be read is
    /// recorded.
    /// - Throws: ``CommandError`` when the settings for an input are broken, or `take` throws it.
    mutating func judge(
        _ inputs: [Input], threads: Int, take: ([Report], [String: String]) throws(CommandError) -> Void
    ) throws(CommandError) {
        var rest = inputs[...]
        // Settings are looked up before their input is judged, and what is known of findings is counted after.
        var settler = self
        var held: [JudgingTask.Judged] = []
        try OrderedWork(threads: min(threads, inputs.count)) { (task: JudgingTask) in task.judged() }.run {
            () throws(CommandError) -> JudgingTask? in
            try rest.popFirst().map { input throws(CommandError) in try settler.task(for: input) }
        } take: { judged throws(CommandError) in
            guard standing.decisions == nil else { return held.append(judged) }
            try take(accept(judged), hashes)
        }
        for judged in decided(held) { try take(accept(judged), hashes) }
        (configuration, reader) = (settler.configuration, settler.reader)
    }

    /// What is to be done with an input.
    private mutating func task(for source: Input) throws(CommandError) -> JudgingTask {
        let settings = try configuration.decided(for: source.path)
        let reader = try input.completed(by: settings).reader(lexicon, like: reader)
        self.reader = reader
        return JudgingTask(
            source: source, reader: reader, analyzer: analyzer,
            selection: try rules.completed(by: settings).selection(among: lexicon.rules),
            comments: standing.comments, language: language ?? settings.text(.language),
            failOn: failOn ?? settings.text(.failOn).flatMap(Band.init(name:)) ?? .moderate,
            changes: changes?.inFile(source.path), wordingFrom: wordingFrom)
    }

    /// What was judged with what reviewers decided about its findings.
    private mutating func decided(_ judged: [JudgingTask.Judged]) -> [JudgingTask.Judged] {
        let hashes = judged.reduce(into: [:]) { $0.merge($1.hashes) { $1 } }
        let rules = judged.flatMap { one in one.reports.map { ($0.document.path, one.rules) } }
        var rest = standing.decided(
            judged.flatMap(\.reports), hashes: hashes, rules: Dictionary(rules) { first, _ in first })[...]
        return judged.map { one in
            defer { rest = rest.dropFirst(one.reports.count) }
            return one.replacing(reports: Array(rest.prefix(one.reports.count)))
        }
    }

    /// Counts what was judged; the reports in order of their paths.
    private mutating func accept(_ judged: JudgingTask.Judged) -> [Report] {
        failures += judged.failures
        skippedCount += judged.skippedCount
        hashes.merge(judged.hashes) { $1 }
        let reports = judged.reports.map { report in
            let known = standing.applied(to: report)
            let report = judged.changes?[known.document.path]?.applied(to: known) ?? known
            let fails = judged.failOn != .none && report.findings.contains { $0.isActive && $0.band >= judged.failOn }
            hasFailed = hasFailed || fails
            judgedPaths.insert(report.document.path)
            failBands[report.document.path] = judged.failOn
            return report
        }
        return reports.sorted { $0.document.path < $1.document.path }
    }

    /// Judges an input as if it were the only one; nothing of it is kept.
    /// - Throws: ``CommandError`` when the settings for it are broken.
    mutating func judgedAlone(_ source: Input) throws(CommandError) -> (report: Report?, failure: Failure?) {
        var other = self
        let task = try task(for: source)
        let reports = other.decided([task.judged()]).flatMap { other.accept($0) }
        return (reports.first, other.failures.first)
    }

    /// Everything that was judged, with its reports.
    func results(of reports: [Report]) -> Results {
        Results(
            reports: reports, failures: failures, tool: ToolInfo(lexicon),
            rules: lexicon.rules.map(\.description), hashes: hashes, failBands: failBands)
    }

    /// What the user should tidy up among suppressions and known findings.
    var remarks: [String] { standing.remarks(judged: judgedPaths) }

    /// The known findings that it was given.
    var baseline: Baseline? { standing.baseline }

    /// What is left of the baseline for documents that were judged or are gone.
    var staleBaseline: [Baseline.Key: Int] { standing.stale(judged: judgedPaths) }
}
