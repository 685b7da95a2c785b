internal import FlyingFox
internal import GRDB
internal import Reporting

/// What people write about a rule or a body: a page with all its revisions, their differences, and a discussion.
struct WikiPage {
    let library: Library
    let frame: PageFrame

    private struct Revision: Sendable {
        let number: Int
        let at: String
        let author: String
        let summary: String
        let text: String
    }

    private struct Words: Sendable {
        let at: String
        let author: String
        let text: String
    }

    func page(_ fields: FormFields) async throws -> HTTPResponse {
        let name = fields["name"]
        guard Self.isName(name) else { throw Refusal(.notFound, "a page is named rule/… or body/…") }
        let (revisions, talk) = try await library.read { database in
            (
                try Row.fetchAll(
                    database, sql: "SELECT * FROM page WHERE name = ? ORDER BY revision", arguments: [name]
                ).map {
                    Revision(
                        number: $0["revision"], at: $0["at"], author: $0["author"], summary: $0["summary"],
                        text: $0["text"])
                },
                try Row.fetchAll(database, sql: "SELECT * FROM talk WHERE subject = ? ORDER BY id", arguments: [name])
                    .map {
                        Words(at: $0["at"], author: $0["author"], text: $0["text"])
                    }
            )
        }
        let shown =
            Int(fields["revision"]).flatMap { number in revisions.first { $0.number == number } } ?? revisions.last
        return frame.page(name) { html in
            if let shown, let before = revisions.last(where: { $0.number < shown.number }), !fields["revision"].isEmpty
            {
                html.element("h2", text: "Revision \(shown.number) against \(before.number)")
                Self.write(TextDifference(from: before.text, to: shown.text), to: &html)
            }
            html.element("pre", ["dir": "auto"], text: shown?.text ?? "Nobody has written this page yet.")
            writeForm(name, shown: shown, newest: revisions.last?.number ?? 0, to: &html)
            html.element("h2", text: "Revisions")
            html.element("ol") { html in
                for revision in revisions {
                    html.element("li") { html in
                        html.link("\(Self.place(of: name))&revision=\(revision.number)", "Revision \(revision.number)")
                        html.text(" \(revision.author), \(revision.at) \(revision.summary)")
                    }
                }
            }
            html.element("h2", text: "Discussion")
            for words in talk {
                html.element("p") { html in
                    html.element("b", text: words.author)
                    html.element("span", ["class": "soft"], text: " \(words.at) ")
                    html.element("span", ["dir": "auto"], text: words.text)
                }
            }
            frame.form("/talk", ["subject": name], in: &html) { html in
                html.element("label") { html in
                    html.text("Say something ")
                    html.void("input", ["type": "text", "name": "text", "required": "", "maxlength": "2000"])
                }
                html.element("button", text: "Say")
            }
        }
    }

    private func writeForm(_ name: String, shown: Revision?, newest: Int, to html: inout HTMLWriter) {
        let isOld = (shown?.number ?? 0) < newest
        frame.form("/page", ["name": name, "base": String(newest)], in: &html) { html in
            html.element("label") { html in
                html.text(isOld ? "Text; saving brings this revision back" : "Text")
                html.element("textarea", ["name": "text", "maxlength": "40000"], text: shown?.text ?? "")
            }
            html.element("label") { html in
                html.text("What you changed ")
                html.void("input", ["type": "text", "name": "summary", "maxlength": "200"])
            }
            html.element("button", text: "Save")
        }
    }

    private static func write(_ difference: TextDifference, to html: inout HTMLWriter) {
        html.element("pre") { html in
            for line in difference.lines {
                switch line.kind {
                case .kept: html.text("  \(line.text)\n")
                case .added: html.element("ins", text: "+ \(line.text)\n")
                case .removed: html.element("del", text: "- \(line.text)\n")
                }
            }
        }
    }

    static func isName(_ name: String) -> Bool {
        (name.hasPrefix("rule/") || name.hasPrefix("body/")) && (6...200).contains(name.utf8.count)
    }

    static func place(of name: String) -> String { "/page?name=\(FormFields.encoded(name))" }
}

/// Lines that two texts have in common, and those that one of them lacks.
struct TextDifference {
    enum Kind { case kept, added, removed }

    let lines: [(kind: Kind, text: Substring)]

    init(from old: String, to new: String) {
        let before = old.split(separator: "\n", omittingEmptySubsequences: false)
        let after = new.split(separator: "\n", omittingEmptySubsequences: false)
        let changes = after.difference(from: before)
        var removed: [Int: Substring] = [:]
        var added: Set<Int> = []
        for change in changes {
            switch change {
            case .remove(let offset, let text, _): removed[offset] = text
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        var lines: [(kind: Kind, text: Substring)] = []
        var index = 0
        for (place, text) in after.enumerated() {
            while let gone = removed[index] {
                lines.append((.removed, gone))
                index += 1
            }
            lines.append((added.contains(place) ? .added : .kept, text))
            if !added.contains(place) { index += 1 }
        }
        while let gone = removed[index] {
            lines.append((.removed, gone))
            index += 1
        }
        self.lines = lines
    }
}
