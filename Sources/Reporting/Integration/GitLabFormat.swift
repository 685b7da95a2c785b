import TextModel

/// A code quality report of GitLab: one array of findings, each with a fingerprint of its own.
///
/// A file that could not be read is a blocker at its first line, since the merge request should not pass unseen.
struct GitLabFormat: Formatter {
    func bytes(of results: Results, options: ReportingOptions) -> [UInt8] {
        var json = JSONWriter(isIndented: true)
        json.array { json in
            for failure in results.failures {
                write(
                    Entry(
                        description: failure.message, check: "unread-input", severity: "blocker", path: failure.path,
                        lines: 1...1, identity: failure.message), to: &json)
            }
            for report in results.reports {
                let dossier = Dossier(report, minimumBand: options.minimumBand)
                var copies: [String: Int] = [:]
                for finding in dossier.findings {
                    let place = dossier.location(of: finding.span)
                    let copy = copies[finding.fingerprint, default: 0]
                    copies[finding.fingerprint] = copy + 1
                    write(
                        Entry(
                            description: "\(finding.rule) \(finding.name): \(finding.message)", check: finding.rule,
                            severity: Self.severity(finding.band), path: report.document.path,
                            lines: place.start.line...max(place.start.line, place.end.line),
                            identity: "\(finding.fingerprint) \(copy)"), to: &json)
                }
            }
        }
        json.endLine()
        return json.bytes
    }

    private struct Entry {
        let description: String
        let check: String
        let severity: String
        let path: String
        let lines: ClosedRange<Int>
        let identity: String
    }

    private func write(_ entry: Entry, to json: inout JSONWriter) {
        var hash = SHA256()
        hash.update(Array("\(entry.path)\n\(entry.check)\n\(entry.identity)".utf8))
        let fingerprint = hash.hexDigest()
        json.object { json in
            json.string("description", entry.description)
            json.string("check_name", entry.check)
            json.string("fingerprint", fingerprint)
            json.string("severity", entry.severity)
            json.object("location") { json in
                json.string("path", entry.path)
                json.object("lines") { json in
                    json.integer("begin", entry.lines.lowerBound)
                    json.integer("end", entry.lines.upperBound)
                }
            }
        }
    }

    private static func severity(_ band: Band) -> String {
        switch band {
        case .none, .info: "info"
        case .low: "minor"
        case .moderate: "major"
        case .high: "critical"
        case .severe: "blocker"
        }
    }
}
