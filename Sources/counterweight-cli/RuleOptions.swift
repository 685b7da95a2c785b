internal import ArgumentParser
internal import Counterweight
internal import Desk
internal import Lexicons

/// `--select` and `--ignore`.
struct RuleOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Rules and credits that count, by id or beginning of ids, with commas between; may be repeated.",
            valueName: "CW01,…"))
    var select: [String] = []

    @Option(
        help: ArgumentHelp(
            "Rules and credits that do not count, by id or beginning of ids.", valueName: "CW01,…"))
    var ignore: [String] = []

    /// These options, with a configuration deciding what they leave open.
    func completed(by settings: Settings) -> RuleOptions {
        var options = self
        if select.isEmpty { options.select = settings.texts(.select) ?? [] }
        if ignore.isEmpty { options.ignore = settings.texts(.ignore) ?? [] }
        return options
    }

    /// The choice among the rules of a lexicon.
    /// - Throws: ``CommandError`` for a name that begins no rule; it suggests the nearest.
    func selection(among rules: [Rule]) throws(CommandError) -> RuleSelection {
        do throws(RuleSelection.UnknownRule) {
            return try RuleSelection(
                selecting: names(in: select), ignoring: names(in: ignore), among: rules.map(\.description.id))
        } catch {
            throw CommandError(unknownRule: error.name, suggestion: error.suggestion)
        }
    }

    private func names(in lists: [String]) -> [String] {
        lists.flatMap { $0.split(separator: ",") }.map { String($0.filter { !$0.isWhitespace }) }.filter {
            !$0.isEmpty
        }
    }
}

extension CommandError {
    /// A rule that the rule book does not have.
    init(unknownRule name: String, suggestion: String?) {
        let hint = suggestion.map { "did you mean \($0)? " } ?? ""
        self.init("unknown rule \"\(name)\"; \(hint)\"counterweight rules\" lists them all")
    }
}
