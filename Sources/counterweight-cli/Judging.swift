internal import Counterweight
internal import Desk
internal import Ingest
internal import Lexicons
internal import Reporting
internal import TextModel

/// Reads and judges inputs one after the other, each by the settings that hold for it.
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
    private let changes: [String: ChangedLines]?

    /// The reader of the input before.
    private var reader: DocumentReader?
    private(set) var reports: [Report] = []
    private var judgedPaths: Set<String> = []
    private(set) var failures: [Failure]
    private(set) var hashes: [String: String] = [:]
    /// Files in archives that were passed over because their extension names no format that is read.
    private(set) var skippedCount = 0
    /// Whether a finding counts that its own file's settings call a failure.
    private(set) var hasFailed = false

    init(
        _ lexicon: Lexicon, input: InputOptions, rules: RuleOptions, language: String?, failOn: Band?,
        wordingFrom: Band?,
        configuration: Configuration, standing: Standing, changes: [String: ChangedLines]?, failures: [Failure]
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

    /// Judges an input, or each document of an archive or message, or records why one could not be read.
    /// - Throws: ``CommandError`` when the settings for it are broken.
    mutating func judge(_ source: Input) throws(CommandError) {
        let settings = try configuration.decided(for: source.path)
        let reader = try input.completed(by: settings).reader(lexicon, like: reader)
        self.reader = reader
        let selection = try rules.completed(by: settings).selection(among: lexicon.rules)
        let language = language ?? settings.text(.language)
        let limit = failOn ?? settings.text(.failOn).flatMap(Band.init(name:)) ?? .moderate
        let documents: DocumentSource
        do throws(IngestError) { documents = try source.documents(for: reader) } catch {
            failures.append(Failure(error, path: source.path))
            return
        }
        while let item = documents.next() {
            do throws(IngestError) {
                let document = try reader.read(item)
                hashes[item.path] = Input.hash(of: item, read: document)
                judge(labelled(document, language: language), selection, changesOf: source.path, limit: limit)
            } catch {
                failures.append(Failure(error, path: item.path))
            }
        }
        skippedCount += documents.skippedCount
    }

    private mutating func judge(_ document: Document, _ selection: RuleSelection, changesOf path: String, limit: Band) {
        var report = standing.applied(to: selection.applied(to: analyzer.report(on: document)))
        if let changes {
            let lines = changes[FilePath.normalised(path)] ?? ChangedLines([])
            report = lines.applied(to: report)
        }
        if let wordingFrom { report = RemedyWriter(analyzer).report(report, from: wordingFrom) }
        if limit != .none, report.findings.contains(where: { $0.isActive && $0.band >= limit }) { hasFailed = true }
        judgedPaths.insert(report.document.path)
        reports.append(report)
    }

    /// The reports of what was judged since they were taken the last time, in order of their paths; they are not kept.
    mutating func takeReports() -> [Report] {
        defer { reports = [] }
        return reports.sorted { $0.document.path < $1.document.path }
    }

    /// Judges an input as if it were the only one; nothing of it is kept.
    /// - Throws: ``CommandError`` when the settings for it are broken.
    mutating func judgedAlone(_ source: Input) throws(CommandError) -> (report: Report?, failure: Failure?) {
        var other = self
        try other.judge(source)
        configuration = other.configuration
        reader = other.reader
        return (other.reports.first, other.failures.first)
    }

    /// Everything that was judged, with its reports.
    func results(of reports: [Report]) -> Results {
        Results(
            reports: reports, failures: failures, tool: ToolInfo(lexicon),
            rules: lexicon.rules.map(\.description), hashes: hashes)
    }

    /// What the user should tidy up among suppressions and known findings.
    var remarks: [String] { standing.remarks(judged: judgedPaths) }

    /// The known findings that it was given.
    var baseline: Baseline? { standing.baseline }

    /// What is left of the baseline for documents that were judged or are gone.
    var staleBaseline: [Baseline.Key: Int] { standing.stale(judged: judgedPaths) }

    /// The document with the caller's language, and a note where there is no text.
    private func labelled(_ document: Document, language: String?) -> Document {
        var document = document
        if let language { document.language = language }
        if document.blocks.isEmpty {
            let message =
                "no text was found in it, so nothing was judged; save a page that builds itself by script as shown"
            document.notes.append(Note(code: "no-text", message: message))
        }
        return document
    }
}
