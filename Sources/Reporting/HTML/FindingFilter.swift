import TextModel

/// Controls that hide findings by band and rule, with style rules in the place of a script.
struct FindingFilter {
    private let bands: [(band: Band, count: Int, passages: Int)]
    private let rules: [(id: String, name: String, count: Int)]

    init(_ dossiers: [Dossier]) {
        bands = Tally.bands(of: dossiers)
        rules = Tally.rules(of: dossiers)
    }

    /// Style rules for the bands and rules that occur.
    var style: String {
        var style = ""
        for entry in bands {
            style += "body:has(#band-\(entry.band.name):not(:checked)) .b-\(entry.band.name){display:none}\n"
        }
        for rule in rules.map({ Anchors.safe($0.id) }) {
            style += "body:has(#rule-\(rule):checked) :is(.card,.hit):not(.r-\(rule)){display:none}\n"
        }
        return style + passages
    }

    /// A passage is listed while one of its findings is. Where a script does the filtering, it hides passages itself.
    private var passages: String {
        var style = ""
        for band in bands.map(\.band.name) {
            for (choice, kind) in [("all", "")] + rules.map({ (Anchors.safe($0.id), ".r-" + Anchors.safe($0.id)) }) {
                style +=
                    "html:not(.rv):has(#rule-\(choice):checked):has(#band-\(band):checked) "
                    + ".spot:has(\(kind).b-\(band)){display:block}\n"
            }
        }
        return "@supports selector(:has(a)){html:not(.rv) .spot{display:none}\n\(style)}\n"
    }

    func write(to html: inout HTMLWriter) {
        html.element("div", ["class": "filter"]) { html in
            html.element("fieldset") { html in
                html.element("legend", text: Wording.filter)
                for entry in bands {
                    let text = "\(entry.band.name) (\(Wording.grouped(entry.count)))"
                    writeChoice(
                        "band-\(entry.band.name)", type: "checkbox", group: nil, isChecked: true, text,
                        to: &html)
                }
            }
            html.element("fieldset") { html in
                html.element("legend", text: Wording.filterRule)
                writeChoice(
                    "rule-all", type: "radio", group: "rule", isChecked: true, Wording.allRules, to: &html)
                for rule in rules {
                    let text = "\(rule.id) (\(Wording.grouped(rule.count)))"
                    writeChoice(
                        "rule-\(Anchors.safe(rule.id))", type: "radio", group: "rule", isChecked: false, text,
                        to: &html)
                }
            }
            html.element("p", text: Wording.filterHint)
        }
        html.lineBreak()
    }

    private func writeChoice(
        _ name: String, type: String, group: String?, isChecked: Bool, _ text: String,
        to html: inout HTMLWriter
    ) {
        html.element("label") { html in
            html.void("input", ["type": type, "id": name, "name": group, "checked": isChecked ? "" : nil])
            html.text(" \(text)")
        }
        html.text(" ")
    }
}
