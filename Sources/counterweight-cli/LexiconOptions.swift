internal import ArgumentParser
internal import Counterweight
internal import Desk
internal import Lexicons

/// `--lexicons`, and the one place that loads a lexicon.
struct LexiconOptions: ParsableArguments {
    @Option(
        name: .customLong("lexicons"),
        help: ArgumentHelp(
            "Folder of the lexicon; the one that came with the program when left out.", valueName: "dir"))
    var folder: String?

    /// These options, with a configuration deciding what they leave open.
    func completed(by settings: Settings) -> LexiconOptions {
        var options = self
        options.folder = folder ?? settings.text(.lexicons)
        return options
    }

    /// The lexicon, from the user's cache when it was compiled before.
    /// - Throws: ``CommandError`` with one line for each problem: file, line, column, what is allowed.
    func load() throws(CommandError) -> Lexicon {
        do throws(LexiconError) {
            return try Self.place(folder).load()
        } catch {
            throw CommandError(error.problems.map(\.description))
        }
    }

    /// What scorecards count.
    /// - Throws: ``CommandError`` as ``load()`` does.
    func scorecard() throws(CommandError) -> ScorecardStandard {
        do throws(LexiconError) {
            return try Self.place(folder).scorecard()
        } catch {
            throw CommandError(error.problems.map(\.description))
        }
    }

    /// The lexicon compiled afresh, with the examples that its concepts carry.
    /// - Throws: ``CommandError`` as ``load()`` does.
    func compile() throws(CommandError) -> (lexicon: Lexicon, examples: [ConceptExamples]) { try Self.compile(folder) }

    /// Compiles the lexicon of a folder, or the one that came with the program.
    static func compile(_ folder: String?) throws(CommandError) -> (lexicon: Lexicon, examples: [ConceptExamples]) {
        do throws(LexiconError) {
            let source = try place(folder).source()
            return try source.compile(sha256: source.contentHash)
        } catch {
            throw CommandError(error.problems.map(\.description))
        }
    }

    /// Path of the folder.
    /// - Throws: ``CommandError`` when none came with the program.
    func path() throws(CommandError) -> String {
        do throws(LexiconError) {
            return try Self.place(folder).path
        } catch {
            throw CommandError(error.problems.map(\.description))
        }
    }

    /// What the lexicon of a folder, or the one that came with the program, says of itself.
    static func pack(_ folder: String?) throws(CommandError) -> LexiconPack {
        do throws(LexiconError) {
            return try place(folder).pack()
        } catch {
            throw CommandError(error.problems.map(\.description))
        }
    }

    private static func place(_ folder: String?) throws(LexiconError) -> LexiconFolder {
        if let folder { return LexiconFolder(path: folder) }
        return try LexiconFolder.bundled()
    }
}
