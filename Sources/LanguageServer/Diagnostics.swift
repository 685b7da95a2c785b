internal import Reporting
internal import TextModel

/// What an editor shows beside a draft: its findings, notes on its reading, or why it was not read.
struct Diagnostics {
    static let source = "counterweight"
    let uri: String
    let isRelatedShown: Bool

    /// The `textDocument/publishDiagnostics` of an outcome.
    func message(version: Int?, _ write: (inout JSONWriter) -> Void) -> [UInt8] {
        Outgoing.notification("textDocument/publishDiagnostics") { json in
            json.string("uri", uri)
            if let version { json.integer("version", version) }
            json.array("diagnostics", write)
        }
    }

    /// All findings and the notes with one of the codes.
    func write(_ text: JudgedText, notes codes: [String], to json: inout JSONWriter) {
        for finding in text.findings { write(finding, of: text, to: &json) }
        for note in text.report.document.notes where codes.contains(note.code) {
            let start = note.offset ?? 0
            json.object { json in
                text.write(start..<start, to: &json)
                json.integer("severity", Level.warning.rawValue)
                json.string("code", note.code)
                json.string("source", Self.source)
                json.string("message", note.message)
            }
        }
    }

    /// A finding as a diagnostic.
    func write(_ finding: Finding, of text: JudgedText, to json: inout JSONWriter) {
        json.object { json in
            text.write(text.bytes(of: finding.span), to: &json)
            json.integer("severity", Level(finding.band).rawValue)
            json.string("code", finding.rule)
            json.string("source", Self.source)
            json.string("message", "\(finding.message) [\(finding.band.name) \(finding.score)]")
            if isRelatedShown, !finding.related.isEmpty {
                json.array("relatedInformation") { json in
                    for related in finding.related { write(related, of: text, to: &json) }
                }
            }
            json.object("data") { json in
                json.string("fingerprint", finding.fingerprint)
            }
        }
    }

    /// Why a draft has no findings to show.
    func write(failure: String, to json: inout JSONWriter) {
        json.object { json in
            json.object("range") { json in
                for name in ["start", "end"] {
                    json.object(name) { json in
                        json.integer("line", 0)
                        json.integer("character", 0)
                    }
                }
            }
            json.integer("severity", Level.error.rawValue)
            json.string("source", Self.source)
            json.string("message", failure)
        }
    }

    private func write(_ related: Related, of text: JudgedText, to json: inout JSONWriter) {
        json.object { json in
            json.object("location") { json in
                json.string("uri", uri)
                text.write(text.bytes(of: related.span), to: &json)
            }
            json.string("message", related.summary)
        }
    }

    /// Severities of the protocol.
    private enum Level: Int {
        case error = 1
        case warning, information, hint

        init(_ band: Band) {
            switch band {
            case .severe, .high: self = .error
            case .moderate: self = .warning
            case .low: self = .information
            case .info, .none: self = .hint
            }
        }
    }
}

extension Related {
    /// What it is to the finding, and what to say of it.
    var summary: String { label.isEmpty ? role.rawValue : "\(role.rawValue): \(label)" }
}
