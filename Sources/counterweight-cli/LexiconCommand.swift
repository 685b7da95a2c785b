internal import ArgumentParser
internal import Counterweight
internal import Lexicons

/// `lexicon lint|test|show`.
struct LexiconCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lexicon", abstract: "Check and show the lexicon.", subcommands: [Lint.self, Test.self, Show.self])

    struct Lint: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Check every file of a lexicon: keys, duplicates, patterns.")
        @Argument(help: "Folder of the lexicon; the one that came with the program when left out.") var folder: String?

        func run() throws {
            let (lexicon, _) = try LexiconCommand.compile(folder)
            print("\(lexicon.concepts.count) concepts, \(lexicon.entries.count) patterns, \(lexicon.rules.count) rules: no problem found")
        }
    }

    struct Test: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Run the examples that every concept carries.")
        @Argument(help: "Folder of the lexicon; the one that came with the program when left out.") var folder: String?

        func run() throws {
            let (lexicon, examples) = try LexiconCommand.compile(folder)
            let failures = LexiconTest(lexicon).failures(of: examples)
            for failure in failures {
                print("\(failure.concept): should \(failure.shouldFind ? "find" : "pass"): \(failure.example)")
                for found in failure.found { print("    \(found)") }
            }
            let count = examples.reduce(0) { $0 + $1.find.count + $1.pass.count }
            print("\(count) examples of \(examples.count) concepts, \(failures.count) not as stated")
            if !failures.isEmpty { throw ExitCode(1) }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show what the lexicon finds in a text.")
        @Option(help: "Folder of the lexicon.") var folder: String?
        @Argument(help: "The text.") var text: String

        func run() throws {
            let (lexicon, _) = try LexiconCommand.compile(folder)
            for match in LexiconTest(lexicon).matches(in: text) { print("\(match.concept)\t\(match.words)\t\(match.pattern)") }
        }
    }

    static func compile(_ folder: String?) throws -> (lexicon: Lexicon, examples: [ConceptExamples]) {
        do throws(LexiconError) {
            let folder = if let folder { LexiconFolder(path: folder) } else { try LexiconFolder.bundled() }
            return try folder.source().compile(sha256: "")
        } catch {
            print(error)
            throw ExitCode(2)
        }
    }
}
