import Foundation
import Testing
import TextModel

@testable import Reporting

@Suite struct ResultStreamTests {
    /// What has to be known before the next document is judged is all that has to be held in memory.
    @Test(arguments: ["full", "concise", "jsonl", "csv"])
    func writesEachDocumentBeforeTheNext(name: String) throws {
        let format = try #require(OutputFormat(name: name))
        let results = SampleReports.results
        var stream = try #require(format.stream())
        var bytes = stream.begin()
        for report in results.reports {
            let piece = stream.add(report)
            #expect(!piece.isEmpty || report.findings.isEmpty)
            bytes += piece
        }
        bytes += stream.end(failures: results.failures)
        #expect(bytes == format.bytes(of: results))
    }

    /// The sections of a document are written before the next is judged, and nothing but counts stays behind.
    @Test(arguments: ["json", "sarif"], [Band.info, .high])
    func writesSectionsOfEachDocumentBeforeTheNext(name: String, lowest: Band) throws {
        let format = try #require(OutputFormat(name: name))
        let options = ReportingOptions(minimumBand: lowest)
        let all = SampleReports.results
        for count in 0...all.reports.count {
            let results = Results(
                reports: Array(all.reports.prefix(count)), failures: all.failures, tool: all.tool, rules: all.rules,
                hashes: all.hashes)
            var stream = try #require(format.sections(options: options, rules: results.rules))
            var sections: [[UInt8]] = []
            for report in results.reports {
                let pieces = stream.add(report, hash: results.hash(of: report.document))
                sections = sections.isEmpty ? pieces : zip(sections, pieces).map { $0 + $1 }
            }
            let frames = stream.frames(tool: results.tool, failures: results.failures)
            let bytes = frames.enumerated().flatMap { index, frame in
                frame + (index < sections.count ? sections[index] : [])
            }
            #expect(bytes == format.bytes(of: results, options: options))
            let value = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
            if name == "json" { #expect((value["documents"] as? [Any])?.count == count + results.failures.count) }
        }
    }

    @Test(arguments: ["html", "markdown"])
    func leavesFormatsThatHaveToKnowAll(name: String) throws {
        let format = try #require(OutputFormat(name: name))
        #expect(format.stream() == nil)
        #expect(format.sections(rules: []) == nil)
    }
}
