internal import ArgumentParser
internal import Desk
internal import Ingest
internal import Lexicons

/// What the caller knows about the inputs, for every command that reads documents.
struct InputOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Format of every input: text, html or xml; told from extension and content when left out.",
            valueName: "format"))
    var inputFormat: String?

    @Option(
        help: ArgumentHelp(
            "Encoding of every input by its IANA name, where the files do not say or say it wrongly.",
            valueName: "name"))
    var encoding: String?

    @Option(help: ArgumentHelp("Largest input that is read, in bytes.", valueName: "n"))
    var maxBytes: Int?

    /// These options, with a configuration deciding what they leave open.
    func completed(by settings: Settings) -> InputOptions {
        var options = self
        options.inputFormat = inputFormat ?? settings.text(.inputFormat)
        options.encoding = encoding ?? settings.text(.encoding)
        options.maxBytes = maxBytes ?? settings.number(.maxBytes)
        return options
    }

    /// A reader with these options and the lexicon's words for structure.
    /// - Throws: ``CommandError`` for an unknown format or a limit below one.
    func reader(_ lexicon: Lexicon) throws(CommandError) -> DocumentReader {
        var options = DocumentReader.Options(words: lexicon.structure)
        if let inputFormat {
            guard let format = InputFormat(rawValue: inputFormat) else {
                let known = InputFormat.allCases.map(\.rawValue).joined(separator: ", ")
                throw CommandError("--input-format: unknown format \"\(inputFormat)\"; known: \(known)")
            }
            options.inputFormat = format
        }
        if let maxBytes {
            guard maxBytes > 0 else {
                throw CommandError("--max-bytes: \(maxBytes) is no size; give a number above 0")
            }
            options.maximumBytes = maxBytes
        }
        options.encoding = encoding
        return DocumentReader(options: options)
    }
}
