internal import ArgumentParser
internal import Counterweight
internal import Lexicons
internal import TextModel

/// `lexicon show`: a concept with all it is made of, or what the lexicon finds in a text.
struct LexiconShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a concept, or what the lexicon finds in a text.")

    @Argument(
        help: ArgumentHelp(
            "A concept by id or name; all concepts are listed when left out.", valueName: "concept"))
    var concept: String?
    @Option(help: ArgumentHelp("A text: show what matches in it.", valueName: "text")) var text: String?
    @OptionGroup var lexicons: LexiconOptions

    func run() throws {
        guard concept == nil || text == nil else {
            throw CommandError("a concept and --text cannot be shown at once; give one of them")
        }
        let (lexicon, examples) = try lexicons.compile()
        if let text {
            for match in LexiconTest(lexicon).matches(in: text) {
                try Console.print("\(match.concept)\t\(match.words)\t\(match.pattern)\n")
            }
            return
        }
        guard let concept else {
            try Console.print(lexicon.concepts.map { "\($0.id)\t\($0.name)\t\($0.title)\n" }.joined())
            return
        }
        guard let index = lexicon.concepts.firstIndex(where: { $0.id == concept || $0.name == concept })
        else {
            let known = lexicon.concepts.flatMap { [$0.id, $0.name] }
            let hint = NearestName(among: known).nearest(to: concept).map { "did you mean \($0)? " } ?? ""
            throw CommandError(
                "unknown concept \"\(concept)\"; \(hint)\"counterweight lexicon show\" lists them all")
        }
        let own = examples.first { $0.concept == lexicon.concepts[index].id }
        try Console.print(
            page(
                lexicon.concepts[index], entries: lexicon.entries.filter { $0.concept == index },
                examples: own))
    }

    private func page(_ concept: Concept, entries: [Entry], examples: ConceptExamples?) -> String {
        var text = "\(concept.id) \(concept.name): \(concept.title)\n\(concept.kind.words)\n"
        text += list("patterns", entries.filter { !$0.isInnocent }.map(\.words))
        text += list("other senses, which are no mention", entries.filter(\.isInnocent).map(\.pattern))
        text += list("norms", concept.norms)
        text += list("must be found in", examples?.find ?? [])
        text += list("must not be found in", examples?.pass ?? [])
        return text
    }

    private func list(_ title: String, _ items: [String]) -> String {
        items.isEmpty ? "" : "\n\(title):\n" + items.map { "  \($0)\n" }.joined()
    }
}

extension ConceptKind {
    /// The kind with its attributes, in the terms of the lexicon files.
    fileprivate var words: String {
        switch self {
        case .value(let legitimacy): return "value; legitimacy \(legitimacy.rawValue)"
        case .counterweight(let isGeneric): return isGeneric ? "counterweight; generic" : "counterweight"
        case .control(let intrusiveness, let touches):
            let values = touches.map(\.rawValue).joined(separator: ", ")
            return "control; intrusiveness \(intrusiveness)" + (values.isEmpty ? "" : "; touches \(values)")
        case .safeguard(let tier, let weight, let limits):
            return
                "safeguard; tier \(tier); weight \(weight); limits \(limits.isEmpty ? "every control" : limits.joined(separator: ", "))"
        case .noun(let noun): return "noun class @\(noun.rawValue)"
        case .device(let role): return "device; role \(role.rawValue)"
        case .genre(let kind): return "genre; kind \(kind.rawValue)"
        }
    }
}

extension Entry {
    /// The pattern with the attributes that differ from the usual.
    fileprivate var words: String {
        var notes: [String] = []
        if act != .measure { notes.append("act \(act.rawValue)") }
        if strength != .plain { notes.append("strength \(strength.rawValue)") }
        if scope != .right { notes.append("scope \(scope.rawValue)") }
        if let intrusiveness { notes.append("intrusiveness \(intrusiveness)") }
        return pattern + (notes.isEmpty ? "" : "   (\(notes.joined(separator: ", ")))")
    }
}
