import Testing
import TextModel

@testable import Ingest

@Suite(
    .enabled(
        if: (try? SystemLibrary("MD4C", files: ["libmd4c.so.0", "libmd4c.so"], package: "")) != nil,
        "MD4C is not installed"))
struct MarkdownTests {
    @Test func readsBlocksAndNumbers() throws {
        try expectBlocks(
            "---\ntitle: \"A Law\"\n---\n# Powers\n\nThe *Minister* may:\n\n3. block a `site`\n   for a day\n4. slow it\n   - or not\n\n> She said no.\n\n| A | B |\n|---|---|\n| c | d |\n\n```\ncode here\n```\n",
            [
                "heading 1: Powers", "paragraph: The Minister may:", "list-item 1 [3.] ^1: block a site for a day",
                "list-item 1 [4.] ^1: slow it", "list-item 2 ^3: or not", "quote quoted: She said no.", "table-cell: A",
                "table-cell: B", "table-cell: c", "table-cell: d", "code: code here",
            ])
        #expect(try read("---\ntitle: \"A Law\"\n---\n# Powers\n", as: "a.md").title == "A Law")
    }

    @Test func keepsPositionsThroughMarksEntitiesAndWrapping() throws {
        let text =
            "\u{FEFF}Über **the** [law](http://a.example/law \"x law\"), &amp; \\*stars\\* &#8364;20\r\n> quoted\r\n> line ![image of law](i.png)end\r\n"
        let document = try read(text, as: "a.md")
        #expect(outline(document) == ["paragraph: Über the law, & *stars* €20", "quote quoted: quoted line end"])
        let bytes = Array(text.utf8)
        for (block, words) in [(0, ["Über", "the", "law", "&", "*stars*", "€20"]), (1, ["quoted", "line", "end"])] {
            var from = document.blocks[block].span.start
            for word in words {
                let span = try #require(find(word, in: document, from: from))
                from = span.end
                let source = String(decoding: bytes[document.sourceSpan(of: span).range], as: UTF8.self)
                let expected = ["&": "&amp;", "*stars*": "*stars\\*", "€20": "&#8364;20"][word] ?? word
                #expect(source == expected)
            }
        }
    }

    @Test func passesOverHTMLWithinMarkdown() throws {
        try expectBlocks(
            "<!-- a\nb -->\n<div class=\"x\">\nInside.<br>Still.\n</div>\n\nA <b>bold</b><br>word.\n",
            ["paragraph: Inside. Still.", "paragraph: A bold word."])
    }

    @Test(arguments: [
        ("> [!NOTE]\n> Our *words*.\n>\n> - more", ["paragraph: Our words.", "list-item 1: more"]),
        ("> [!warning]  \n> Ours.\n\n> Theirs.", ["paragraph: Ours.", "quote quoted: Theirs."]),
        ("> [!NOTE] she said.", ["quote quoted: [!NOTE] she said."]),
        ("> Said.\n>\n> [!NOTE]\n> so.", ["quote quoted: Said.", "quote quoted: [!NOTE] so."]),
        ("It ~~must~~ may <del>never</del> act.", ["paragraph: It may act."]),
        ("An <del>open\n\nNext.", ["paragraph: An", "paragraph: Next."]),
        ("Internet<sup>1</sup>, 10<sup>2</sup>.", ["paragraph: Internet, 102."]),
        ("---\ntitle: A\n...\n\nBody.\n\n---\n\nMore.", ["paragraph: Body.", "paragraph: More."]),
    ])
    func tellsWhoseWordsTheyAre(_ text: String, _ expected: [String]) throws { try expectBlocks(text, expected) }

    @Test(arguments: [
        "author: Ann\ndate: 2020-01-02", "author: [Ann]\ndate: \"2020-01-02\"",
        "authors:\n  - name: Ann\n    mail: x\ndate: 2020-01-02",
        "authors:\n- Ann\ndate: 2020-01-02",
    ])
    func takesAuthorsAndDateFromTheFrontMatter(_ fields: String) throws {
        let metadata = try read("---\n\(fields)\n---\n\nBody.", as: "a.md").metadata
        #expect(metadata.authors == ["Ann"] && metadata.date == "2020-01-02")
        let several = try read("---\nauthor: [Ann, 'Bob']\n---\n\nBody.", as: "a.md").metadata
        #expect(several.authors == ["Ann", "Bob"])
    }

    @Test func refusesDeepNesting() {
        var options = DocumentReader.Options()
        options.maximumDepth = 50
        let text = String(repeating: "> ", count: 200) + "x"
        #expect(throws: IngestError.tooDeep(path: "a.md", limit: 50, offset: 0)) {
            try read(text, as: "a.md", options: options)
        }
    }

    private func expectBlocks(_ text: String, _ expected: [String]) throws {
        #expect(outline(try read(text, as: "a.md")) == expected)
    }

    private func find(_ word: String, in document: Document, from start: Int) -> TextSpan? {
        let wanted = Array(word.utf8)
        return (start...max(start, document.text.count - wanted.count)).first {
            document.text[$0..<($0 + wanted.count)].elementsEqual(wanted)
        }.map { TextSpan($0, $0 + wanted.count) }
    }
}
