import TextModel

/// A document as JSON, read or not: every entry has the same keys.
struct DocumentRecord {
    let report: Report
    let hash: String?

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
            json.object("profile") { Self.write(report.profile, to: &$0) }
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

    private static func write(_ profile: Profile, to json: inout JSONWriter) {
        json.string("band", profile.band.name)
        json.object("findings_by_band") { json in
            for band in Band.allCases where band != .none {
                json.integer(band.name, profile.findingsByBand[band] ?? 0)
            }
        }
        json.counts("findings_by_rule", profile.findingsByRule)
        json.counts("credits", profile.creditsByRule)
        json.integer("values", profile.values)
        json.integer("counterweights", profile.counterweights)
        json.integer("controls", profile.controls)
        json.integer("safeguarded_controls", profile.safeguardedControls)
        json.integers("isolation", profile.isolation)
    }
}
