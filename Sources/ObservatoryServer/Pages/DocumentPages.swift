internal import FlyingFox
internal import GRDB
internal import Reporting

/// The documents of the store, and one of them with its findings.
struct DocumentPages {
    private static let step = 50

    let library: Library
    let frame: PageFrame

    private struct Line: Sendable {
        let path: String
        let title: String
        let year: String
        let band: String
        let findings: Int
        let decided: Int
    }

    private struct FindingLine: Sendable {
        let fingerprint: String
        let rule: String
        let band: String
        let score: Int
        let text: String
        let message: String
        let decision: String
    }

    /// Documents in order of their paths, after one of them.
    func list(after path: String) async throws -> HTTPResponse {
        let lines = try await library.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT d.path, coalesce(d.title, '') AS title, coalesce(d.year, '') AS year, coalesce(d.band, d.error, '') AS band,
                      (SELECT count(*) FROM finding f WHERE f.version_id = d.version_id) AS findings,
                      (SELECT count(*) FROM decisions x WHERE x.path = d.path) AS decided
                    FROM documents d WHERE d.path > ? ORDER BY d.path LIMIT ?
                    """, arguments: [path, Self.step + 1]
            ).map {
                Line(
                    path: $0["path"], title: $0["title"], year: String(describing: $0["year"] as DatabaseValue),
                    band: $0["band"], findings: $0["findings"], decided: $0["decided"])
            }
        }
        return frame.page("Documents") { html in
            html.table(["Document", "Worst band", "Findings", "Decided"]) { html in
                for line in lines.prefix(Self.step) {
                    html.element("tr") { html in
                        html.element("th", ["scope": "row"]) { html in
                            html.link(Self.place(of: line.path), line.title.isEmpty ? line.path : line.title)
                            html.element("div", ["class": "soft"], text: line.path)
                        }
                        for text in [line.band, "\(line.findings)", "\(line.decided)"] {
                            html.element("td", text: text)
                        }
                    }
                }
            }
            if lines.count > Self.step, let last = lines.dropLast().last {
                html.element("p") { $0.link("/?after=\(FormFields.encoded(last.path))", "More documents") }
            }
            if lines.isEmpty { html.element("p", text: "No more documents.") }
        }
    }

    /// One document.
    func document(_ path: String) async throws -> HTTPResponse {
        let found = try await library.read { database -> (body: String, findings: [FindingLine])? in
            guard
                let row = try Row.fetchOne(
                    database, sql: "SELECT body FROM documents WHERE path = ?", arguments: [path])
            else { return nil }
            let findings = try Row.fetchAll(
                database,
                sql: """
                    SELECT fingerprint, rule, name, band, score, text, message, coalesce(decision, '') AS decision
                    FROM findings WHERE path = ? ORDER BY position
                    """, arguments: [path]
            ).map {
                FindingLine(
                    fingerprint: $0["fingerprint"], rule: "\($0["rule"] as String) \($0["name"] as String)",
                    band: $0["band"],
                    score: $0["score"], text: $0["text"], message: $0["message"], decision: $0["decision"])
            }
            return (row["body"] ?? "", findings)
        }
        guard let found else { throw Refusal(.notFound, "there is no such document in the store") }
        return frame.page(path) { html in
            if !found.body.isEmpty {
                html.element("p") { html in
                    html.text("Published by ")
                    html.link(WikiPage.place(of: "body/\(found.body)"), found.body)
                }
            }
            html.table(["Finding", "Words", "Band", "Decision"]) { html in
                for finding in found.findings {
                    html.element("tr") { html in
                        html.element("th", ["scope": "row"]) { html in
                            html.link(FindingPage.place(of: path, finding.fingerprint), finding.rule)
                        }
                        html.element("td") { html in
                            html.element("q", ["dir": "auto"], text: finding.text)
                            html.element("div", ["class": "soft"], text: finding.message)
                        }
                        html.element("td", text: "\(finding.band) \(finding.score)")
                        html.element("td", text: finding.decision)
                    }
                }
            }
            if found.findings.isEmpty { html.element("p", text: "No finding in this document.") }
        }
    }

    static func place(of path: String) -> String { "/document?path=\(FormFields.encoded(path))" }
}

extension HTMLWriter {
    /// A table with a head.
    mutating func table(_ heads: [String], _ rows: (inout HTMLWriter) -> Void) {
        element("table") { html in
            html.element("thead") { html in
                html.element("tr") { html in
                    for head in heads { html.element("th", ["scope": "col"], text: head) }
                }
            }
            html.element("tbody", [:], rows)
        }
        lineBreak()
    }
}
