internal import Reporting

/// Disputed findings as JSON, for whoever settles them: a decision under each name is what is missing.
package struct AdjudicationList: Sendable {
    private let entries: [ReviewState.Entry]

    /// Takes disputed findings.
    package init(_ entries: [ReviewState.Entry]) { self.entries = entries }

    /// The file's bytes.
    package var bytes: [UInt8] {
        var json = JSONWriter(isIndented: true)
        json.object { json in
            json.string("schema", "counterweight-adjudication/1")
            json.array("disputed") { json in
                for entry in entries {
                    json.object { json in
                        json.string("path", entry.subject.path)
                        json.string("rule", entry.subject.rule)
                        json.string("fingerprint", entry.subject.fingerprint)
                        json.string("words", entry.words)
                        json.array("opinions") { json in
                            for (reviewer, event) in entry.latest.sorted(by: { $0.key < $1.key }) {
                                json.object { json in
                                    json.string("reviewer", reviewer)
                                    json.string("opinion", entry.opinions[reviewer]?.name)
                                    json.string("reason", event.reason)
                                    json.string("text", event.text)
                                    json.string("at", event.at)
                                    json.string("event", event.id)
                                }
                            }
                        }
                    }
                }
            }
        }
        json.endLine()
        return json.bytes
    }
}
