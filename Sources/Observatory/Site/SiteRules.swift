internal import Reporting

/// The pages of rules and credits: what each means, with examples from the store.
struct SiteRules {
    let frame: SiteFrame
    let rules: [SiteContents.Rule]

    /// The list.
    var index: [UInt8] {
        let page = frame.page(
            "Rules", "What is looked for, why, and how often it was found. \(SiteDocuments.wording(frame.plan))",
            file: "rules.html")
        return page.html { html in
            html.list(
                "Rules",
                [
                    SiteColumn(name: "Rule"), SiteColumn(name: "Found", isNumber: true),
                    SiteColumn(name: "Of band \(frame.plan.countedFindings)", isNumber: true),
                    SiteColumn(name: "When it fires"),
                ],
                rules.map {
                    SiteRow(
                        address: "rule-\($0.id).html", name: "\($0.id) \($0.name)",
                        cells: [
                            SiteRow.Cell(Figures.count($0.count)),
                            SiteRow.Cell($0.counted.map(Figures.count) ?? ""), SiteRow.Cell($0.summary),
                        ])
                })
        }
    }

    /// The page of a rule.
    func page(of rule: SiteContents.Rule) -> [UInt8] {
        let page = frame.page("\(rule.id) \(rule.name)", rule.summary, file: "", kind: "Rules")
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
                        frame.names.write(
                            example.text, in: example.passage, at: example.block, of: example.path,
                            after: ": \(example.note)", to: &html)
                    }
                }
            }
        }
    }
}
