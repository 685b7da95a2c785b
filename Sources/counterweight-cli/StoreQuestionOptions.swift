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
