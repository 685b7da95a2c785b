import TextModel

/// A document as JSON, read or not: every entry has the same keys.
struct DocumentRecord {
    let dossier: Dossier
    let hash: String?

    private var report: Report { dossier.report }

    func write(to json: inout JSONWriter) {
        let document = report.document
        json.object { json in
            json.string("path", document.path)
            json.string("sha256", hash)
            json.string("encoding", document.encoding.name)
            json.string("language", document.language)
            json.string("kind", report.kind.rawValue)
            json.string("title", document.title)
            json.integer("words", report.words)
            json.integer("passages", report.verdicts.count)
            json.object("profile") { ProfileRecord(report: report, dossier: dossier).write(to: &$0) }
            json.array("notes") { json in
                for note in document.notes {
                    json.object { json in
                        json.string("code", note.code)
                        json.string("message", note.message)
                        json.integer("offset", note.offset)
                    }
                }
            }
            json.null("error")
        }
    }

    /// The entry of a file that could not be read.
    static func write(_ failure: Failure, to json: inout JSONWriter) {
        json.object { json in
            json.string("path", failure.path)
            for key in ["sha256", "encoding", "language", "kind", "title", "words", "passages", "profile"] {
                json.null(key)
            }
            json.array("notes") { _ in }
            json.string("error", failure.message)
        }
    }
}
