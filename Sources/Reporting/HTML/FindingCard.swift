import TextModel

/// All that is known of one finding, folded under its message; the worst of a passage stands open
/// when it is moderate or more.
struct FindingCard {
    let finding: Finding
    let dossier: Dossier
    let anchor: String
    let documentIndex: Int
    let isOpen: Bool
    /// Whether a card above it in the passage says the same of what is missing.
    let isMissingTold: Bool
    let layout: PageLayout

    /// The class of what stands elsewhere on paper as well, and is not printed twice.
    private static let told = "told"

    func write(to html: inout HTMLWriter) {
        let classes = "card b-\(finding.band.name) r-\(Anchors.safe(finding.rule))"
        html.element("details", ["class": classes, "id": anchor, "open": isOpen ? "" : nil]) { html in
            html.element("summary") { html in
                html.element("span", ["class": "band"], text: "\(finding.band.name) \(finding.score)")
                html.text(" ")
                html.element("span", ["class": "rule"]) { html in
                    html.element("b", text: finding.rule)
                    html.text(" \(finding.name)")
                }
                html.element(
                    "span", ["class": "where"],
                    text: " · \(dossier.place(of: finding.span))")
                html.text(" ")
                html.element("span", ["class": "msg"], text: finding.message)
            }
            if !finding.message.contains(words) {
                html.element("p", ["class": "words"]) { html in
                    html.element("q", ["lang": dossier.language, "dir": "auto"], text: words)
                }
            }
            html.element("dl") { writeNotes(to: &$0) }
            if let rule, !layout.isLarge || isToldWhole {
                html.element("p", ["class": layout.isLarge ? "see" : "see paper"]) { html in
                    html.element("a", ["href": "#" + rule.name], text: Wording.seeRule(finding.rule))
                }
            }
            writeFactors(to: &html)
        }
        html.lineBreak()
    }

    private func writeNotes(to html: inout HTMLWriter) {
        if let review = finding.review { writeNote(Wording.review, Wording.review(review), to: &html) }
        let isWhole = !layout.isLarge || !isToldWhole
        if isWhole { writeNote(Wording.reason, finding.reason, kind: kind { $0.reason }, to: &html) }
        writeNote(
            Wording.coreValuesTouched, finding.coreValues.map(\.rawValue).joined(separator: ", "), to: &html)
        writeNote(
            Wording.missing, finding.missing.joined(separator: ", "), kind: isMissingTold ? Self.told : nil, to: &html)
        html.element("div") { html in
            html.element("dt", text: Wording.capitalised(Wording.nearest))
            html.element("dd") { writeNearest(to: &$0) }
        }
        if isWhole {
            writeNote(Wording.norm, finding.norms.joined(separator: "; "), kind: kind { $0.norms }, to: &html)
            writeNote(Wording.remedy, finding.remedy, kind: kind { $0.remedy }, to: &html)
        }
        if let suggestion = finding.suggestion {
            let changes = SuggestionText(suggestion: suggestion, document: dossier.document).text
            writeNote(Wording.suggestion, changes, kind: "sug", to: &html)
        }
    }

    /// What is told of the finding's rule.
    private var rule: (note: PageLayout.Note, name: String)? { layout.note(of: finding.rule) }

    /// Whether why, norm and remedy of the finding are those that are told of its rule.
    private var isToldWhole: Bool { rule?.note == PageLayout.Note(finding) }

    /// The class of a part that paper has at the rule: on a large page all parts of a card are told there or none.
    private func kind<Part: Equatable>(_ part: (PageLayout.Note) -> Part) -> String? {
        guard !layout.isLarge, let rule else { return nil }
        return part(rule.note) == part(PageLayout.Note(finding)) ? Self.told : nil
    }

    private func writeNote(_ name: String, _ text: String, kind: String? = nil, to html: inout HTMLWriter) {
        guard !text.isEmpty else { return }
        html.element("div", ["class": kind]) { html in
            html.element("dt", text: Wording.capitalised(name))
            html.element("dd", text: text)
        }
    }

    private func writeNearest(to html: inout HTMLWriter) {
        guard let nearest = finding.nearest else {
            html.text(Wording.noneInDocument)
            return
        }
        let block = dossier.block(at: nearest.span.start)
        let target = block.map { "#" + Anchors.block($0, of: documentIndex) }
        html.element(target == nil ? "span" : "a", ["href": target]) { html in
            html.element(
                "q", ["lang": dossier.language, "dir": "auto"],
                text: dossier.document.string(nearest.span))
        }
        html.text(", \(Wording.words(nearest.words)) (\(Wording.place(nearest.grade)))")
    }

    private func writeFactors(to html: inout HTMLWriter) {
        guard !finding.factors.isEmpty else { return }
        guard !layout.isLarge else {
            let factors = finding.factors.map { factor in
                "\(factor.name) \(Wording.hundredths(factor.value))"
                    + (factor.reason.isEmpty ? "" : " (\(factor.reason))")
            }
            let confidence = "\(Wording.confidence) \(Wording.hundredths(finding.confidence))"
            html.element(
                "p", ["class": "factors"],
                text: "\(Wording.factors(finding.score)): \((factors + [confidence]).joined(separator: ", "))")
            return
        }
        html.element("details", ["class": "factors"]) { html in
            html.element("summary", text: Wording.factors(finding.score))
            html.element("table") { html in
                html.element("tr") { html in
                    for head in Wording.factorColumns { html.element("th", ["scope": "col"], text: head) }
                }
                for factor in finding.factors {
                    html.element("tr") { html in
                        html.element("th", ["scope": "row"], text: factor.name)
                        html.element("td", text: Wording.hundredths(factor.value))
                        html.element("td", text: factor.reason)
                    }
                }
            }
            html.element(
                "p", text: "\(Wording.capitalised(Wording.confidence)): \(Wording.hundredths(finding.confidence))")
        }
    }

    /// The words of the finding, cut in the middle when they are long.
    private var words: String { Wording.shortened(dossier.document.string(finding.span), to: 120) }
}
