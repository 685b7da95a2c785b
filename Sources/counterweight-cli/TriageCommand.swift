internal import ArgumentParser
internal import Ingest
internal import Observatory
internal import Review

/// `triage`: moves the decisions of reviewers between reports, stores and each other.
struct TriageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "triage", abstract: "Bring together, list and measure the decisions of reviewers.",
        discussion: """
            The HTML report exports decisions as a file and imports such files. Exit codes: 0 done, 1 reviewers differ or \
            decisions have lost their place, 2 wrong usage or a file that cannot be read.
            """,
        subcommands: [
            TriageListCommand.self, TriageMergeCommand.self, TriageImportCommand.self, TriageExportCommand.self,
        ])
}

/// `triage list`: what was decided.
struct TriageListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List findings with what reviewers decided, and the precision of each rule.")
    @OptionGroup var source: DecisionSource
    @Flag(help: "Only findings on which reviewers differ.") var disputed = false

    func run() throws {
        let state = ReviewState(try source.file().events)
        try Console.print(TriageText(state).list(onlyDisputed: disputed))
        if disputed, state.entries.contains(where: \.isDisputed) { throw ExitCode(1) }
    }
}

/// `triage merge`: brings files together.
struct TriageMergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Merge the decisions of reviewers and say how far they agree.",
        discussion: """
            Prints agreement between every two reviewers (percent, Cohen's kappa) and of all (Krippendorff's alpha) with \
            intervals of 95%, and the findings on which they differ.
            """)
    @Argument(help: ArgumentHelp("Files of decisions.", valueName: "decisions.json")) var files: [String]
    @Option(help: ArgumentHelp("What two files had in common, for a merge in three ways.", valueName: "decisions.json"))
    var base: String?
    @Option(
        name: [.short, .customLong("output")],
        help: ArgumentHelp("File to write all decisions to.", valueName: "decisions.json"))
    var output: String?
    @Option(help: ArgumentHelp("File to write the disputed findings to, as JSON.", valueName: "list.json"))
    var adjudication: String?

    func run() throws {
        guard base == nil || files.count == 2 else {
            throw CommandError("--base: a merge in three ways is one of two files; \(files.count) were given")
        }
        for path in [output, adjudication].compactMap(\.self) {
            try OutputFile(path: path).protect(files + [base].compactMap(\.self))
        }
        let base = try base.map { path throws(CommandError) in try DecisionSource.read(path) }
        var merged: DecisionFile?
        var collisions: [DecisionMerge.Collision] = []
        for path in files {
            let file = try DecisionSource.read(path)
            guard let before = merged else {
                merged = file
                continue
            }
            let merge = DecisionMerge(base: base, ours: before, theirs: file)
            merged = merge.merged
            collisions += merge.collisions
        }
        guard let merged else { return }
        let state = ReviewState(merged.events)
        let agreement = ReviewAgreement(state)
        if let output { try OutputFile(path: output).write(merged.bytes) }
        if let adjudication { try OutputFile(path: adjudication).write(AdjudicationList(agreement.disputed).bytes) }
        try Console.print(TriageText(state).agreement(agreement))
        for collision in collisions {
            Console.error(
                "event \(collision.id): changed in two ways: \(Self.name(collision.ours)) and \(Self.name(collision.theirs)); "
                    + (base == nil ? "left out" : "kept as it was") + ": settle it and merge again")
        }
        if !agreement.disputed.isEmpty || !collisions.isEmpty { throw ExitCode(1) }
    }

    private static func name(_ event: DecisionEvent?) -> String {
        event.map { "\($0.kind.rawValue) by \($0.reviewer)" } ?? "removed"
    }
}

/// `triage import`: ties decisions to a report or a store.
struct TriageImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Tie decisions to the findings of a report, or add them to a store.",
        discussion: """
            A decision keeps its place only where that is certain. The others are listed with their words and are written \
            nowhere but to --orphans.
            """)
    @Argument(help: ArgumentHelp("Files of decisions, Web Annotations or brat.", valueName: "file")) var files: [String]
    @Option(help: ArgumentHelp("The store to add them to.", valueName: "file.db")) var store: String?
    @Option(help: ArgumentHelp("The report whose findings they belong to, as JSON.", valueName: "report.json"))
    var report: String?
    @Option(
        name: [.short, .customLong("output")],
        help: ArgumentHelp("File to write the decisions to that have a place.", valueName: "decisions.json"))
    var output: String?
    @Option(help: ArgumentHelp("File to write those to that have none.", valueName: "decisions.json"))
    var orphans: String?

    func run() throws {
        guard (store == nil) != (report == nil) else {
            throw CommandError("triage import: give either --store FILE.db or --report REPORT.json")
        }
        for path in [output, orphans].compactMap(\.self) {
            try OutputFile(path: path).protect(files + [report, store].compactMap(\.self))
        }
        let file = try DecisionSource.read(files)
        let result: (placed: [DecisionEvent], moved: Int, orphans: [Anchoring.Orphan])
        if let store {
            let opened = try attempt { () throws(StoreError) in
                try Store(path: store, for: .writing(purpose: "triage import"))
            }
            let events = StoredEvents(opened)
            let (targets, texts) = try attempt(events.targets)
            result = Anchoring(targets, texts: texts).place(file.events)
            // What the store holds is never changed, also where its document goes by another name now.
            let known = Dictionary(try attempt(events.all).map { ($0.id, $0) }) { first, _ in first }
            let placed = result.placed.map { event in
                known[event.id].flatMap { $0.isSame(butForPlaceOf: event) ? $0 : nil } ?? event
            }
            let count = try attempt { () throws(StoreError) in try events.add(placed) }
            Console.note("\(count) new events in \(store); \(result.placed.count - count) were there already")
        } else {
            let report = try DecisionSource.report(report ?? "")
            result = Anchoring(report.targets, documents: report.documents).place(file.events)
        }
        if result.moved > 0 {
            Console.note("\(result.moved) decisions were tied to their words under another name or path")
        }
        if let output { try OutputFile(path: output).write(try DecisionSource.bytes(of: result.placed)) }
        if let orphans {
            try OutputFile(path: orphans).write(try DecisionSource.bytes(of: result.orphans.map(\.event)))
        }
        guard !result.orphans.isEmpty else { return }
        try Console.print(TriageText.orphans(result.orphans))
        throw ExitCode(1)
    }
}

/// `triage export`: writes decisions in the shapes of other programs.
struct TriageExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write decisions as JSON, judged passages, Web Annotations, brat or a table.")
    @OptionGroup var source: DecisionSource
    @Option(
        help: ArgumentHelp(
            "decisions, annotations (W3C Web Annotation), brat, tsv (one token a line) or gold (judged passages).",
            valueName: "format"))
    var format = DecisionFormat.decisions
    @Option(help: ArgumentHelp("Report that gold takes its passages from, as JSON.", valueName: "report.json"))
    var report: String?
    @Option(
        name: [.short, .customLong("output")],
        help: ArgumentHelp("File to write to; brat writes FILE.txt and FILE.ann.", valueName: "file"))
    var output: String?
    @Flag(help: "Write even where the format cannot hold everything.") var allowLoss = false

    func run() throws {
        let file = try source.file()
        if let output { try OutputFile(path: output).protect(source.files) }
        var passages: [DecisionEvent.Subject: String] = [:]
        if format == .gold {
            guard let report else {
                throw CommandError("--format gold: the passages stand in the report; name it with --report REPORT.json")
            }
            passages = try DecisionSource.report(report).passages
        }
        let written = format.write(file, passages: passages)
        guard written.losses.isEmpty || allowLoss else {
            throw CommandError(
                written.losses.map { "--format \(format.rawValue): \($0)" }
                    + ["nothing was written; --allow-loss writes what the format can hold"])
        }
        for loss in written.losses { Console.note("left out: \(loss)") }
        for (ending, bytes) in written.files {
            if let output {
                try OutputFile(path: output + ending).write(bytes)
            } else {
                guard written.files.count == 1 else { throw CommandError("--output: brat needs a file to write to") }
                try Console.write(bytes)
            }
        }
    }
}

extension DecisionFormat: ExpressibleByArgument {}
