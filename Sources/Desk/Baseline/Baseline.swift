package import TextModel

/// Findings that were there when the baseline was made, by document, rule and fingerprint, with their count.
///
/// No line numbers: an edit elsewhere in the document changes nothing. Of several equal findings the first ones are
/// known, as many as were counted.
package struct Baseline: Sendable, Equatable {
    /// What makes two findings the same.
    package struct Key: Sendable, Hashable, Comparable {
        /// Path of the document as the user named it.
        package let path: String
        /// Rule id.
        package let rule: String
        /// Fingerprint without the mark that tells equal ones apart.
        package let fingerprint: String

        /// Orders by path, rule and fingerprint.
        package static func < (a: Key, b: Key) -> Bool {
            (a.path, a.rule, a.fingerprint) < (b.path, b.rule, b.fingerprint)
        }
    }

    /// How often each was there.
    package private(set) var counts: [Key: Int]
    /// The folder from which paths are written.
    private let folder: String

    /// Takes counts as they are, with paths from a folder.
    package init(counts: [Key: Int], folder: String = "/") {
        self.folder = folder
        self.counts = [:]
        for (key, count) in counts {
            let path = Self.path(key.path, in: folder)
            self.counts[Key(path: path, rule: key.rule, fingerprint: key.fingerprint), default: 0] += count
        }
    }

    /// Counts the findings of reports that nobody suppressed.
    package init(_ reports: [Report], folder: String = "/") {
        self.folder = folder
        counts = [:]
        for report in reports {
            for finding in report.findings where finding.suppression == nil {
                counts[key(finding, in: report), default: 0] += 1
            }
        }
    }

    /// The report with each finding marked as known or new; known ones are taken off `rest`.
    package func applied(to report: Report, rest: inout [Key: Int]) -> Report {
        var findings = report.findings
        for index in findings.indices where findings[index].suppression == nil {
            let key = key(findings[index], in: report)
            let left = rest[key, default: 0]
            findings[index].baselineState = left > 0 ? .unchanged : .new
            if left > 0 { rest[key] = left - 1 }
        }
        return report.replacing(findings: findings)
    }

    /// The baseline without what is left in `rest`.
    package func pruned(of rest: [Key: Int]) -> Baseline {
        var kept = self
        for (key, count) in rest where count > 0 {
            let left = (kept.counts[key] ?? 0) - count
            kept.counts[key] = left > 0 ? left : nil
        }
        return kept
    }

    /// How the path of a document is written in a baseline, however it was named.
    package func path(_ path: String) -> String { Self.path(path, in: folder) }

    private static func path(_ path: String, in folder: String) -> String {
        let absolute = FilePath.absolute(path, from: folder)
        return FilePath.relative(absolute, to: folder) ?? absolute
    }

    private func key(_ finding: Finding, in report: Report) -> Key {
        let name = finding.fingerprint.prefix { $0 != "-" }
        return Key(path: path(report.document.path), rule: finding.rule, fingerprint: String(name))
    }
}
