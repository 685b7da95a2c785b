internal import Counterweight
internal import Desk
internal import Ingest
internal import LanguageServer
internal import Lexicons
internal import TextModel

/// Judges drafts of an editor as `check` would judge the same files in the root.
struct DraftJudge {
    private var judging: Judging
    private let lexicon: Lexicon
    private let lowestBand: Band
    private let sideFile: String?
    private let writer: RemedyWriter

    /// Reads settings, lexicon and decisions for a root, or for the folder that the program runs in.
    /// - Throws: ``CommandError`` when any of them is broken.
    init(
        root: String?, rules: RuleOptions, lowestBand: Band?, standing: StandingOptions, input: InputOptions,
        configurations: ConfigurationOptions, lexicons: LexiconOptions
    ) throws(CommandError) {
        let folder = root ?? TextFile.workingFolder
        var configuration = configurations.configuration(in: folder)
        let settings = try configuration.decided()
        lexicon = try lexicons.completed(by: settings).load()
        writer = RemedyWriter(Analyzer(lexicon))
        var standing = standing.completed(by: settings)
        standing.suppressions = standing.suppressions.map { FilePath.absolute($0, from: folder) }
        standing.baseline = standing.baseline.map { FilePath.absolute($0, from: folder) }
        standing.decisions = standing.decisions.map { FilePath.absolute($0, from: folder) }
        sideFile = standing.suppressions
        // An editor sends UTF-8, whatever the file itself says.
        var input = input
        input.encoding = "UTF-8"
        judging = Judging(
            lexicon, input: input, rules: rules, language: nil, failOn: nil, wordingFrom: nil,
            configuration: configuration,
            standing: try standing.standing(rules: lexicon.rules.map(\.description.id), in: folder), changes: nil,
            failures: [])
        self.lowestBand = lowestBand ?? settings.text(.minBand).flatMap(Band.init(name:)) ?? .info
    }

    /// What the server works with.
    var judge: Judge {
        var copy = self
        return Judge(
            rules: lexicon.rules, lowestBand: lowestBand, shownNotes: CheckCommand.alwaysShown,
            sideFile: sideFile.map { path in Judge.SideFile(path: path) { TextFile.optional(path) } },
            outcome: { copy.outcome(of: $0) }, rewording: { [writer] in Self.rewording(of: $0, in: $1, by: writer) })
    }

    /// Wording that was judged to help; asked for one finding at a time, since it costs a few judgements.
    private static func rewording(
        of finding: Finding, in report: Report, by writer: RemedyWriter
    ) -> Judge.Rewording? {
        guard let suggestion = writer.suggesting(for: [finding], in: report).first?.suggestion else { return nil }
        return Judge.Rewording(
            edits: suggestion.edits.map { ($0.span, $0.replacement) }, hasPlaceholder: suggestion.hasPlaceholder)
    }

    private mutating func outcome(of draft: Draft) -> Judge.Outcome {
        let format = InputFormat(rawValue: draft.languageID) ?? .text
        do throws(CommandError) {
            let (report, failure) = try judging.judgedAlone(
                .draft(path: draft.path, bytes: draft.bytes, format: format))
            if let report { return .report(report) }
            return .failure(failure?.message ?? "cannot be read")
        } catch {
            return .failure(error.messages.joined(separator: "\n"))
        }
    }
}
