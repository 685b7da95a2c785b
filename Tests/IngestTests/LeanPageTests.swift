import Foundation
import TestSupport
import Testing
import TextModel

@testable import Ingest

struct LeanPageTests {
    private func lean(_ page: String) throws -> String {
        let bytes = LeanPage.of(Array(page.utf8), regions: RegionWords(try RepositoryWords.words()))
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("<p>a<script>if (a < b) '<i>'</script>b", "<p>a<script></script>b"),
        ("<STYLE media='print'>p > b {}</STYLE><p>a", "<STYLE></STYLE><p>a"),
        ("<script>never closed <p>a", "<script>"),
        ("<script type=\"application/ld+json\">{}</script>", "<script type=\"application/ld+json\">{}</script>"),
        ("<img src=\"a>b.png\" alt='c' id=\"figure\"/>", "<img/>"),
        ("<p data-x='1' hidden onclick=\"f('<p>')\">a", "<p hidden>a"),
        ("<a href='https://a.example/b' title=\"c\">d</a>", "<a href>d</a>"),
        ("<a href='b.html#fn1' rel=\"c\">d</a>", "<a href='b.html#fn1'>d</a>"),
        ("<div CLASS=\"column\"><div Class='sidebar'>a", "<div><div Class='sidebar'>a"),
        ("<div class='side&#98;ar'>a", "<div class='side&#98;ar'>a"),
        ("<meta name=\"author\" content=\"b\" data-c='d'>", "<meta name=\"author\" content=\"b\" data-c='d'>"),
        ("<p>\r\n\t a  b\n\n</p>\n <!-- c -->\n\n<p>d", "<p>\ra  b\n\n</p>\n<!-- c -->\n<p>d"),
        ("1 <  2 & <3", "1 <  2 & <3"),
    ])
    func leavesOutWhatSaysNothing(page: String, expected: String) throws {
        #expect(try lean(page) == expected)
    }

    @Test(arguments: [
        "<a title=\"b\"href='c'>d", "<a title=\"b\" \"c\">d", "<a title = \"b\">c", "<a title=b alt=\"c\">d",
        "<a title=\"b\" @click=\"c\">d", "<a title=\"b", "<a title=\"b\" alt='c>d</a>", "<a title='b' /x>c",
    ])
    func leavesATagThatIsNotByTheBookAsItIs(page: String) throws {
        #expect(try lean(page) == page)
    }

    @Test func keepsItsPlaceInWhiteSpaceThatTheParserReportsInPieces() throws {
        let space = String(repeating: " \n", count: 2_500)
        let document = try read("<p>\(space)a\(space)b\(space)</p>", as: "a.html")
        #expect(document.notes == [])
        #expect(document.blocks.map { document.string($0.span) } == ["a b"])
        #expect(document.blocks[0].source == SourceSpan(3 + 5_000, 3 + 5_000 + 1 + 5_000 + 1))
    }

    @Test func tellsTheSameAsTheWholePage() throws {
        let samples = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
            path: "../../Corpora/samples")
        let regions = RegionWords(try RepositoryWords.words())
        var pages = try FileManager.default.contentsOfDirectory(at: samples, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "html" }.map { [UInt8](try Data(contentsOf: $0)) }
        #expect(!pages.isEmpty)
        let tags = [
            "<div class=\"site-nav\" data-a='<b>' id=\"x\">", "<ol start='3' style=\"list-style: lower-alpha\">",
            "<a href=\"/b?c=d\" title='e'>", "<a title=\"e\" href=\"#fn2\">", "<p hidden title='g'>",
            "<script src=\"h.js\">if (i < 0) { j('<p>') }</script>", "<li role='note' value=\"7\" class=\"\">",
            "<span title=k alt='l'>", "<div class='m' lang=\"fr\" onclick='n()'/>", "</div>\n\n  ",
            "<!-- <p class='o'> -->  ",
        ]
        for seed in 0..<50 as Range<UInt64> {
            var random = SeededGenerator(seed)
            let page = (0..<30).map { _ in (tags.randomElement(using: &random) ?? "") + "\n   q  r\n" }
            pages.append(Array(page.joined().utf8))
        }
        for page in pages {
            let lean = LeanPage.of(page, regions: regions)
            let name = String(decoding: page.prefix(200), as: UTF8.self)
            #expect(Recorder.events(of: lean, regions) == Recorder.events(of: page, regions), "\(name)")
        }
    }
}

/// Notes what a parser reports, white space folded.
private final class Recorder: SAXReceiver {
    let wantsToStop = false
    private var events: [String] = []
    private var open: [UInt8] = []

    static func events(of page: [UInt8], _ regions: RegionWords) -> [String] {
        let recorder = Recorder()
        SAXParser.parse(page, isHTML: true, regions: regions, receiver: recorder)
        recorder.endText()
        return recorder.events
    }

    func start(_ name: Span<UInt8>, key: UInt, facts: ElementFacts) {
        endText()
        var facts = facts
        let attributes = facts.attributes.map { $0.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" } }
        facts.attributes = nil
        events.append("<\(name.text) \(facts) \(attributes ?? [])>")
    }

    func states(_ name: Span<UInt8>, key: UInt) -> Bool { Vocabulary.html.role(of: name.text) == .metadata }

    func end(_ name: Span<UInt8>) {
        endText()
        events.append("</\(name.text)>")
    }

    func text(_ text: Span<UInt8>) { for index in 0..<text.count { open.append(text[index]) } }
    func section(_ text: Span<UInt8>) {}
    func script(_ text: Span<UInt8>) {}
    func declare(entity: String, content: [UInt8]?) {}
    func broken(_ message: String) {}

    private func endText() {
        let words = open.split { $0 <= 0x20 }
        let hasSpace = (open.first.map { $0 <= 0x20 } ?? false, open.last.map { $0 <= 0x20 } ?? false)
        if !open.isEmpty { events.append("\(words.map { String(decoding: $0, as: UTF8.self) }) \(hasSpace)") }
        open = []
    }
}
