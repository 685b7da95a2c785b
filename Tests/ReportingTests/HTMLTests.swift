import Foundation
import Testing
import TextModel

@testable import Reporting

@Suite struct HTMLTests {
    private var page: String {
        get throws {
            String(
                decoding: try #require(OutputFormat(name: "html")).bytes(of: SampleReports.results),
                as: UTF8.self)
        }
    }

    @Test func everyElementIsClosedInOrder() throws {
        let open = try MarkupCheck.unclosed(in: page)
        #expect(open.isEmpty, "\(open)")
    }

    @Test func everyElementIsClosedInOrderAroundHostileLevels() throws {
        var sample = SampleDocument(path: "levels.txt")
        for (level, kind) in [
            (3, Block.Kind.listItem), (1, .listItem), (4, .listItem), (2, .listItem), (0, .listItem),
            (0, .tableCell),
            (9, .provision), (6, .heading), (1, .listItem), (0, .code),
        ] {
            sample.add(kind, "text", level: level)
        }
        let report = ReportMaker(sample.document(), kind: .other).report()
        let results = Results(reports: [report], tool: SampleReports.tool)
        let bytes = try #require(OutputFormat(name: "html")).bytes(of: results)
        #expect(MarkupCheck.unclosed(in: String(decoding: bytes, as: UTF8.self)).isEmpty)
    }

    @Test func runsItsOwnScriptAndLoadsNothing() throws {
        let page = try page
        #expect(page.components(separatedBy: "<script").count == 3)
        #expect(!page.contains("javascript:"))
        #expect(!page.contains(" style="))
        #expect(!page.contains("http://") && !page.contains("url("))
        #expect(!page.contains(" src="))
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    }

    @Test func policyNamesTheStyleSheet() throws {
        let page = try page
        let start = try #require(page.range(of: "<style>")).upperBound
        let end = try #require(page.range(of: "</style>")).lowerBound
        var hash = SHA256()
        hash.update(page[start..<end].utf8)
        let expected = Data(hash.digest()).base64EncodedString()
        #expect(page.contains("default-src &#39;none&#39;; style-src &#39;sha256-\(expected)&#39;"))

        let script = try #require(page.range(of: "<script>")).upperBound
        let last = try #require(page.range(of: "</script>", range: script..<page.endIndex)).lowerBound
        var own = SHA256()
        own.update(page[script..<last].utf8)
        #expect(page.contains("script-src &#39;sha256-\(Data(own.digest()).base64EncodedString())&#39;;"))
    }

    @Test func namesAreUniqueAndLinksLeadSomewhere() throws {
        let page = try page
        let names = page.matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
        #expect(Set(names).count == names.count)
        for link in page.matches(of: #/ href="#([^"]*)"/#) {
            #expect(names.contains(String(link.1)), "\(link.1)")
        }
    }

    @Test func equalFingerprintsGetNamesOfTheirOwn() {
        let report = SampleReports.bill()
        let twice = Anchors([report, report].map { Dossier($0, minimumBand: .info) })
        #expect(Set(twice.findings.joined()).count == 12)
        #expect(Anchors.safe("a/b<c>_9é") == "a-b-c-_9-")
    }

    @Test func headingsLeaveOutNoRank() throws {
        let ranks = try page.matches(of: #/<h([1-6])/#).compactMap { Int($0.1) }
        #expect(ranks.first == 1)
        for (above, below) in zip(ranks, ranks.dropFirst()) { #expect(below <= above + 1) }
    }

    @Test func showsUnreadFilesAndEveryFinding() throws {
        let page = try page
        #expect(page.contains("drafts/&lt;missing&gt;.txt"))
        #expect(page.matches(of: #/<details class="card/#).count == 14)
        #expect(page.contains("lang=\"ar\" dir=\"rtl\""))
    }

    @Test func makesControlCharactersVisible() {
        var html = HTMLWriter()
        html.text("a\u{0}\u{1B}\u{202E}b\nc\t")
        #expect(String(decoding: html.bytes, as: UTF8.self) == "a␀␛&lt;U+202E&gt;b\nc    ")
    }

    @Test(arguments: ["", "f", "fo", "foo", "foob", "fooba", "foobar"])
    func base64IsThatOfFoundation(text: String) {
        #expect(Base64.text(of: Array(text.utf8)) == Data(text.utf8).base64EncodedString())
    }

    @Test func foldsListAndCardsOfALargePageAndKeepsThemWhole() throws {
        var sample = SampleDocument(path: "many.txt")
        for index in 0..<300 { sample.add(.paragraph, "The Authority may block any site, paragraph \(index).") }
        var maker = ReportMaker(sample.document(), kind: .statute)
        for index in 0..<300 {
            maker.find("CW01", "slogan-as-justification", .high, 70, "It is a ground.", "Authority", in: index)
        }
        let results = Results(reports: [maker.report()], tool: SampleReports.tool)
        let page = String(decoding: try #require(OutputFormat(name: "html")).bytes(of: results), as: UTF8.self)
        #expect(MarkupCheck.unclosed(in: page).isEmpty)
        let open = page.replacing(#/<noscript>.*?<\/noscript>/#.dotMatchesNewlines(), with: "")
        #expect(page.matches(of: #/<details class="card/#).count == 300)
        #expect(page.matches(of: #/<li class="hit/#).count == 300)
        #expect(!open.contains("<details class=\"card") && !open.contains("<li class=\"hit"))
        #expect(page.matches(of: #/<div class="ch">/#).count == 25)
        let notes = page.matches(of: #/href="#(why-[^"]*)"/#).map { String($0.1) }
        #expect(notes.count == 300 && Set(notes) == ["why-CW01"])
        #expect(page.matches(of: #/id="why-CW01"/#).count == 1)
    }

    @Test func staysSmallWithAThousandFindings() throws {
        var sample = SampleDocument(path: "large.txt")
        for index in 0..<5_000 {
            sample.add(
                .paragraph, "The Authority may block any site in the interest of order, paragraph \(index).")
        }
        var maker = ReportMaker(sample.document(), kind: .statute)
        for index in stride(from: 0, to: 5_000, by: 5) {
            maker.mention("V04", "order", .value, "order", in: index, isolation: 5)
            maker.find(
                "CW01", "slogan-as-justification", .high, 70, "“order” is a ground.", "order", in: index)
        }
        let results = Results(reports: [maker.report()], tool: SampleReports.tool)
        let format = try #require(OutputFormat(name: "html"))
        #expect(format.bytes(of: results).count < 3_000_000)
    }
}

/// Reads the tags of a page and says which are not closed where they should be.
enum MarkupCheck {
    static func unclosed(in page: String) -> [String] {
        let void: Set<String> = ["meta", "input"]
        var open: [String] = []
        for tag in page.matches(of: #/<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>/#) {
            let name = String(tag.2)
            if void.contains(name) { continue }
            if tag.1.isEmpty {
                open.append(name)
            } else if open.last == name {
                open.removeLast()
            } else {
                return open + ["/" + name]
            }
        }
        return open
    }
}
