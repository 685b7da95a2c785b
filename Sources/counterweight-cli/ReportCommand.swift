internal import ArgumentParser
internal import Observatory

/// `report`: a static site of a store.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Write a static site of a store, or pages for a wiki.",
        discussion: """
            The site has an overview, pages of countries, collections, bodies, years, documents and rules, the method, \
            and the tables behind its charts. It works from a disk, offline, and without script. With --format \
            mediawiki, scorecards and rules become wiki text, a file for each page.
            """)

    /// Kinds of sites.
    enum Format: String, CaseIterable { case html, mediawiki }

    @OptionGroup(title: "Documents") var question: StoreQuestionOptions
    @Option(name: [.short, .customLong("output")], help: ArgumentHelp("Folder of the site.", valueName: "folder"))
    var output: String
    @Option(help: ArgumentHelp("html or mediawiki.", valueName: "format")) var format = "html"
    @OptionGroup var span: PeriodOptions
    @Option(help: ArgumentHelp("Seed of the random draws.", valueName: "n")) var seed: UInt64 = 1

    @OptionGroup var lexicons: LexiconOptions

    func run() throws {
        let format: Format = try ResultOptions.choice(format, option: "--format")
        var options = try span.options()
        options.filter = try question.filter()
        options.seed = seed
        let plan = ScorecardPlan(try lexicons.scorecard())
        let store = try question.open()
        var count = 0
        do {
            let maker = SiteMaker(store, plan: plan, options: options, tool: try store.lastTool())
            let sink: SiteMaker.Sink = { path, bytes in
                try OutputFile(path: "\(output)/\(path)").writeMakingFolders(bytes)
                count += 1
            }
            switch format {
            case .html: try maker.write(to: sink)
            case .mediawiki: try maker.writeWiki(to: sink)
            }
        } catch let error as StoreError {
            throw CommandError(error.description)
        }
        Console.note("\(count) files were written to \(output)\(format == .html ? "; open \(output)/index.html" : "")")
    }
}
