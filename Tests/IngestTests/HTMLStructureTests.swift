import Testing
import TextModel

@testable import Ingest

struct HTMLStructureTests {
    @Test(arguments: [
        (
            "headings", "<h1>A</h1><p>x</p><h2>B</h2><p>y</p>",
            ["heading 1: A", "paragraph: x", "heading 2: B", "paragraph: y"]
        ),
        (
            "list with its stem", "<p>Owners must:</p><ul><li>cover it</li><li>clean it</li></ul><p>Always.</p>",
            ["paragraph: Owners must:", "list-item 1 ^0: cover it", "list-item 1 ^0: clean it", "paragraph: Always."]
        ),
        (
            "nested list",
            "<p>All:</p><div><ol><li>one<ul><li>one a</li></ul></li><li><p>two</p><p>more</p></li></ol></div>",
            [
                "paragraph: All:", "list-item 1 [1.] ^0: one", "list-item 2 ^1: one a", "list-item 1 [2.] ^0: two",
                "paragraph ^3: more",
            ]
        ),
        (
            "numbers of lists",
            "<ol start=5><li>a<li value=8>b<ol type=a><li>c<li>d</ol><li>e</ol><ol type=I reversed start=4><li>f<li>g</ol>"
                + "<ol style='color:red; list-style-type: lower-roman'><li>h</ol><ol reversed><li>i</ol><ol style='list-style:none'>"
                + "<li>j</ol><ol><li>(k) l<li>m</ol><ol type=a start=26><li>n<li>o<li>p</ol>"
                + "<ol style='list-style-image:none; list-style-type:upper-roman'><li>A. Smith wrote it.</ol>",
            [
                "list-item 1 [5.]: a", "list-item 1 [8.]: b", "list-item 2 [a.] ^1: c", "list-item 2 [b.] ^1: d",
                "list-item 1 [9.]: e", "list-item 1 [IV.]: f", "list-item 1 [III.]: g", "list-item 1 [i.]: h",
                "list-item 1: i", "list-item 1: j", "list-item 1 [(k)]: l", "list-item 1 [2.]: m",
                "list-item 1 [z.]: n", "list-item 1 [aa.]: o", "list-item 1 [ab.]: p",
                "list-item 1 [I.]: A. Smith wrote it.",
            ]
        ),
        (
            "list after a finished sentence",
            "<p>Wells are deep.</p><ul><li>one</ul><p>\u{201C}Wells are deep.\u{201D}</p><ul><li>two.<ul><li>three</ul></ul>"
                + "<p>Who covers it?</p><ul><li>four</ul>",
            [
                "paragraph: Wells are deep.", "list-item 1: one", "paragraph: \u{201C}Wells are deep.\u{201D}",
                "list-item 1: two.",
                "list-item 2 ^3: three", "paragraph: Who covers it?", "list-item 1 ^5: four",
            ]
        ),
        (
            "arrows back from notes",
            "<p>Law.</p><p>Court. <a href='#r1'>&#8617;</a></p><p>Town <a href='#r2'>\u{2191}\u{FE0E}</a></p>",
            ["paragraph: Law.", "paragraph: Court.", "paragraph: Town"]
        ),
        (
            "arrow within a link", "<p>The clause on the well is <a href='#r3'>A<b>\u{2191}</b>B</a> of the law.</p>",
            ["paragraph: The clause on the well is A\u{2191}B of the law."]
        ),
        ("table", "<table><tr><th>A<td>b <b>c</b></table>", ["table-cell: A", "table-cell: b c"]),
        ("two breaks", "<p>one<br>still one<br><br>two</p>", ["paragraph: one still one", "paragraph: two"]),
        (
            "quotes", "<blockquote><p>said</p></blockquote><p>He said <q>yes</q>.</p><p><q>No.</q></p>",
            ["quote quoted: said", "paragraph: He said yes.", "paragraph quoted: No."]
        ),
        ("code", "<p>Use <code>x</code></p><pre>a = 1</pre>", ["paragraph: Use x", "code boilerplate: a = 1"]),
        (
            "hidden",
            "<p>a<span hidden>b</span><span style='color:red; display : none'>c</span> d</p><div aria-hidden=true>e</div><p class=\"hidden\">f</p>",
            ["paragraph: a d", "paragraph: f"]
        ),
        ("struck through", "<p>It <del>must</del><s>can</s> may.</p>", ["paragraph: It may."]),
        (
            "left out",
            "<p>a</p><script>x</script><style>y</style><noscript>z</noscript><template>t</template><svg><text>s</text></svg><select><option>o</select><p>b</p>",
            ["paragraph: a", "paragraph: b"]
        ),
        (
            "boilerplate",
            "<header><nav><a>Home</a></nav></header><main><p>Text</p></main><aside>Ad</aside><div role=search>Find</div><footer>Foot</footer>",
            [
                "paragraph boilerplate: Home", "paragraph: Text", "paragraph boilerplate: Ad",
                "paragraph boilerplate: Find", "paragraph boilerplate: Foot",
            ]
        ),
        (
            "small form", "<p>A longer text than the form.</p><form>Mail</form>",
            ["paragraph: A longer text than the form.", "paragraph boilerplate: Mail"]
        ),
        ("form around the page", "<form><p>All of the text.</p></form>", ["paragraph: All of the text."]),
        ("caption", "<figure><img alt='no'><figcaption>Fig</figcaption></figure>", ["caption: Fig"]),
        ("text without elements", "<body>one <b>two</b> three", ["paragraph: one two three"]),
    ])
    func readsBlocks(name: String, source: String, expected: [String]) throws {
        try expectOutline(source, as: "a.html", expected)
    }

    @Test(arguments: [
        ("Internet<sup>1</sup>.", "Internet."), ("Internet<sup> [12] </sup>, so", "Internet, so"),
        ("Internet<sup>†</sup> so<sup>*</sup>", "Internet so"), ("10<sup>2</sup> 4<sup>th</sup>", "102 4th"),
        ("Law<sup><a href='#fn2'>b</a></sup>.", "Law."), ("Law<a href='#_ftn3'>[3]</a>.", "Law."),
        ("Law<a href='x#note-3'>of wells</a>.", "Lawof wells."), ("Law<a href='#part3'>3</a>.", "Law3."),
        ("Law<a role='doc-noteref' href='#n'>see</a>.", "Law."),
        ("Law 2010<sup><a href='#fn1'>1</a></sup>.", "Law 2010."),
    ])
    func leavesOutSignsOfNotes(html: String, text: String) throws {
        #expect(outline(try read("<p>\(html)</p>", as: "a.html")) == ["paragraph: " + text])
    }

    @Test func takesNotesInAsidesForNotes() throws {
        let law = "The wells of the town belong to all who live in it, and nobody may close one of them."
        let note = "As amended in the year 2010, when the last of the private wells was bought by the town."
        let html =
            "<main><p>\(law)</p><aside role='doc-footnote'><p>\(note)</p></aside><aside><p>More.</p></aside></main>"
        #expect(
            outline(try read(html, as: "a.html")) == [
                "paragraph: \(law)", "note: \(note)", "paragraph boilerplate: More.",
            ])
    }

    @Test func takesTheTitleElementForMetadata() throws {
        let document = try read(
            "<html lang=en-GB><head><title>A &amp; B</title></head><body><h1>C</h1></body></html>", as: "a.html")
        #expect(document.title == "A & B")
        #expect(document.language == "en-GB")
        #expect(outline(document) == ["heading 1: C"])
    }

    @Test func nestsHeadings() throws {
        let document = try read("<h1>A</h1><h3>B</h3><p>x</p><h2>C</h2><p>y</p>", as: "a.html")
        #expect(document.headingPath(of: 2) == [0, 1])
        #expect(document.headingPath(of: 4) == [0, 3])
    }

    @Test func leavesOutAttributesThatTheParserTakesForText() throws {
        let text = "<div @over=\"run(() => { x = 1 })\" class=\"y\">Real text</div><p>More</p>"
        #expect(outline(try read(text, as: "a.html")) == ["paragraph: Real text", "paragraph: More"])
    }
}

struct InputFormatTests {
    @Test(arguments: [
        ("a.htm", "x", InputFormat.html), ("a.XML", "<r/>", .xml), ("a.md", "<p>x", .markdown),
        ("a", "  <!DOCTYPE html><p>", .html),
        ("a", "<?xml version='1.0'?><r>x</r>", .xml), ("a.dat", "<akomaNtoso>", .xml),
        ("README", "Plain <b@c.org> text", .text),
        ("-", "<p>fragment", .html), ("mail", "<anna@example.org> wrote", .text),
    ])
    func decidesByExtensionThenByContent(path: String, content: String, format: InputFormat) throws {
        #expect(try read(content, as: path).format == format.rawValue)
    }
}
