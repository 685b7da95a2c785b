internal import Reporting
internal import TextModel

/// Pages as MediaWiki text, from which a community can start.
enum WikiText {
    /// Scorecards as a sortable table.
    static func scorecards(_ cards: [Scorecard], plan: ScorecardPlan, title: String, tool: ToolInfo) -> [UInt8] {
        var text = "= \(escaped(title)) =\n\n"
        text += "{| class=\"wikitable sortable\"\n! Subject !! Documents"
        for measure in plan.measures { text += " !! \(escaped(measure.title))" }
        text += "\n"
        for card in cards {
            text += "|-\n| \(escaped(card.subject)) || \(card.coverage.judged)"
            for entry in card.entries {
                let value = entry.value.map { "\(Figures.value($0, of: entry.measure)) (band \(entry.band ?? 0))" }
                text += " || \(value ?? entry.state.words)"
            }
            text += "\n"
        }
        text += "|}\n\n== Method ==\n"
        for note in ScorecardPage.notes(plan) { text += "* \(escaped(note))\n" }
        text += "* \(Page.ethics)\n"
        text += "* \(tool.name) \(tool.version), lexicon \(tool.lexiconVersion), sha256:\(tool.lexiconHash)\n"
        return Array(text.utf8)
    }

    /// A rule with its examples and dismissals.
    static func page(of rule: SiteContents.Rule, _ names: DocumentNames) -> [UInt8] {
        var text = "= \(escaped("\(rule.id) \(rule.name)")) =\n\n\(escaped(rule.summary))\n"
        for (title, body) in [("Why", rule.reason), ("How to reword", rule.remedy), ("Norms", plain(rule.norms))]
        where !body.isEmpty {
            text += "\n== \(title) ==\n\(escaped(body))\n"
        }
        for (title, examples) in [("Examples", rule.examples), ("Dismissals", rule.dismissals)] where !examples.isEmpty
        {
            text += "\n== \(title) ==\n"
            for example in examples {
                text +=
                    "<blockquote>\(escaped(example.passage))</blockquote>\n: \(escaped(names.path(example.path))): \(escaped(example.note))\n"
            }
        }
        return Array(text.utf8)
    }

    /// A text of which nothing is taken for markup: what could be is written as an entity.
    static func escaped(_ text: String) -> String {
        var result = ""
        var previous: Character = "\n"
        for character in VisibleText.of(text) {
            let isAtStart = previous == "\n" && "*#:;!- ".contains(character)
            let isDoubled = character == previous && "'_~-".contains(character)
            if isAtStart || isDoubled || "&<>[]{}|=".contains(character),
                let code = character.unicodeScalars.first?.value
            {
                result += "&#\(code);"
            } else {
                result.append(character)
            }
            previous = character
        }
        return result
    }

    /// Norms as the store has them, an array of texts, in one line.
    static func plain(_ norms: String) -> String {
        guard let value = try? JSONParser.value(of: Array(norms.utf8)), let texts = value.elements?.compactMap(\.text)
        else { return norms }
        return texts.joined(separator: "; ")
    }
}
