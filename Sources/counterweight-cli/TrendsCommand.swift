internal import ArgumentParser
internal import Observatory

/// `trends`: what became of the texts of a store over the years.
struct TrendsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trends", abstract: "Follow the figures of a store over the years, and explain a change.",
        discussion: """
            Series with their ranges and the years in which a level changes; the change between two years, split into \
            text, mix of documents, lexicon, engine and review; the words, concepts and findings that became more \
            frequent; the passages that moved a figure. Scan a corpus again with another lexicon or program to compare \
            judgements: the store keeps both.
            """)

    /// Ways to write trends.
    enum Format: String, CaseIterable { case text, json, csv, html }

    @OptionGroup(title: "Documents") var question: StoreQuestionOptions
    @OptionGroup var span: PeriodOptions
    @Option(
        help: ArgumentHelp(
            "Figure whose passages are shown: findings, controls, values, counterweights, or an axis of the scorecard such as value-balance, which is the first and taken when left out.",
            valueName: "figure"))
    var measure: String?
    @Option(
        help: ArgumentHelp(
            "Version or SHA-256 of the lexicon whose judgement is the old one; the earliest other one when left out.",
            valueName: "lexicon"))
    var then: String?
    @Option(help: ArgumentHelp("text, json, csv or html.", valueName: "format")) var format = "text"
    @Option(help: ArgumentHelp("Seed of the random draws.", valueName: "n")) var seed: UInt64 = 1
    @OptionGroup var lexicons: LexiconOptions
    @OptionGroup(title: "Output") var result: ResultOptions
    @OptionGroup var receipt: ReceiptOptions

    func run() throws {
        let format: Format = try ResultOptions.choice(format, option: "--format")
        var options = try span.options()
        let plan = ScorecardPlan(try lexicons.scorecard())
        let known = plan.trends.map(\.id)
        let measure = measure ?? plan.trends.first { $0.kind == .axis }?.id ?? "findings"
        guard known.contains(measure) else {
            throw CommandError("--measure: unknown figure \"\(measure)\"; known: \(known.joined(separator: ", "))")
        }
        options.filter = try question.filter()
        options.measure = measure
        options.then = then
        options.seed = seed
        let store = try question.open()
        let (trends, tool) = try attempt { () throws(StoreError) in
            (try TrendsMaker(store, plan: plan, options: options).trends(), try store.lastTool())
        }
        guard trends.documents > 0 else {
            throw CommandError(
                "\(question.store): no document that was asked for has a year; give years with --manifest or --path-pattern when scanning"
            )
        }
        let tables = TrendsTables(trends, tool: tool, seed: seed)
        let answer =
            switch format {
            case .text: Array(TrendsText(trends).text.utf8)
            case .json: tables.json
            case .csv: tables.csv
            case .html: TrendsPage(trends, tool: tool).html
            }
        try result.write(answer)
        try receipt.write(for: answer, seed: seed, filter: options.filter, in: store)
    }
}

/// Periods of series, and which of them are compared.
struct PeriodOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Years that make a point together.", valueName: "n")) var period = 1
    @Option(
        help: ArgumentHelp(
            "Year to compare from. Without --from and --to, the two periods farthest apart are compared that have five documents or more, half of them alike.",
            valueName: "year"))
    var from: Int?
    @Option(
        help: ArgumentHelp(
            "Year to compare to; that of the last period with text enough when only --from is given.", valueName: "year"
        ))
    var to: Int?

    /// Options of trends with these periods.
    /// - Throws: ``CommandError`` for a period of no years.
    func options() throws(CommandError) -> TrendsMaker.Options {
        guard period > 0 else { throw CommandError("--period: \(period) is no number of years; give 1 or more") }
        var options = TrendsMaker.Options()
        options.period = period
        options.from = from
        options.to = to
        return options
    }
}
