package import TextModel

/// Lines of a document that changed, and the findings that touch them.
package struct ChangedLines: Sendable, Hashable {
    /// Ranges of lines from 1, in any order.
    package let ranges: [ClosedRange<Int>]

    /// Every line.
    package static let all = ChangedLines([1...Int.max])

    /// Takes the ranges.
    package init(_ ranges: [ClosedRange<Int>]) { self.ranges = ranges }

    /// The report with only those findings whose passage has a changed line.
    ///
    /// The passage counts, not the words of the finding: a safeguard taken out of it changes the verdict on words
    /// that stayed.
    package func applied(to report: Report) -> Report {
        let passages = passages(of: report)
        return report.replacing(findings: report.findings.filter { passages.contains($0.block) })
    }

    /// The passages with findings that have a changed line, as places among the blocks.
    package func passages(of report: Report) -> Set<Int> {
        let lines = LineIndex(report.document.source)
        return Set(report.findings.map(\.block)).filter { block in
            let place = report.document.map.source(of: report.document.blocks[block].span)
            let first = lines.position(of: place.lowerBound).line
            let last = lines.position(of: max(place.lowerBound, place.upperBound - 1)).line
            return ranges.contains { $0.overlaps(first...max(first, last)) }
        }
    }

    /// Reads "3-10" or "7"; `nil` for anything else.
    package static func range(_ text: Substring) -> ClosedRange<Int>? {
        let ends = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map { Int($0) }
        guard let first = ends[0], let last = ends.count > 1 ? ends[1] : first, first >= 1, first <= last else {
            return nil
        }
        return first...last
    }
}
