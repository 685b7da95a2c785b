internal import Reporting
internal import TextModel

/// What can be done about the findings at a place: reword, suppress with a reason, explain.
struct CodeActions {
    static let explainCommand = "counterweight.explain"
    private static let kind = "quickfix"
    /// Reasons that a writer gives without being asked; the words stay in the draft and may be changed there.
    private static let reasons = [("misread", "the words are misread here"), ("intended", "the wording is intended")]

    let draft: OpenDraft
    let judge: Judge
    let isVersioned: Bool
    let diagnostics: Diagnostics

    /// Whether a client that wants only some kinds wants these.
    static func areWanted(only kinds: [String]?) -> Bool {
        kinds.map { $0.contains { $0.isEmpty || $0 == kind } } ?? true
    }

    /// Writes the actions for the findings that touch a range of bytes.
    func write(for range: Range<Int>, of text: JudgedText, to json: inout JSONWriter) {
        let findings = text.findings(in: range)
        for finding in findings {
            guard let rewording = judge.rewording(finding, text.report) else { continue }
            write("Reword: \(finding.rule)", finding, of: text, isPreferred: !rewording.hasPlaceholder, to: &json) {
                json in
                writeEdit(to: &json) { json in
                    for edit in rewording.edits {
                        write(text.bytes(of: edit.span), edit.replacement, of: text, to: &json)
                    }
                }
            }
        }
        let comments = Set(findings.map(\.block)).filter { block in
            findings.first { $0.block == block }.map { suppresses($0, of: text) } ?? false
        }
        for finding in findings {
            for (name, reason) in Self.reasons {
                let title = "Suppress \(finding.rule) here: \(name)"
                if comments.contains(finding.block),
                    let comment = SuppressionComment(for: finding, in: text, of: draft.buffer)
                {
                    write(title, finding, of: text, to: &json) { json in
                        writeEdit(to: &json) { json in
                            let place = comment.offset..<comment.offset
                            write(place, comment.text(rule: finding.rule, reason: reason), of: text, to: &json)
                        }
                    }
                } else if let file = judge.sideFile, let before = file.text(),
                    let entry = SuppressionEntry(for: finding, path: draft.path, reason: reason, in: before)
                {
                    write("\(title) (in \(file.path))", finding, of: text, to: &json) { json in
                        write(entry, in: file, reading: before, to: &json)
                    }
                }
            }
        }
        for rule in Set(findings.map(\.rule)).sorted() {
            json.object { json in
                json.string("title", "Explain \(rule)")
                json.string("kind", Self.kind)
                json.object("command") { json in
                    json.string("title", "Explain \(rule)")
                    json.string("command", Self.explainCommand)
                    json.strings("arguments", [rule])
                }
            }
        }
    }

    /// Whether a comment before a passage does what it says there: judged, not assumed.
    private func suppresses(_ finding: Finding, of text: JudgedText) -> Bool {
        guard let comment = SuppressionComment(for: finding, in: text, of: draft.buffer) else { return false }
        var buffer = draft.buffer
        buffer.replace(comment.offset..<comment.offset, with: comment.text(rule: "all", reason: "tried"))
        guard case .report(let report) = judge.outcome(draft.draft(buffer)) else { return false }
        let passage = text.report.findings.count { $0.block == finding.block && $0.suppression == nil }
        let before = text.report.findings.count { $0.suppression != nil }
        return report.findings.count == text.report.findings.count
            && report.findings.count { $0.suppression != nil } == before + passage
    }

    private func write(
        _ title: String, _ finding: Finding, of text: JudgedText, isPreferred: Bool = false,
        to json: inout JSONWriter, _ body: (inout JSONWriter) -> Void
    ) {
        json.object { json in
            json.string("title", title)
            json.string("kind", Self.kind)
            json.array("diagnostics") { diagnostics.write(finding, of: text, to: &$0) }
            if isPreferred { json.boolean("isPreferred", true) }
            json.object("edit", body)
        }
    }

    private func write(_ range: Range<Int>, _ replacement: String, of text: JudgedText, to json: inout JSONWriter) {
        json.object { json in
            text.write(range, to: &json)
            json.string("newText", replacement)
        }
    }

    private func writeEdit(to json: inout JSONWriter, _ edits: (inout JSONWriter) -> Void) {
        writeEdit(of: draft.uri, version: draft.version, to: &json, edits)
    }

    private func writeEdit(
        of uri: String, version: Int?, to json: inout JSONWriter, _ edits: (inout JSONWriter) -> Void
    ) {
        guard isVersioned else {
            json.object("changes") { $0.array(uri, edits) }
            return
        }
        json.array("documentChanges") { json in
            json.object { json in
                json.object("textDocument") { json in
                    json.string("uri", uri)
                    json.integer("version", version)
                }
                json.array("edits", edits)
            }
        }
    }

    private func write(
        _ entry: SuppressionEntry, in file: Judge.SideFile, reading text: String, to json: inout JSONWriter
    ) {
        let end = PositionTable(Array(text.utf8), draft.encoding).position(of: entry.offset)
        writeEdit(of: FileURI.uri(of: file.path), version: nil, to: &json) { json in
            json.object { json in
                json.object("range") { json in
                    for name in ["start", "end"] {
                        json.object(name) { json in
                            json.integer("line", end.line)
                            json.integer("character", end.character)
                        }
                    }
                }
                json.string("newText", entry.text)
            }
        }
    }
}
