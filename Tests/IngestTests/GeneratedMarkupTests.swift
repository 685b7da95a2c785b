import TestSupport
import Testing
import TextModel

@testable import Ingest

struct GeneratedMarkupTests {
    @Test(arguments: 0..<150 as Range<UInt64>)
    func holdsThePropertyForRandomTrees(seed: UInt64) throws {
        for (path, isHTML) in [("a.html", true), ("a.xml", false)] {
            var tree = RandomTree(isHTML: isHTML, generator: SeededGenerator(seed))
            let text = tree.document()
            let document = try read(text, as: path)
            let violations = SourceProperty(document: document, original: Array(text.utf8)).violations()
            #expect(violations == [], "seed \(seed): \(text)")
            #expect(document.notes.filter { $0.code == "markup-resynchronised" } == [], "seed \(seed): \(text)")
            let read = document.blocks.map { document.string($0.span) }.joined().filter { !$0.isWhitespace }
            #expect(read == tree.expected.filter { !$0.isWhitespace }, "seed \(seed): \(text)")
        }
    }
}

/// Random markup, and the text that it should give.
private struct RandomTree {
    let isHTML: Bool
    var generator: SeededGenerator
    var expected = ""

    mutating func document() -> String {
        let body = (0..<6).map { _ in block(depth: 0) }.joined(
            separator: pick(["", "\n", "\r\n  ", "<!-- <p>x</p> -->"]))
        return isHTML
            ? "<html><body>\(body)</body></html>" : "<?xml version=\"1.0\"?>\r\n<!-- c -->\n<doc>\(body)</doc>"
    }

    private mutating func pick<T>(_ choices: [T]) -> T { choices[Int.random(in: 0..<choices.count, using: &generator)] }

    private mutating func block(depth: Int) -> String {
        let name = pick(
            isHTML ? ["p", "div", "li", "h2", "td", "blockquote"] : ["p", "para", "item", "head", "section", "note"])
        let attributes = pick(["", " id=\"a>b\"", " title='x \" y'", " class=\"c\"\n lang='en'"])
        var inner = inline(depth: 0)
        if depth < 3, name == "div" || name == "section", Bool.random(using: &generator) {
            inner += block(depth: depth + 1)
        }
        let wrapped = "<\(name)\(attributes)>\(inner)</\(name)>"
        return name == "td" ? "<table><tr>\(wrapped)</tr></table>" : name == "li" ? "<ul>\(wrapped)</ul>" : wrapped
    }

    private mutating func inline(depth: Int) -> String {
        (0..<Int.random(in: 1...5, using: &generator)).map { _ in piece(depth: depth) }.joined()
    }

    private mutating func piece(depth: Int) -> String {
        switch Int.random(in: 0..<9, using: &generator) {
        case 0 where depth < 4:
            let name = pick(isHTML ? ["b", "em", "span", "a", "strong"] : ["i", "b", "emph", "hi", "span"])
            return "<\(name)>" + inline(depth: depth + 1) + "</\(name)>"
        case 1:
            return add(
                pick([
                    ("&amp;", "&"), ("&lt;", "<"), ("&#233;", "é"), ("&#x4E2D;", "中"), ("&eacute;", "é"),
                    ("&hellip;", "…"),
                ]))
        case 2: return pick(["<!-- a < b -->", "<?pi x?>", "<!---->"])
        case 3 where !isHTML: return add(pick([("<![CDATA[a < b & c]]>", "a < b & c"), ("<![CDATA[]]>", "")]))
        case 3:
            return pick(["<script>var a = '<b>';</script>", "<span hidden>gone</span>", "<svg><text>t</text></svg>"])
        case 4: return add(pick([(" ", " "), ("\r\n", " "), ("\n\t ", " "), ("&nbsp;", " ")]))
        default:
            return add(
                pick([
                    ("word", "word"), ("Größe", "Größe"), ("日本", "日本"), ("it's", "it's"), ("\"q\"", "\"q\""),
                    ("x;y", "x;y"),
                ]))
        }
    }

    private mutating func add(_ pair: (source: String, text: String)) -> String {
        expected += pair.text
        return pair.source
    }
}
