import TestSupport
import Testing
import TextModel

struct DocumentBuilderTests {
    private let encoding = TextEncoding(name: "UTF-8", origin: .valid)

    /// The document of one block that holds all of `text`, given to the builder in these pieces.
    private func document(_ pieces: [String]) -> Document {
        let source = SourceText(bytes: pieces.flatMap { Array($0.utf8) })
        var builder = DocumentBuilder(source: source)
        builder.open(.paragraph)
        var start = 0
        for piece in pieces {
            builder.append(verbatim: start..<(start + piece.utf8.count))
            start += piece.utf8.count
        }
        return builder.finish(path: "x", format: "text", encoding: encoding)
    }

    /// A document whose blocks `fill` adds to a builder over `text`.
    private func document(_ text: String, _ fill: (inout DocumentBuilder) -> Void) -> Document {
        var builder = DocumentBuilder(source: SourceText(bytes: Array(text.utf8)))
        fill(&builder)
        return builder.finish(path: "x", format: "text", encoding: encoding)
    }

    // MARK: White space

    @Test(arguments: [
        ("one  two", "one two"),
        ("  one two\n", "one two"),
        ("one\ttwo\r\n\r\nthree", "one two three"),
        ("one\u{A0}two", "one two"),
        ("one \u{A0}\u{A0} two", "one two"),
        ("one\u{85}two", "one two"),
        ("one\u{2003}two\u{202F}three\u{205F}four", "one two three four"),
        ("\u{3000}一\u{3000}二", "一 二"),
        ("one\u{2028}two\u{2029}three", "one two three"),
        ("zero\u{200B}width", "zero\u{200B}width"),
        ("soft\u{AD}hyphen", "soft\u{AD}hyphen"),
        ("â Â ã", "â Â ã"),
    ])
    func foldsWhiteSpace(text: String, folded: String) {
        let document = document([text])
        #expect(document.blocks.map { document.string($0.span) } == [folded])
    }

    @Test func foldedSpaceStandsForTheWholeRun() {
        let document = document(["one \t\r\n two"])
        #expect(document.sourceSpan(of: TextSpan(3, 4)) == SourceSpan(3, 8))
        #expect(document.sourceSpan(of: TextSpan(4, 7)) == SourceSpan(8, 11))
    }

    @Test func whiteSpaceOfTwoPiecesIsOneSpace() {
        let document = document(["one ", " ", "\ttwo"])
        #expect(document.string(document.blocks[0].span) == "one two")
        #expect(document.sourceSpan(of: TextSpan(3, 4)) == SourceSpan(3, 6))
    }

    @Test func entityOfWhiteSpaceFolds() {
        let document = document("one&nbsp; two") { builder in
            builder.open(.paragraph)
            builder.append(verbatim: 0..<3)
            builder.append("\u{A0}".utf8, standingFor: 3..<9)
            builder.append(verbatim: 9..<13)
        }
        #expect(document.string(document.blocks[0].span) == "one two")
        #expect(document.sourceSpan(of: TextSpan(3, 4)) == SourceSpan(3, 10))
    }

    @Test func lineBreakElementIsASpaceOnlyBetweenWords() {
        let document = document("<br>one<br>two<br>") { builder in
            builder.open(.paragraph)
            builder.appendSpace(standingFor: 0..<4)
            builder.append(verbatim: 4..<7)
            builder.appendSpace(standingFor: 7..<11)
            builder.append(verbatim: 11..<14)
            builder.appendSpace(standingFor: 14..<18)
        }
        #expect(document.string(document.blocks[0].span) == "one two")
        #expect(document.blocks[0].source == SourceSpan(4, 14))
    }

    @Test func spaceAtTheEndOfABlockStaysOutOfTheNext() {
        let document = document("one two") { builder in
            builder.open(.paragraph)
            builder.append(verbatim: 0..<4)
            builder.open(.paragraph)
            builder.append(verbatim: 4..<7)
        }
        #expect(document.blocks.map { document.string($0.span) } == ["one", "two"])
        #expect(document.text == Array("one\ntwo\n".utf8))
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func wordsKeepTheirBytesHoweverTheyArrive(seed: UInt64) throws {
        var random = SeededGenerator(seed)
        let pieces = (0..<40).map { _ in
            random.pick(["a", "wörd", "日本", "😀", "Ã", "x.", " ", "  ", "\t", "\r\n", "\u{A0}", "\u{3000}"])
        }
        let document = document(pieces)
        let words = pieces.joined().unicodeScalars.split { $0.properties.isWhitespace }.map(String.init)
        guard !words.isEmpty else { return }
        #expect(document.string(document.blocks[0].span) == words.joined(separator: " "))
        var start = 0
        for word in words {
            let span = TextSpan(start, start + word.utf8.count)
            let source = document.sourceSpan(of: span)
            try #require(document.source.bytes[source.range].elementsEqual(word.utf8))
            start = span.end + 1
        }
    }

    // MARK: Blocks

    @Test func blockWithoutTextLeavesNoTrace() {
        let document = document("  one") { builder in
            builder.open(.heading, level: 1)
            builder.append(verbatim: 0..<2)
            #expect(builder.isOpen && !builder.hasOpenText)
            #expect(builder.close() == nil)
            builder.open(.paragraph)
            builder.append(verbatim: 2..<5)
            #expect(builder.hasOpenText)
            #expect(builder.close() == 0)
        }
        #expect(document.blocks.map(\.kind) == [.paragraph])
        #expect(document.blocks[0].heading == nil)
        #expect(document.text == Array("one\n".utf8))
    }

    @Test func textOutsideABlockIsIgnored() {
        let document = document("one two") { builder in
            builder.append(verbatim: 0..<3)
            builder.append("x".utf8, standingFor: 0..<3)
            builder.appendSpace(standingFor: 0..<3)
            builder.open(.paragraph)
            builder.append(verbatim: 4..<7)
        }
        #expect(document.text == Array("two\n".utf8))
    }

    @Test func openBlockTakesWhatIsLearntLater() {
        let document = document("one") { builder in
            builder.updateOpenBlock { $0.number = "9" }
            builder.open(.listItem, level: 1)
            builder.append(verbatim: 0..<3)
            builder.updateOpenBlock {
                $0.number = "(a)"
                $0.speaker = "Chair"
            }
        }
        #expect(document.blocks[0].number == "(a)")
        #expect(document.blocks[0].speaker == "Chair")
    }

    @Test func sourceOfABlockCountsTheByteOrderMark() {
        var builder = DocumentBuilder(source: SourceText(bytes: Array(" one ".utf8), byteOrderMark: 3))
        builder.open(.paragraph)
        builder.append(verbatim: 0..<5)
        #expect(builder.finish(path: "x", format: "text", encoding: encoding).blocks[0].source == SourceSpan(4, 7))
    }

    @Test func sourceOfABlockFollowsTheOriginalOffsets() {
        // "é" took one byte in the original file.
        let source = SourceText(bytes: Array("né x".utf8), originalOffsets: [0, 1, 1, 2, 3, 4])
        var builder = DocumentBuilder(source: source)
        builder.open(.paragraph)
        builder.append(verbatim: 0..<5)
        let document = builder.finish(path: "x", format: "text", encoding: encoding)
        #expect(document.blocks[0].source == SourceSpan(0, 4))
        #expect(document.sourceSpan(of: TextSpan(1, 3)) == SourceSpan(1, 2))
    }

    // MARK: Headings, stems, title

    /// Blocks of the letters of `kinds`: digits are headings of that level, "t" a title, others paragraphs.
    private func outline(_ kinds: String) -> Document {
        document(kinds) { builder in
            for (offset, letter) in kinds.enumerated() {
                if let level = letter.wholeNumberValue {
                    builder.open(.heading, level: level)
                } else {
                    builder.open(letter == "t" ? .title : .paragraph)
                }
                builder.append(verbatim: offset..<(offset + 1))
            }
        }
    }

    @Test(
        arguments: [
            ("p1p", [nil, nil, 1]),
            ("1p2p1p", [nil, 0, 0, 2, nil, 4]),
            ("123p2p", [nil, 0, 1, 2, 0, 4]),
            ("132p", [nil, 0, 0, 2]),
            ("11", [nil, nil]),
            ("tp1p", [nil, 0, 0, 2]),
            ("1tp", [nil, nil, 1]),
        ] as [(String, [Int?])])
    func blockStandsUnderTheNearestHeading(kinds: String, headings: [Int?]) {
        #expect(outline(kinds).blocks.map(\.heading) == headings)
    }

    @Test func headingPathRunsFromTheOutside() {
        let document = outline("t123p")
        #expect(document.headingPath(of: 4) == [0, 1, 2, 3])
        #expect(document.headingPath(of: 0) == [])
    }

    @Test func stemsRunFromTheInside() {
        let document = document("abc") { builder in
            builder.open(.paragraph)
            builder.append(verbatim: 0..<1)
            builder.open(.listItem, level: 1, parent: 0)
            builder.append(verbatim: 1..<2)
            builder.open(.listItem, level: 2, parent: 1)
            builder.append(verbatim: 2..<3)
        }
        #expect(document.stems(of: 2) == [1, 0])
        #expect(document.stems(of: 0) == [])
    }

    @Test func stemsOfACircleEnd() {
        var document = outline("ppp")
        document.blocks[0].parent = 1
        document.blocks[1].parent = 0
        #expect(document.stems(of: 0).count <= document.blocks.count)
    }

    @Test(
        arguments: [("p1t", nil, "t"), ("p1p", nil, "1"), ("pp", nil, nil), ("p1t", "Given", "Given")]
            as [(String, String?, String?)])
    func titleComesFromMetadataThenTitleThenHeading(kinds: String, given: String?, title: String?) {
        let document = document(kinds) { builder in
            builder.title = given
            for (offset, letter) in kinds.enumerated() {
                builder.open(
                    letter == "t" ? .title : letter == "1" ? .heading : .paragraph, level: letter == "1" ? 1 : 0)
                builder.append(verbatim: offset..<(offset + 1))
            }
        }
        #expect(document.title == title)
    }

    @Test(arguments: [
        ("He left.", true), ("Go!", true), ("Did he?", false), ("He said: \u{201C}I left.\u{201D}", true),
        ("(He left.)] \u{BB} '", true), ("They must", false), ("List:", false), ("'\u{2019}", false),
    ])
    func tellsWhetherABlockEndsASentence(text: String, endsSentence: Bool) {
        var builder = DocumentBuilder(source: SourceText(bytes: Array(text.utf8)))
        builder.open(.paragraph)
        builder.append(verbatim: 0..<text.utf8.count)
        let block = builder.close()
        #expect(block.map { builder.endsSentence($0) } == endsSentence)
    }
}
