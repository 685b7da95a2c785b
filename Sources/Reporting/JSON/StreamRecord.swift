package import TextModel

/// The answer to one document of a stream: one line, with the document as ``DocumentRecord`` and its findings as
/// ``FindingRecord`` write them.
package enum StreamRecord {
    /// The line of a document that was judged; `id` comes back as it was given, and `digest` tells whether another run
    /// found the same.
    package static func line(of report: Report, id: String?, sha256: String, digest: String) -> [UInt8] {
        let dossier = Dossier(report, minimumBand: .info)
        var json = JSONWriter(isIndented: false)
        json.object { json in
            json.string("id", id)
            json.null("error")
            json.string("digest", digest)
            json.array("documents") { DocumentRecord(dossier: dossier, hash: sha256).write(to: &$0) }
            json.array("findings") { json in
                for finding in dossier.findings { FindingRecord(finding: finding, dossier: dossier).write(to: &json) }
            }
        }
        json.endLine()
        return json.bytes
    }

    /// The line of a document that could not be judged.
    package static func line(failure: String, id: String?) -> [UInt8] {
        var json = JSONWriter(isIndented: false)
        json.object { json in
            json.string("id", id)
            json.string("error", failure)
        }
        json.endLine()
        return json.bytes
    }
}
