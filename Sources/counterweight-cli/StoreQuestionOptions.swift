internal import ArgumentParser
internal import Observatory
internal import Reporting

/// A store, and which of its documents a question is about.
struct StoreQuestionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The store that \"scan\" filled.", valueName: "file.db")) var store: String
    @OptionGroup var filters: DocumentFilterOptions

    /// The documents that were asked for.
    func filter() throws(CommandError) -> DocumentFilter { try filters.filter() }

    /// The store, open for reading.
    func open() throws(CommandError) -> Store {
        try attempt { () throws(StoreError) in try Store(path: store, for: .reading) }
    }
}

/// Which documents of a store a question is about; what is left open lets every document in.
struct DocumentFilterOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Only documents of these years, such as 1990 or 1990-2005.", valueName: "years"))
    var years: String?
    @Option(help: ArgumentHelp("Only documents of this country; may be repeated.", valueName: "name"))
    var country: [String] = []
    @Option(help: ArgumentHelp("Only documents of this body; may be repeated.", valueName: "name"))
    var body: [String] = []
    @Option(help: ArgumentHelp("Only documents of this collection; may be repeated.", valueName: "name"))
    var collection: [String] = []
    @Option(help: ArgumentHelp("Only documents of this kind; may be repeated.", valueName: "kind"))
    var kind: [String] = []
    @Option(help: ArgumentHelp("Only this document, by its path in the store; may be repeated.", valueName: "path"))
    var path: [String] = []

    /// The documents that were asked for.
    /// - Throws: ``CommandError`` for years that are none.
    func filter() throws(CommandError) -> DocumentFilter {
        var filter = DocumentFilter()
        if let years {
            let ends = years.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1], first <= last
            else { throw CommandError("--years: \"\(years)\" names no years; write 1998 or 1990-2005") }
            filter.years = first...last
        }
        filter.countries = Set(country)
        filter.bodies = Set(body)
        filter.collections = Set(collection)
        filter.kinds = Set(kind)
        filter.paths = Set(path)
        return filter
    }
}

/// A receipt of an answer, with which "verify" gives it again.
struct ReceiptOptions: ParsableArguments {
    @Option(help: ArgumentHelp("File for a receipt, which \"verify\" reads.", valueName: "file")) var receipt: String?

    /// Writes the receipt of an answer, when one was asked for.
    func write(
        for answer: [UInt8], seed: UInt64, filter: DocumentFilter, in store: Store
    ) throws(CommandError) {
        guard let receipt else { return }
        let proof = try attempt { () throws(StoreError) in
            try Receipt(
                question: Self.command(CommandLine.arguments.dropFirst()), version: ToolVersion.current, seed: seed,
                filter: filter, in: store, answer: answer)
        }
        try OutputFile(path: receipt).write(proof.json)
    }

    /// The words of a command without those that say where its results go.
    static func command(_ words: some Sequence<String>) -> [String] {
        let places = ["--receipt", "--output", "-o"]
        var command: [String] = []
        var isPlace = false
        for word in words {
            if isPlace {
                isPlace = false
            } else if places.contains(word) {
                isPlace = true
            } else if !places.contains(where: { word.hasPrefix("\($0)=") }) {
                command.append(word)
            }
        }
        return command
    }
}

/// Where a single result goes.
struct ResultOptions: ParsableArguments {
    @Option(
        name: [.short, .customLong("output")],
        help: ArgumentHelp("File to write to, instead of standard output.", valueName: "file"))
    var output: String?

    /// Writes the result.
    func write(_ bytes: [UInt8]) throws(CommandError) {
        guard let output else { return try Console.write(bytes) }
        try OutputFile(path: output).write(bytes)
    }

    /// One of a list of names.
    static func choice<Choice: RawRepresentable & CaseIterable>(
        _ text: String, option: String
    ) throws(CommandError) -> Choice where Choice.RawValue == String {
        guard let choice = Choice(rawValue: text) else {
            let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw CommandError("\(option): unknown value \"\(text)\"; known: \(known)")
        }
        return choice
    }
}
