internal import ArgumentParser
internal import Counterweight
internal import Lexicons

/// `explain`: a rule, or the judgement of the passage at a line of a file.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Explain a rule, or the judgement of one passage.",
        discussion:
            "RULE prints its definition, norms, remedy and examples; FILE:LINE everything that decided about the passage there."
    )

    @Argument(
        help: ArgumentHelp(
            "A rule such as CW01, or a place such as draft.txt:12.", valueName: "rule|file:line"))
    var subject: String
    @OptionGroup(title: "Input") var input: InputOptions
    @OptionGroup var lexicons: LexiconOptions

    func run() throws {
        let lexicon = try lexicons.load()
        if let place = place {
            let document = try input.document(place.file, lexicon)
            let report = Analyzer(lexicon).report(on: document)
            try Console.print(try PassageExplanation(report).text(ofLine: place.line))
            return
        }
        guard
            let rule = lexicon.rule(subject.uppercased())
                ?? lexicon.rules.first(where: { $0.description.name == subject })
        else {
            let known = lexicon.rules.flatMap { [$0.description.id, $0.description.name] }
            throw CommandError(
                unknownRule: subject, suggestion: NearestName(among: known).nearest(to: subject))
        }
        try Console.print(RuleExplanation(rule).text)
    }

    /// The subject as a place: everything before the last colon, and the number after it.
    private var place: (file: String, line: Int)? {
        guard let colon = subject.lastIndex(of: ":"), colon != subject.startIndex,
            let line = Int(subject[subject.index(after: colon)...]), line > 0
        else { return nil }
        return (String(subject[..<colon]), line)
    }
}
