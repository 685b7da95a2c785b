import TextModel

/// JUnit XML: a suite for each document, a case for each finding, a passed one for a document without.
///
/// A finding below the band that makes a run fail has passed; what it says is the output of its case.
struct JUnitFormat: Formatter {
    func bytes(of results: Results, options: ReportingOptions) -> [UInt8] {
        let dossiers = results.reports.map { Dossier($0, minimumBand: options.minimumBand) }
        let failed = dossiers.reduce(0) { $0 + failures($1, results) }
        let cases = dossiers.reduce(0) { $0 + max(1, $1.findings.count) }
        let unread = results.failures.count
        var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        xml += "<testsuites name=\"\(escaped(results.tool.name))\""
        xml += " tests=\"\(cases + unread)\" failures=\"\(failed)\" errors=\"\(unread)\">\n"
        for dossier in dossiers { xml += suite(dossier, results) }
        for failure in results.failures {
            let path = escaped(failure.path)
            xml += "  <testsuite name=\"\(path)\" tests=\"1\" failures=\"0\" errors=\"1\">\n"
            xml += "    <testcase name=\"\(escaped(Wording.unreadInput))\" classname=\"\(path)\">\n"
            xml += "      <error message=\"\(escaped(failure.message))\"/>\n    </testcase>\n  </testsuite>\n"
        }
        return Array((xml + "</testsuites>\n").utf8)
    }

    private func failures(_ dossier: Dossier, _ results: Results) -> Int {
        dossier.findings.count { results.isFailure($0, in: dossier.document) }
    }

    private func suite(_ dossier: Dossier, _ results: Results) -> String {
        let path = escaped(dossier.document.path)
        var xml = "  <testsuite name=\"\(path)\" tests=\"\(max(1, dossier.findings.count))\""
        xml += " failures=\"\(failures(dossier, results))\" errors=\"0\">\n"
        if dossier.findings.isEmpty {
            xml += "    <testcase name=\"\(escaped(Wording.noFindings))\" classname=\"\(path)\"/>\n"
        }
        for finding in dossier.findings {
            let place = dossier.location(of: finding.span).start
            let name = "\(finding.rule) \(finding.name) \(place.line):\(place.column)"
            xml +=
                "    <testcase name=\"\(escaped(name))\" classname=\"\(path)\" file=\"\(path)\" line=\"\(place.line)\">\n"
            guard results.isFailure(finding, in: dossier.document) else {
                let words = escaped("\(finding.band.name): \(finding.message)")
                xml += "      <system-out>\(words)</system-out>\n    </testcase>\n"
                continue
            }
            xml += "      <failure type=\"\(escaped(finding.band.name))\" message=\"\(escaped(finding.message))\">"
            xml += escaped(dossier.document.string(finding.span)) + "</failure>\n    </testcase>\n"
        }
        return xml + "  </testsuite>\n"
    }

    /// Text for content and attributes; characters that XML 1.0 cannot hold become the replacement character.
    private func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x26: result += "&amp;"
            case 0x3C: result += "&lt;"
            case 0x3E: result += "&gt;"
            case 0x22: result += "&quot;"
            case 0x09, 0x0A, 0x0D: result += "&#\(scalar.value);"
            case 0..<0x20, 0xFFFE, 0xFFFF: result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
