internal import ArgumentParser
internal import Counterweight
internal import Lexicons

/// `lexicon lint|test|show`.
struct LexiconCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lexicon", abstract: "Check and show the lexicon.",
        subcommands: [
            Lint.self, Test.self, LexiconShowCommand.self, LexiconNewCommand.self, LexiconCompareCommand.self,
        ])

    struct Lint: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check every file of a lexicon: keys, duplicates, patterns.")
        @Argument(help: "Folder of the lexicon, as with --lexicons.") var folder: String?
        @OptionGroup var lexicons: LexiconOptions

        func run() throws {
            let place = folder ?? lexicons.folder
            let lexicon = try LexiconOptions.compile(place).lexicon
            let pack = try LexiconOptions.pack(place)
            try Console.print(
                "\(lexicon.concepts.count) concepts, \(lexicon.entries.count) patterns, \(lexicon.rules.count) rules: no problem found\n"
            )
            let base = pack.extends.map { ", extends \($0)" } ?? ""
            try Console.print("\(pack.name) \(lexicon.version), \(pack.licence)\(base), sha256:\(lexicon.sha256)\n")
        }
    }

    struct Test: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Run the examples that every concept and every rule carries.")
        @Argument(help: "Folder of the lexicon, as with --lexicons.") var folder: String?
        @Flag(help: "List the patterns that no example sets off.") var coverage = false
        @OptionGroup var lexicons: LexiconOptions

        func run() throws {
            let (lexicon, examples) = try LexiconOptions.compile(folder ?? lexicons.folder)
            let concepts = LexiconTest(lexicon).failures(of: examples)
            for failure in concepts { try Console.print(text(failure)) }
            let ruleTest = RuleTest(lexicon)
            let rules = ruleTest.failures()
            for failure in rules { try Console.print(text(failure)) }
            let count = examples.reduce(0) { $0 + $1.find.count + $1.pass.count }
            try Console.print(
                "\(count) examples of \(examples.count) concepts, \(concepts.count) not as stated\n")
            try Console.print(
                "\(ruleTest.count) examples of \(lexicon.rules.count) rules, \(rules.count) not as stated\n")
            if coverage {
                let coverage = LexiconCoverage(of: lexicon, examples: examples)
                for gap in coverage.gaps { try Console.print("\(gap.concept): no example sets off: \(gap.pattern)\n") }
                try Console.print("\(coverage.count) patterns, \(coverage.gaps.count) without an example\n")
            }
            if !concepts.isEmpty || !rules.isEmpty { throw ExitCode(1) }
        }

        private func text(_ failure: LexiconTest.Failure) -> String {
            "\(failure.concept): should \(failure.shouldFind ? "find" : "pass"): \(failure.example)\n"
                + failure.found.map { "    \($0)\n" }.joined()
        }

        private func text(_ failure: RuleTest.Failure) -> String {
            "\(failure.rule): should \(failure.shouldFire ? "fire" : "not fire"): \(failure.example)\n"
                + "    fired: \(failure.fired.isEmpty ? "nothing" : failure.fired.joined(separator: ", "))\n"
                + failure.mentions.map { "    \($0)\n" }.joined()
        }
    }
}
