internal import ArgumentParser
internal import Counterweight
internal import Ingest
internal import Lexicons
internal import Observatory
internal import Reporting
internal import TextModel

/// `kwic`: every use of a term or concept with the words around it.
struct KwicCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kwic", abstract: "Show a term or concept in its context, in files or in a store.",
        discussion: """
            A concept is named by its id (V07), its name (freedom-from-harm) or its family (value, counterweight, \
            control, safeguard); anything else is a term, whose words may hold * for any letters. --term takes a word \
            that is also a name of a concept as a term. Exit codes: 0 shown, 2 something could not be read.
            """)

    /// Ways to write lines.
    enum Format: String, CaseIterable { case text, csv, jsonl, html }

    @Argument(help: ArgumentHelp("Term, or concept.", valueName: "term")) var subject: String
    @Argument(help: ArgumentHelp("Files and directories; a --store instead of them.", valueName: "path"))
    var paths: [String] = []
    @Option(help: ArgumentHelp("A store that \"scan\" filled.", valueName: "file.db")) var store: String?
    @Flag(help: "Take it as a term, whatever concepts are called.") var term = false
    @Option(help: ArgumentHelp("Words on both sides.", valueName: "n")) var window = 8
    @Option(
        help: ArgumentHelp(
            "Order: \(ConcordanceOrder.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "order"))
    var sort = "place"
    @Flag(help: "Only uses that count: live counterweights and safeguards, values in own voice, asserted controls.")
    var live = false
    @Option(help: ArgumentHelp("Only uses of this stance; may be repeated.", valueName: "stance"))
    var stance: [String] = []
    @Option(help: ArgumentHelp("text, csv, jsonl or html.", valueName: "format")) var format = "text"
    @OptionGroup(title: "Documents of a store") var filters: DocumentFilterOptions
    @OptionGroup(title: "Output") var result: ResultOptions
    @OptionGroup(title: "Input") var input: InputOptions
    @OptionGroup var lexicons: LexiconOptions

    func run() throws {
        let format: Format = try ResultOptions.choice(format, option: "--format")
        let order: ConcordanceOrder = try ResultOptions.choice(sort, option: "--sort")
        for name in stance { let _: Stance = try ResultOptions.choice(name, option: "--stance") }
        guard window >= 0 else { throw CommandError("--window: give 0 words or more") }
        guard (store == nil) != paths.isEmpty else {
            throw CommandError("name either files and directories or a --store to look in")
        }
        let lexicon = try lexicons.load()
        let subject = try subject(among: lexicon)
        if case .term = subject, let option = live ? "--live" : stance.first.map({ "--stance \($0)" }) {
            throw CommandError(
                "\(option): \"\(self.subject)\" is a term, and only uses of concepts are judged; leave the option out or name a concept"
            )
        }
        let concordance = Concordance(
            subject, window: window, onlyLive: live, stances: Set(stance))
        var lines: [ConcordanceLine] = []
        var failures: [Failure] = []
        if let store {
            let filter = try filters.filter()
            lines = try attempt { () throws(StoreError) in
                try concordance.lines(in: try Store(path: store, for: .reading), filter)
            }
        } else {
            (lines, failures) = try look(concordance, lexicon)
        }
        lines = order.sorted(lines)
        for failure in failures { Console.error("\(failure.path): \(failure.message)") }
        let formats = ConcordanceFormats(lines, subject: self.subject)
        switch format {
        case .text:
            // A file is read with a wider window than a terminal.
            let width = result.output == nil ? Console.columns : nil
            try result.write(Array(formats.text(width: width, groupsByPath: order == .place).utf8))
        case .csv: try result.write(formats.csv)
        case .jsonl: try result.write(formats.jsonLines)
        case .html: try result.write(formats.html(tool: ToolInfo(lexicon)))
        }
        if lines.isEmpty { Console.note("no use of \"\(self.subject)\" was found") }
        guard failures.isEmpty else { throw ExitCode(2) }
    }

    private func subject(among lexicon: Lexicon) throws(CommandError) -> Concordance.Subject {
        if !term {
            let ids = lexicon.concepts.filter { concept in
                guard let family = concept.kind.family else { return false }
                return concept.id == subject || concept.name == subject || family.rawValue == subject
            }.map(\.id)
            if !ids.isEmpty { return .concepts(Set(ids)) }
        }
        guard let pattern = TermPattern(subject) else {
            throw CommandError("\"\(subject)\" holds no word and is no concept; see: counterweight lexicon show")
        }
        return .term(pattern)
    }

    /// Lines of files, one document after another.
    private func look(
        _ concordance: Concordance, _ lexicon: Lexicon
    ) throws(CommandError) -> (lines: [ConcordanceLine], failures: [Failure]) {
        let reader = try input.reader(lexicon)
        let analyzer = Analyzer(lexicon)
        let catalog = InputCatalog(paths: paths, standardInputName: "<stdin>")
        var lines: [ConcordanceLine] = []
        var failures = catalog.failures
        for source in catalog.inputs {
            do throws(IngestError) {
                let documents = try source.documents(for: reader)
                while let item = documents.next() {
                    do throws(IngestError) {
                        lines += concordance.lines(in: analyzer.report(on: try reader.read(item)))
                    } catch {
                        failures.append(Failure(error, path: item.path))
                    }
                }
            } catch {
                failures.append(Failure(error, path: source.path))
            }
        }
        return (lines, failures)
    }
}
