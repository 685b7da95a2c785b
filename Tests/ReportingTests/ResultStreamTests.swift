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

    @Test(arguments: ["json", "html", "sarif", "markdown"])
    func leavesFormatsThatHaveToKnowAll(name: String) throws {
        #expect(try #require(OutputFormat(name: name)).stream() == nil)
    }
}
