internal import Reporting

/// The pages of rules and credits: what each means, with examples from the store.
struct SiteRules {
    let frame: SiteFrame
    let rules: [SiteContents.Rule]

    /// The list.
    var index: [UInt8] {
        let page = frame.page("Rules", "What is looked for, why, and how often it was found.")
        return page.html { html in
            html.list(
                ["Rule", "Found", "When it fires"],
                rules.map {
                    SiteRow(
                        address: "rule-\($0.id).html", name: "\($0.id) \($0.name)",
                        cells: [Figures.count($0.count), $0.summary])
                })
        }
    }

    /// The page of a rule.
    func page(of rule: SiteContents.Rule) -> [UInt8] {
        let page = frame.page("\(rule.id) \(rule.name)", rule.summary)
        return page.html { html in
            for (title, text) in [
                ("Why", rule.reason), ("How to reword", rule.remedy), ("Norms", WikiText.plain(rule.norms)),
            ]
            where !text.isEmpty {
                html.element("h2", text: title)
                html.element("p", text: text)
            }
            for (title, examples) in [
                ("Examples from the corpus", rule.examples), ("Dismissed by reviewers", rule.dismissals),
            ] where !examples.isEmpty {
                html.element("section") { html in
                    html.element("h2", text: title)
                    for example in examples {
                        html.element("blockquote") { html in
                            html.marked(example.text, in: example.passage)
                            html.element("cite", text: "\(example.path): \(example.note)")
                        }
                    }
                }
            }
        }
    }
}
