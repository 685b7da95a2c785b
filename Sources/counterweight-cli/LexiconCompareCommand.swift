internal import ArgumentParser
internal import Counterweight
internal import Lexicons

/// `lexicon compare`: whether the version of a lexicon says how much it changed.
struct LexiconCompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Say what changed between two lexicons, and which version that asks for.",
        discussion:
            "A published verdict that comes out otherwise is a major change, an addition a minor one, anything else a patch. Exit code 1 when the version of NEW promises less."
    )

    @Argument(
        help: ArgumentHelp("Folder of the older lexicon; bundled names the one of the program.", valueName: "old"))
    var old: String
    @Argument(help: ArgumentHelp("Folder of the newer lexicon.", valueName: "new")) var new: String
    @Option(help: ArgumentHelp("Judged passages to compare on too; may be repeated.", valueName: "gold.jsonl"))
    var gold: [String] = []

    func run() throws {
        let (before, examples) = try LexiconOptions.compile(Self.folder(old))
        let after = try LexiconOptions.compile(Self.folder(new)).lexicon
        var passages: [GoldPassage] = []
        for file in gold { passages += try EvaluateCommand.gold(in: file) }
        let comparison = LexiconComparison(from: before, examples: examples, to: after, gold: passages)
        var text = ""
        for change in comparison.changes {
            text += "\(change.place): \(change.text.split(whereSeparator: \.isNewline).joined(separator: " "))\n"
            text += "    before: \(change.before)\n    after:  \(change.after)\n"
        }
        for part in comparison.added { text += "added    \(part)\n" }
        for part in comparison.removed { text += "removed  \(part)\n" }
        text += "\(comparison.count) published verdicts, \(comparison.changes.count) come out otherwise; "
        text += "\(comparison.added.count) additions, \(comparison.removed.count) removals\n"
        let first = try LexiconOptions.pack(Self.folder(old)).version
        let second = try LexiconOptions.pack(Self.folder(new)).version
        text += "the change is \(Self.words(comparison.step)); the versions are \(first) and \(second)"
        let isEnough: Bool
        if let first = SemanticVersion(first), let second = SemanticVersion(second) {
            let step = second.step(from: first)
            isEnough = step >= comparison.step
            text += ", which promises \(Self.words(step))"
        } else {
            isEnough = false
        }
        try Console.print(text + (isEnough ? "\n" : ": too little\n"))
        guard isEnough else { throw ExitCode(1) }
    }

    private static func folder(_ name: String) -> String? { name == "bundled" ? nil : name }

    private static func words(_ step: SemanticVersion.Step) -> String {
        switch step {
        case .none: "none"
        case .patch: "a patch"
        case .minor: "minor"
        case .major: "major"
        }
    }
}
