import TextModel

/// How much of a page a browser builds when it opens.
///
/// Ten thousand cards are a million elements, which take half a minute to open. On a page with many findings the list
/// and the cards therefore stand in `noscript` elements: with a script they are text that costs nothing until the
/// script unfolds what comes into view, and without one they are there as on any other page. Why, norm and remedy,
/// which are the same for all findings of a rule, are then written once. So they are on paper, whatever the page.
struct PageLayout {
    /// What findings of a rule have in common.
    struct Note: Hashable {
        let reason: String
        let norms: [String]
        let remedy: String

        init(_ finding: Finding) {
            reason = finding.reason
            norms = finding.norms
            remedy = finding.remedy
        }
    }

    /// Up to so many findings a page holds everything as elements.
    static let limit = 250
    /// Blocks that are unfolded together.
    static let chunk = 12

    /// Whether lists and cards are folded away until they are needed.
    let isLarge: Bool
    private let notes: [String: Note]

    init(_ dossiers: [Dossier]) {
        isLarge = dossiers.reduce(0) { $0 + $1.findings.count } > Self.limit
        var notes: [String: Note] = [:]
        for finding in dossiers.lazy.flatMap(\.findings) where notes[finding.rule] == nil {
            notes[finding.rule] = Note(finding)
        }
        self.notes = notes
    }

    /// Writes what is not needed at first: folded away on a large page, as it is on any other.
    func fold(in html: inout HTMLWriter, _ body: (inout HTMLWriter) -> Void) {
        guard isLarge else { return body(&html) }
        html.element("noscript", [:], body)
    }

    /// What is told of a rule, and the name of the place; the norms of one finding may be others.
    func note(of rule: String) -> (note: Note, name: String)? { notes[rule].map { ($0, Self.name(rule)) } }

    /// Writes what ``note(of:)`` names.
    func writeNotes(to html: inout HTMLWriter) {
        guard !notes.isEmpty else { return }
        html.element("section", ["id": "rules", "class": isLarge ? nil : "paper", "aria-labelledby": "rules-title"]) {
            html in
            html.element("h2", ["id": "rules-title"], text: Wording.ruleNotes)
            for (rule, note) in notes.sorted(by: { $0.key < $1.key }) {
                html.element("div", ["class": "k"]) { html in
                    html.element("h3", text: rule)
                    html.element("dl", ["id": Self.name(rule)]) { html in
                        for (name, text) in note.entries where !text.isEmpty {
                            html.element("div") { html in
                                html.element("dt", text: Wording.capitalised(name))
                                html.element("dd", text: text)
                            }
                        }
                    }
                }
            }
        }
        html.lineBreak()
    }

    private static func name(_ rule: String) -> String { "why-" + Anchors.safe(rule) }
}

extension PageLayout.Note {
    /// Names and texts in the order of a card.
    fileprivate var entries: [(String, String)] {
        [(Wording.reason, reason), (Wording.norm, norms.joined(separator: "; ")), (Wording.remedy, remedy)]
    }
}
