internal import ArgumentParser
internal import Counterweight
internal import Ingest
internal import Reporting
internal import Review
internal import TextModel

/// `evaluate`: judges gold passages and says how well the judgements agree.
struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Measure the judgements against passages that readers have judged."
    )

    @Argument(
        help: ArgumentHelp(
            "Gold passages, one JSON object a line, or polarity probes, a table of group, sentence, target and expected.",
            valueName: "gold.jsonl"))
    var files: [String] = []
    @Option(
        help: ArgumentHelp(
            "File to write the predictions to, one JSON object a line.", valueName: "out.jsonl"))
    var predictions: String?
    @Option(
        help: ArgumentHelp(
            "List the first passages whose flag at moderate is wrong, or the first wrong probes.", valueName: "n"))
    var errors = 0
    @Option(
        help: ArgumentHelp(
            "Instead of figures, print everything that decided about the passage with this id.", valueName: "id"))
    var explain: String?
    @Option(help: ArgumentHelp("How to print the figures: text or json.", valueName: "format"))
    var format = FigureFormat.text
    @Option(
        help: ArgumentHelp(
            "File to keep the figures of every rule in; Lexicons/measured.json is what explain shows.",
            valueName: "measured.json"))
    var record: String?
    @Option(
        help: ArgumentHelp(
            "Figures that may not fall below their floors, by gold file; exit code 1 when one does.",
            valueName: "floors.json"))
    var floors: String?
    @Option(
        name: .customLong("from-decisions"), parsing: .upToNextOption,
        help: ArgumentHelp(
            "Instead of judging passages, say how often reviewers let the findings of each rule stand.",
            valueName: "decisions.json"))
    var decisions: [String] = []
    @OptionGroup var lexicons: LexiconOptions

    /// How figures are printed.
    enum FigureFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

    func run() throws {
        guard errors >= 0 else { throw CommandError("--errors: \(errors) is no count; give 0 or more") }
        guard decisions.isEmpty else { return try measureDecisions() }
        guard !files.isEmpty else {
            throw CommandError("name a file of gold passages, or files of decisions with --from-decisions")
        }
        var passages: [GoldPassage] = []
        var probes: [PolarityProbe] = []
        for file in Set(files).sorted() { try Self.read(file, &passages, &probes) }
        if let predictions { try OutputFile(path: predictions).protect(files) }
        if let record { try OutputFile(path: record).protect(files) }
        guard !passages.isEmpty || !probes.isEmpty else {
            throw CommandError("no gold passage in \(files.joined(separator: ", "))")
        }
        guard passages.isEmpty || probes.isEmpty else {
            throw CommandError("passages and polarity probes are measured apart; give the files in two runs")
        }
        if !probes.isEmpty, predictions != nil || record != nil {
            throw CommandError("--predictions and --record: polarity probes have none; leave the options out")
        }
        let lexicon = try lexicons.load()
        let analyzer = Analyzer(lexicon)
        if let explain {
            guard let passage = passages.first(where: { $0.id == explain }) else {
                throw CommandError("--explain: no passage has the id \"\(explain)\"")
            }
            let gold = GoldDocument(passage)
            let explanation = PassageExplanation(gold.document, by: analyzer)
            try Console.print(gold.block.map(explanation.text(ofBlock:)) ?? "the passage has no text\n")
            return
        }
        guard probes.isEmpty else {
            let figures = ProbeFigures(probes, by: analyzer)
            switch format {
            case .text: try Console.print(ProbeText(figures, errors: errors).text)
            case .json: try Console.write(ProbeRecord(figures).bytes)
            }
            return
        }
        let limits = try floors.map { path throws(CommandError) in try Floors(path: path, gold: files) }
        let rows: [Evaluation.Row] = passages.map { ($0, Prediction($0, by: analyzer)) }
        if let predictions {
            let lines = rows.reduce(into: []) { $0 += PredictionLine($1.prediction).bytes }
            try OutputFile(path: predictions).write(lines)
        }
        let figures = Evaluation(rows)
        if let record {
            let measurement = Measurement(
                figures, lexiconHash: lexicon.sha256, lexiconVersion: lexicon.version, date: MeasurementRecord.today,
                gold: Set(files).sorted().map { String($0.split(separator: "/").last ?? "") })
            try OutputFile(path: record).write(MeasurementRecord(measurement: measurement).bytes)
        }
        switch format {
        case .text: try Console.print(FigureText(figures).text + errorList(figures))
        case .json: try Console.write(FigureRecord(figures).bytes)
        }
        let broken = limits?.broken(by: figures) ?? []
        for line in broken { Console.error(line) }
        if !broken.isEmpty { throw ExitCode(1) }
    }

    /// Precision by rule, as reviewers decided.
    private func measureDecisions() throws {
        guard files.isEmpty, predictions == nil, explain == nil, record == nil, floors == nil else {
            throw CommandError("--from-decisions: goes with --format only; give gold passages in another run")
        }
        let state = ReviewState(try DecisionSource.read(decisions).events)
        let precision = RulePrecision(state)
        guard !precision.byRule.isEmpty else {
            throw CommandError("no decision in \(decisions.joined(separator: ", "))")
        }
        switch format {
        case .text: try Console.print(TriageText(state).precision(precision))
        case .json: try Console.write(precision.bytes)
        }
    }

    /// The gold passages of a file.
    static func gold(in file: String) throws(CommandError) -> [GoldPassage] {
        var passages: [GoldPassage] = []
        var probes: [PolarityProbe] = []
        try read(file, &passages, &probes)
        return passages
    }

    private static func read(
        _ file: String, _ passages: inout [GoldPassage], _ probes: inout [PolarityProbe]
    ) throws(CommandError) {
        let bytes: [UInt8]
        do throws(IngestError) {
            bytes = try FileBytes.read(path: file, limit: 1 << 30)
        } catch {
            throw CommandError(error.description)
        }
        do throws(GoldReader.MalformedLine) {
            if ProbeReader.isTable(bytes) {
                probes += try ProbeReader().probes(in: bytes, path: file)
            } else {
                passages += try GoldReader().passages(in: bytes, path: file)
            }
        } catch {
            throw CommandError(error.description)
        }
    }

    private func errorList(_ figures: Evaluation) -> String {
        let wrong = figures.errors(at: .moderate)
        var text = ""
        for (gold, prediction) in wrong.prefix(errors) {
            text +=
                "-- \(gold.id) gold=\(gold.band.name)/\(gold.stance.rawValue) [\(gold.rules.sorted().joined(separator: " "))]"
            text +=
                " predicted=\(prediction.band.name)/\(prediction.stance.rawValue) [\(prediction.rules.joined(separator: " "))]"
            text += " | \(gold.text.prefix(300).split(whereSeparator: \.isNewline).joined(separator: " "))\n"
        }
        if errors > 0, wrong.count > errors { text += "\(wrong.count - errors) more not listed\n" }
        return text
    }
}

/// A prediction as one line of JSON.
struct PredictionLine {
    let bytes: [UInt8]

    init(_ prediction: Prediction) {
        var json = JSONWriter(isIndented: false)
        json.object { json in
            json.string("id", prediction.id)
            json.string("kind", prediction.kind.rawValue)
            json.string("stance", prediction.stance.rawValue)
            json.string("band", prediction.band.name)
            json.integer("score", prediction.score)
            json.strings("rules", prediction.rules)
            json.strings("credits", prediction.credits)
            json.array("values") { json in
                for value in prediction.values {
                    json.object { json in
                        json.string("phrase", value.phrase)
                        json.integer("grade", value.grade)
                    }
                }
            }
            json.array("controls") { json in
                for control in prediction.controls {
                    json.object { json in
                        json.string("phrase", control.phrase)
                        json.string("stance", control.stance.rawValue)
                    }
                }
            }
        }
        json.endLine()
        bytes = json.bytes
    }
}
