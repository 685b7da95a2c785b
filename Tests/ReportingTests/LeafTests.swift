import Foundation
import Testing
import TextModel

@testable import Reporting

/// Findings of documents that have pages, or paragraphs and no lines.
@Suite struct LeafTests {
    private func output(_ format: String, _ change: (inout Block) -> Void) throws -> String {
        let report = SampleReports.bill()
        var document = report.document
        for index in document.blocks.indices { change(&document.blocks[index]) }
        document.format = "pdf"
        let moved = Report(
            document: document, kind: report.kind, words: report.words, sentences: report.sentences,
            mentions: report.mentions, links: report.links, verdicts: report.verdicts, findings: report.findings,
            credits: report.credits)
        let results = Results(reports: [moved], tool: SampleReports.tool, rules: SampleReports.rules)
        return String(decoding: try #require(OutputFormat(name: format)).bytes(of: results), as: UTF8.self)
    }

    @Test(arguments: [
        ("sarif", #""kind": "page""#), ("sarif", #""page": 7"#), ("html", " · page 7<"),
        ("html", "<span class=\"where\">page 7"), ("csv", "drafts/bill.txt,7,,"),
        ("concise", "drafts/bill.txt, page 7:"),
    ])
    func namesThePage(format: String, expected: String) throws {
        #expect(try output(format) { $0.page = 7 }.contains(expected))
    }

    @Test(arguments: [
        ("sarif", #""name": "paragraph 9""#), ("html", " · paragraph 9<"), ("csv", "drafts/bill.txt,,9,"),
    ])
    func namesTheParagraph(format: String, expected: String) throws {
        #expect(try output(format) { $0.paragraph = 9 }.contains(expected))
    }

    /// Nobody can look up the line of a text that was taken out of a file.
    @Test(arguments: ["html", "full"]) func namesNoLines(format: String) throws {
        #expect(try output(format) { $0.page = 7 }.contains(#/line \d/#) == false)
    }

    /// Places in the text that was taken out of a PDF are none in the file.
    @Test(arguments: ["sarif", "rdjsonl"]) func offersNoChangesOfSuchAFile(format: String) throws {
        let words = format == "sarif" ? "\"fixes\"" : "\"suggestions\""
        #expect(try output(format) { $0.page = 7 }.contains(words) == false)
        let plain = try #require(OutputFormat(name: format)).bytes(of: SampleReports.results)
        #expect(String(decoding: plain, as: UTF8.self).contains(words))
    }
}
