import Foundation
import Testing
import TextModel

@testable import Reporting

@Suite struct JSONTests {
    private func object(of results: Results, options: ReportingOptions = ReportingOptions()) throws
        -> [String: Any]
    {
        let bytes = try #require(OutputFormat(name: "json")).bytes(of: results, options: options)
        return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    @Test func isValidAndNamesEveryPart() throws {
        let object = try object(of: SampleReports.results)
        #expect(
            Set(object.keys) == [
                "schema_version", "tool", "lexicon", "min_band", "rules", "documents", "findings", "findings_hidden",
                "credits",
            ])
        let documents = try #require(object["documents"] as? [[String: Any]])
        #expect(documents.count == 6)
        #expect(documents.filter { $0["error"] is String }.count == 2)
        #expect(Set(documents.map { Set($0.keys) }).count == 1)
    }

    @Test func offsetsCutTheQuotedWordsOutOfTheFile() throws {
        let results = SampleReports.results
        let files = Dictionary(
            uniqueKeysWithValues: results.reports.map { ($0.document.path, $0.document.source.bytes) })
        let findings = try #require(try object(of: results)["findings"] as? [[String: Any]])
        #expect(findings.count == 14)
        for finding in findings {
            let path = try #require(finding["path"] as? String)
            let file = try #require(files[path])
            let location = try #require(finding["location"] as? [String: Any])
            let byte = try #require(location["byte"] as? [Int])
            let utf16 = try #require(location["utf16"] as? [Int])
            let quote = try #require(finding["quote"] as? [String: String])
            #expect(String(decoding: file[byte[0]..<byte[1]], as: UTF8.self) == quote["exact"])
            let units = Array(String(decoding: file, as: UTF8.self).utf16)
            #expect(String(decoding: units[utf16[0]..<utf16[1]], as: UTF16.self) == quote["exact"])
        }
    }

    @Test func countsWhatTheLowestBandHides() throws {
        let object = try object(of: SampleReports.results, options: ReportingOptions(minimumBand: .high))
        #expect((object["findings"] as? [Any])?.count == 8)
        #expect(object["findings_hidden"] as? Int == 6)
    }

    @Test func everyLineOfJSONLinesIsAnObject() throws {
        let bytes = try #require(OutputFormat(name: "jsonl")).bytes(of: SampleReports.results)
        let lines = bytes.split(separator: 0x0A)
        #expect(lines.count == 16)
        for line in lines { #expect(try JSONSerialization.jsonObject(with: Data(line)) is [String: Any]) }
    }

    @Test(arguments: [
        "", "plain", "\"quoted\" \\ back", "\u{0}\u{1}\u{8}\t\n\r\u{1F}\u{7F}\u{85}",
        "\u{2028}\u{2029}\u{FEFF}", "</script>",
        "Cafe\u{301} 👩‍👩‍👧 国家 קול", "\u{1B}[31m",
    ])
    func escapesSoThatTheTextComesBack(text: String) throws {
        var json = JSONWriter(isIndented: false)
        json.array { $0.string(nil, text) }
        let back = try #require(try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String])
        #expect(Array(back[0].unicodeScalars) == Array(text.unicodeScalars))
        #expect(!json.bytes.contains { $0 < 0x20 || $0 == 0x7F })
        #expect(
            !String(decoding: json.bytes, as: UTF8.self).unicodeScalars.contains {
                [0x2028, 0x2029].contains($0.value)
            })
    }

    @Test func writesNoNumberThatJSONLacks() {
        var json = JSONWriter(isIndented: false)
        json.array { json in
            for value in [0.25, 1e-9, -3, .nan, .infinity] { json.number(nil, value) }
        }
        #expect(String(decoding: json.bytes, as: UTF8.self) == "[0.25,1e-09,-3.0,null,null]")
    }

    @Test func quotesWholeWordsAroundTheFinding() {
        let document = SampleReports.bill().document
        let quote = Quote(of: document.span("may block", in: 4), in: document, reach: 12)
        #expect(quote.prefix == "Authority ")
        #expect(quote.exact == "may block")
        #expect(quote.suffix == " any site or")
    }
}
