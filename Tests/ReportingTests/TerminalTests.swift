import Testing
import TextModel

@testable import Reporting

@Suite struct TerminalTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("国家", 4), ("Cafe\u{301}", 4), ("한국어", 6), ("ﾊﾝ", 2), ("👩", 2), ("👩‍👩‍👧", 6),
        ("🇨🇭", 2),
        ("a\u{200D}b", 2), ("שלום", 4), ("ก็", 1),
    ])
    func countsColumns(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test(arguments: [
        ("plain", "plain"), ("a\tb", "a    b"), ("\u{1B}[31m", "␛[31m"), ("a\u{202E}b", "a<U+202E>b"),
        ("\u{7F}", "␡"),
        ("\u{9B}31m", "<U+009B>31m"), ("x\r\ny", "x␍␊y"), ("\u{E0041}", "<U+E0041>"),
    ])
    func makesWhatActsOnATerminalVisible(text: String, visible: String) {
        #expect(VisibleText.of(text) == visible)
    }

    @Test(arguments: [
        ("one two three", 8, ["one two", "  three"]), ("one", 8, ["one"]), ("", 8, []),
        ("abcdefghijkl mn", 8, ["abcdefghijkl", "  mn"]), ("国家 安全 稳定", 9, ["国家 安全", "  稳定"]),
        ("a  b", 8, ["a  b"]),
    ])
    func wrapsAtSpacesWithAHangingIndent(text: String, width: Int, lines: [String]) {
        #expect(StyledText(text).wrapped(to: width, hanging: 2).map { $0.rendered(inColour: false) } == lines)
    }

    @Test(arguments: [40, 60, 80, 120])
    func noLineIsWiderThanTheTerminal(width: Int) throws {
        let options = ReportingOptions(width: width, verbose: true)
        let bytes = try #require(OutputFormat(name: "full")).bytes(
            of: SampleReports.results, options: options)
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            let words = line.split(separator: " ")
            let longest = words.map { DisplayWidth.of(String($0)) }.max() ?? 0
            #expect(DisplayWidth.of(String(line)) <= max(width, longest + 8), "\(line)")
        }
    }

    @Test(arguments: ["full", "concise"])
    func noControlCharacterReachesTheTerminal(format: String) throws {
        let bytes = try #require(OutputFormat(name: format)).bytes(of: SampleReports.results)
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where scalar != "\n" {
            #expect(VisibleText.replacement(for: scalar) == nil)
        }
    }

    @Test func underlinesStandBelowTheirWords() throws {
        var sample = SampleDocument(path: "text.txt")
        sample.add(.paragraph, "为了国家安全 the police may monitor café\nowners")
        let document = sample.document()
        var maker = ReportMaker(document, kind: .statute)
        maker.find(
            "CW04", "power-without-safeguards", .high, 70, "No safeguard.", "monitor café owners", in: 0)
        let dossier = Dossier(maker.report(), minimumBand: .info)
        let marks = [
            Excerpt.Mark(span: document.span("monitor café owners", in: 0), role: nil, label: "CW04")
        ]
        let excerpt = Excerpt(block: document.blocks[0], marks: marks, dossier: dossier, gutter: 1, width: 60)
        #expect(
            excerpt.lines.map { $0.rendered(inColour: false) } == [
                "  |",
                "1 | 为了国家安全 the police may monitor café",
                "  |                             ^^^^^^^^^^^^ CW04",
                "2 | owners",
                "  | ^^^^^^",
                "  |",
            ])
    }

    @Test func longPassagesAreShownAroundTheirMarks() {
        var sample = SampleDocument(path: "text.txt", format: "html")
        sample.add(
            .paragraph,
            String(repeating: "word ", count: 200) + "HARM " + String(repeating: "word ", count: 200))
        let document = sample.document()
        let dossier = Dossier(ReportMaker(document, kind: .other).report(), minimumBand: .info)
        let marks = [Excerpt.Mark(span: document.span("HARM", in: 0), role: .value, label: "value")]
        let lines = Excerpt(block: document.blocks[0], marks: marks, dossier: dossier, gutter: 1, width: 40)
            .lines
            .map { $0.rendered(inColour: false) }
        #expect(lines.count == 8)
        #expect(lines.filter { $0 == "..." }.count == 2)
        #expect(lines.contains { $0.contains("---- value") })
    }

    @Test func labelsThatDoNotFitGoBelow() {
        let layout = LabelLayout(
            [
                .init(columns: 0..<3, glyph: "^", ink: .plain, label: "first"),
                .init(columns: 5..<8, glyph: "-", ink: .plain, label: "second"),
                .init(columns: 10..<12, glyph: "-", ink: .plain, label: "third"),
            ], width: 20)
        #expect(
            layout.lines.map { $0.rendered(inColour: false) } == [
                "^^^  ---  -- third",
                "|    second",
                "first",
            ])
    }

    @Test func labelsOfSharedUnderlinesGoBelow() {
        let layout = LabelLayout(
            [
                .init(columns: 0..<9, glyph: "^", ink: .plain, label: ""),
                .init(columns: 4..<9, glyph: "-", ink: .plain, label: "cue"),
            ], width: 20)
        #expect(layout.lines.map { $0.rendered(inColour: false) } == ["^^^^^^^^^", "    cue"])
    }

    @Test func neighboursOfOneColourShareTheirEscape() {
        let lines = StyledText("one two", .path).wrapped(to: 20, hanging: 2)
        #expect(lines.map { $0.rendered(inColour: true) } == ["\u{1B}[1mone two\u{1B}[0m"])
    }

    @Test func nothingToSayIsSaidInEveryFormat() throws {
        let results = Results(reports: [], tool: SampleReports.tool)
        for format in OutputFormat.all {
            let text = String(decoding: format.bytes(of: results), as: UTF8.self)
            #expect(text.isEmpty || text.hasSuffix("\n"))
            #expect(["html", "json", "sarif"].contains(format.name) || !text.contains("{"))
        }
    }

    @Test func outputDoesNotDependOnTheOrderOfReports() throws {
        let results = SampleReports.results
        let reversed = Results(
            reports: results.reports.reversed(), failures: results.failures.reversed(), tool: results.tool,
            rules: results.rules)
        for format in OutputFormat.all { #expect(format.bytes(of: results) == format.bytes(of: reversed)) }
    }
}
