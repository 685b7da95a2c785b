internal import ArgumentParser
internal import Lexicons
internal import Reporting
internal import TextModel

/// `rules`: lists the rule book.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "rules", abstract: "List rules and credits.")

    @Option(help: ArgumentHelp("How to print the list: text or json.", valueName: "format"))
    var format = ListFormat.text
    @OptionGroup var lexicons: LexiconOptions

    /// How the list is printed.
    enum ListFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

    func run() throws {
        let rules = try lexicons.load().rules
        switch format {
        case .text: try Console.print(table(rules))
        case .json: try Console.write(list(rules))
        }
    }

    private func table(_ rules: [Rule]) -> String {
        let ids = rules.map(\.description.id.count).max() ?? 0
        let names = rules.map(\.description.name.count).max() ?? 0
        return rules.map { rule in
            let head =
                Paragraph.padded(rule.description.id, to: ids) + "  "
                + Paragraph.padded(rule.description.name, to: names)
            return Paragraph(head + "  " + rule.description.summary, hanging: ids + names + 4).text
        }.joined()
    }

    private func list(_ rules: [Rule]) -> [UInt8] {
        var json = JSONWriter(isIndented: true)
        json.array { json in
            for rule in rules {
                json.object { json in
                    json.string("id", rule.description.id)
                    json.string("name", rule.description.name)
                    json.string("title", rule.title)
                    json.string("summary", rule.description.summary)
                    json.string("reason", rule.description.reason)
                    json.string("remedy", rule.description.remedy)
                    json.strings("norms", rule.description.norms)
                    json.boolean("credit", rule.description.isCredit)
                }
            }
        }
        json.endLine()
        return json.bytes
    }
}
