internal import ArgumentParser
internal import Desk
internal import Ingest
internal import Lexicons
internal import TextModel

/// What the caller knows about the inputs, for every command that reads documents.
struct InputOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Format of every input, such as text, html, pdf; told from content and extension when left out.",
            valueName: "format"))
    var inputFormat: String?

    @Option(
        help: ArgumentHelp(
            "Genre of every input, such as statute, strategy, press; told from its words when left out.",
            valueName: "kind"))
    var documentKind: String?

    @Option(
        help: ArgumentHelp(
            "Encoding of every input by its IANA name, where the files do not say or say it wrongly.",
            valueName: "name"))
    var encoding: String?

    @Flag(
        help:
            "Take the pages of each folder for pages of one site: what they repeat around their text is boilerplate.")
    var oneSite = false

    @Option(help: ArgumentHelp("Largest document that is read, unpacked, in bytes.", valueName: "n"))
    var maxBytes: Int?
    @Option(help: ArgumentHelp("Deepest nesting of elements.", valueName: "n")) var maxDepth: Int?
    @Option(help: ArgumentHelp("Most text that the entities of an XML file expand to, in bytes.", valueName: "n"))
    var maxEntityBytes: Int?
    @Option(help: ArgumentHelp("Most bytes that all of an archive expands to.", valueName: "n"))
    var maxExpandedBytes: Int?
    @Option(help: ArgumentHelp("Most entries of an archive.", valueName: "n")) var maxEntries: Int?
    @Option(help: ArgumentHelp("How deep archives lie within archives.", valueName: "n")) var maxNesting: Int?
    @Option(help: ArgumentHelp("Seconds that unpacking a document or reading a PDF takes.", valueName: "n"))
    var maxSeconds: Int?
    @Option(help: ArgumentHelp("Memory for reading a PDF, in bytes.", valueName: "n")) var maxMemory: Int?

    /// These options, with a configuration deciding what they leave open.
    func completed(by settings: Settings) -> InputOptions {
        var options = self
        options.inputFormat = inputFormat ?? settings.text(.inputFormat)
        options.encoding = encoding ?? settings.text(.encoding)
        options.maxBytes = maxBytes ?? settings.number(.maxBytes)
        return options
    }

    /// A reader with these options and the lexicon's words for structure.
    /// - Throws: ``CommandError`` for an unknown format or kind, or a limit below one.
    ///
    /// Words that were made ready for another reader of the same lexicon serve again.
    func reader(_ lexicon: Lexicon, like other: DocumentReader? = nil) throws(CommandError) -> DocumentReader {
        var options = DocumentReader.Options(words: lexicon.structure)
        if let inputFormat {
            guard let format = InputFormat(rawValue: inputFormat) else {
                let known = InputFormat.allCases.map(\.rawValue).joined(separator: ", ")
                throw CommandError("--input-format: unknown format \"\(inputFormat)\"; known: \(known)")
            }
            options.inputFormat = format
        }
        if let documentKind {
            guard let kind = DocumentKind(rawValue: documentKind) else {
                let known = DocumentKind.allCases.map(\.rawValue).joined(separator: ", ")
                throw CommandError("--document-kind: unknown kind \"\(documentKind)\"; known: \(known)")
            }
            options.kind = kind
        }
        try limit(&options.maximumBytes, maxBytes, "--max-bytes")
        try limit(&options.maximumDepth, maxDepth, "--max-depth")
        try limit(&options.maximumEntityText, maxEntityBytes, "--max-entity-bytes")
        try limit(&options.maximumExpandedBytes, maxExpandedBytes, "--max-expanded-bytes")
        try limit(&options.maximumEntries, maxEntries, "--max-entries")
        try limit(&options.maximumNesting, maxNesting, "--max-nesting")
        try limit(&options.maximumSeconds, maxSeconds, "--max-seconds")
        try limit(&options.maximumMemory, maxMemory, "--max-memory")
        options.worker = "/proc/self/exe"
        options.encoding = encoding
        options.site = oneSite ? other?.options.site ?? SitePages() : nil
        options.language =
            other?.options.language
            ?? KnownLanguage(tag: lexicon.language.tag, words: lexicon.language.functionWords)
        return other.map { DocumentReader(options: options, wordsOf: $0) } ?? DocumentReader(options: options)
    }

    private func limit(_ limit: inout Int, _ value: Int?, _ option: String) throws(CommandError) {
        guard let value else { return }
        guard value > 0 else { throw CommandError("\(option): \(value) is no size; give a number above 0") }
        limit = value
    }
}
