internal import ArgumentParser
internal import Counterweight
internal import Lexicons

/// `--lexicons`, and the one place that loads a lexicon.
struct LexiconOptions: ParsableArguments {
    @Option(
        name: .customLong("lexicons"),
        help: ArgumentHelp(
            "Folder of the lexicon; the one that came with the program when left out.", valueName: "dir"))
    var folder: String?

    /// Reads and compiles the lexicon, with the examples that its concepts carry.
    /// - Throws: ``CommandError`` with one line for each problem: file, line, column, what is allowed.
    func load() throws(CommandError) -> (lexicon: Lexicon, examples: [ConceptExamples]) {
        try Self.load(folder)
    }

    /// Reads and compiles the lexicon of a folder, or the one that came with the program.
    static func load(_ folder: String?) throws(CommandError) -> (
        lexicon: Lexicon, examples: [ConceptExamples]
    ) {
        do throws(LexiconError) {
            let place = if let folder { LexiconFolder(path: folder) } else { try LexiconFolder.bundled() }
            let source = try place.source()
            return try source.compile(sha256: source.contentHash)
        } catch {
            throw CommandError(error.problems.map(\.description))
        }
    }
}
