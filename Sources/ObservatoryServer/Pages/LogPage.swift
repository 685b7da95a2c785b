internal import FlyingFox
internal import GRDB
internal import Reporting

/// Who did what, newest first.
struct LogPage {
    private static let step = 100

    let library: Library
    let frame: PageFrame

    private struct Line: Sendable {
        let id: Int
        let at: String
        let actor: String
        let action: String
        let subject: String
    }

    func page(before id: String) async throws -> HTTPResponse {
        let bound = Int(id) ?? Int.max
        let lines = try await library.read { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM audit WHERE id < ? ORDER BY id DESC LIMIT ?",
                arguments: [bound, Self.step]
            ).map { Line(id: $0["id"], at: $0["at"], actor: $0["actor"], action: $0["action"], subject: $0["subject"]) }
        }
        return frame.page("Log") { html in
            html.table(["When", "Who", "What", "About"]) { html in
                for line in lines {
                    html.element("tr") { html in
                        for text in [line.at, line.actor, line.action, line.subject] {
                            html.element("td", ["dir": "auto"], text: text)
                        }
                    }
                }
            }
            if lines.count == Self.step, let last = lines.last {
                html.element("p") { $0.link("/log?before=\(last.id)", "Older") }
            }
        }
    }
}
