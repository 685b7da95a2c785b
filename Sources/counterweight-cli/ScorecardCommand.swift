internal import ArgumentParser
internal import Observatory
internal import Reporting

/// `scorecard`: what the texts of a document, body, country, collection or year say in figures.
struct ScorecardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scorecard",
        abstract: "Score documents, bodies, countries, collections or years of a store.",
        discussion: """
            Eight axes of wording and the eight core Internet values, each with what was counted among what, a range of \
            95% over documents, a band from 0 to 4 by a published formula, and the passages behind it. What cannot be \
            assessed is said and is not zero. Clauses that documents copy from each other count once.
            """)

    /// Ways to write scorecards.
    enum Format: String, CaseIterable { case text, json, csv, html }

    @OptionGroup(title: "Documents") var question: StoreQuestionOptions
    @Option(
        help: ArgumentHelp(
            "What gets a card: \(ScorecardGrouping.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "what"))
    var by = "all"
    @Option(help: ArgumentHelp("text, json, csv or html.", valueName: "format")) var format = "text"
    @Option(help: ArgumentHelp("Passages that are shown for each figure.", valueName: "n")) var quotations = 3
    @Option(help: ArgumentHelp("Seed of the random draws.", valueName: "n")) var seed: UInt64 = 1
    @OptionGroup var lexicons: LexiconOptions
    @OptionGroup(title: "Output") var result: ResultOptions
    @OptionGroup var receipt: ReceiptOptions

    func run() throws {
        let grouping: ScorecardGrouping = try ResultOptions.choice(by, option: "--by")
        let format: Format = try ResultOptions.choice(format, option: "--format")
        guard quotations >= 0 else { throw CommandError("--quotations: give 0 or more") }
        let filter = try question.filter()
        let plan = ScorecardPlan(try lexicons.scorecard())
        let store = try question.open()
        let (cards, tool) = try attempt { () throws(StoreError) in
            let maker = ScorecardMaker(
                store, plan: plan, filter: filter, by: grouping, quotations: quotations, seed: seed)
            return (try maker.cards(), try store.lastTool())
        }
        guard !cards.isEmpty else {
            throw CommandError("\(question.store): no document of the store is among those that were asked for")
        }
        let tables = ScorecardTables(cards, by: grouping, plan: plan, tool: tool, seed: seed)
        let answer =
            switch format {
            case .text: Array(ScorecardText(cards, by: grouping, plan: plan).text.utf8)
            case .json: tables.json
            case .csv: tables.csv
            case .html: ScorecardPage(cards, by: grouping, plan: plan, tool: tool).html
            }
        try result.write(answer)
        try receipt.write(for: answer, seed: seed, filter: filter, in: store)
    }
}
