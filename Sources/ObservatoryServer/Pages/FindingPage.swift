internal import FlyingFox
internal import GRDB
internal import Observatory
internal import Reporting
internal import Review
internal import TextModel

/// One finding: the passage, what was decided and said, and the forms to decide with.
struct FindingPage {
    let library: Library
    let frame: PageFrame

    private struct Finding: Sendable {
        let rule: String
        let name: String
        let band: String
        let passage: String
        let text: String
        let message: String
        let suggestion: String?
        let history: [DecisionEvent]
    }

    func page(_ path: String, _ fingerprint: String) async throws -> HTTPResponse {
        let found = try await library.read { [desk = library.desk] database -> Finding? in
            guard
                let row = try Row.fetchOne(
                    database, sql: "SELECT * FROM findings WHERE path = ? AND fingerprint = ?",
                    arguments: [path, fingerprint])
            else { return nil }
            return Finding(
                rule: row["rule"], name: row["name"], band: "\(row["band"] as String) \(row["score"] as Int)",
                passage: row["passage"], text: row["text"], message: row["message"], suggestion: row["suggestion"],
                history: try desk.history(of: path, fingerprint, in: database))
        }
        guard let found else {
            throw Refusal(.notFound, "there is no such finding in the current version of the document")
        }
        return frame.page("\(found.rule) \(found.name)") { html in
            html.element("p") { html in
                html.link(DocumentPages.place(of: path), path)
                html.text(" · \(found.band) · ")
                html.link("/rule?id=\(FormFields.encoded(found.rule))", "about the rule")
            }
            html.element("p", text: found.message)
            html.element("p") { html in
                html.text("Words: ")
                html.element("q", ["dir": "auto"], text: found.text)
            }
            html.element("blockquote", ["dir": "auto"], text: found.passage)
            writeForms(path, fingerprint, found.history, to: &html)
            writeHistory(path, fingerprint, found.history, to: &html)
        }
    }

    private func writeForms(
        _ path: String, _ fingerprint: String, _ history: [DecisionEvent], to html: inout HTMLWriter
    ) {
        html.element("h2", text: "Decide")
        form(path, fingerprint, "accept", history, in: &html) { $0.element("button", text: "Accept") }
        form(path, fingerprint, "dismiss", history, in: &html) { html in
            Self.choice("Reason", "reason", ReviewWording.reasons.map { ($0.key, $0.value) }, to: &html)
            Self.words("In your words", to: &html)
            html.element("button", text: "Dismiss")
        }
        form(path, fingerprint, "band", history, in: &html) { html in
            Self.choice("Band", "band", Band.allCases.map { ($0.name, $0.name) }, to: &html)
            html.element("button", text: "Change band")
        }
        form(path, fingerprint, "comment", history, in: &html) { html in
            Self.words("Comment", to: &html)
            html.element("button", text: "Comment")
        }
    }

    private func writeHistory(
        _ path: String, _ fingerprint: String, _ history: [DecisionEvent], to html: inout HTMLWriter
    ) {
        html.element("h2", text: "History")
        guard !history.isEmpty else { return html.element("p", text: "Nobody has decided yet.") }
        let undone = DecisionEvent.takenBack(in: history)
        html.element("ol") { html in
            for event in history {
                html.element("li") { html in
                    let parts = [event.kind.rawValue, event.band?.name ?? "", event.reason, event.text].filter {
                        !$0.isEmpty
                    }
                    html.element("span", ["dir": "auto"], text: "\(event.reviewer): \(parts.joined(separator: " – "))")
                    html.element("span", ["class": "soft"], text: " \(event.at)")
                    if undone.contains(event.id) {
                        html.element("b", text: " taken back")
                    } else if event.kind != .undo, event.reviewer == frame.person {
                        form(path, fingerprint, "undo", history, more: event.id, in: &html) {
                            $0.element("button", text: "Take back")
                        }
                    }
                }
            }
        }
    }

    private func form(
        _ path: String, _ fingerprint: String, _ kind: String, _ history: [DecisionEvent], more undoes: String = "",
        in html: inout HTMLWriter, _ body: (inout HTMLWriter) -> Void
    ) {
        let seen = history.last { $0.kind != .comment }?.id ?? ""
        frame.form(
            "/decide",
            [
                "id": ServerSettings.newToken(), "kind": kind, "path": path, "fingerprint": fingerprint, "seen": seen,
                "undoes": undoes,
            ], in: &html, body)
    }

    /// A list of which one has to be chosen; none is chosen before.
    private static func choice(
        _ label: String, _ name: String, _ options: [(value: String, text: String)], to html: inout HTMLWriter
    ) {
        html.element("label") { html in
            html.text("\(label) ")
            html.element("select", ["name": name, "required": ""]) { html in
                html.element("option", ["value": ""], text: "choose")
                for option in options { html.element("option", ["value": option.value], text: option.text) }
            }
        }
    }

    private static func words(_ label: String, to html: inout HTMLWriter) {
        html.element("label") { html in
            html.text("\(label) ")
            html.void("input", ["type": "text", "name": "text", "maxlength": "2000"])
        }
    }

    static func place(of path: String, _ fingerprint: String) -> String {
        "/finding?path=\(FormFields.encoded(path))&fingerprint=\(FormFields.encoded(fingerprint))"
    }
}
