import Foundation
import Testing
import TextModel

@testable import Ingest

struct PositionTests {
    /// The bytes between `[[` and `]]` are the source of `word`; the marks are taken out before reading.
    @Test(arguments: [
        ("entity before.html", "<p>A &amp; B [[word]] C</p>", "word"),
        ("entity within.html", "<p>A [[caf&eacute;s]] B</p>", "cafés"),
        ("numeric.html", "<p>A [[na&#239;ve]] B</p>", "naïve"),
        ("no semicolon.html", "<p>A [[na&#239ve]] B</p>", "naïve"),
        ("windows codes.html", "<p>it [[isn&#146;t]] so</p>", "isn’t"),
        ("bare ampersand.html", "<p>AT&T and [[more]]</p>", "more"),
        ("unknown entity.html", "<p>a [[&unknown;x]] b</p>", "&unknown;x"),
        ("inline.html", "<p>[[un<b class='>'>free</b>dom]]</p>", "unfreedom"),
        ("comment.html", "<p>one<!-- two > --> [[three]]</p>", "three"),
        ("script.html", "<p>one</p><script>if (a < b) { '<p>' }</script><p>[[two]]</p>", "two"),
        ("closed script.html", "<head><script src='x.js'/><title>T</title></head><p>one</p><p>[[two]]</p>", "two"),
        ("slash of a value.html", "<script src=x/>'<p>'</script><p>one</p><p>[[two]]</p>", "two"),
        (
            "closed script.xhtml",
            "<?xml version='1.0'?><html><head><script async/></head><body><p>[[two]]</p></body></html>", "two"
        ),
        ("ligature.txt", "A [[o\u{FB03}ce]] of the \u{FB01}nal kind.", "office"),
        ("after ligature.txt", "An o\u{FB03}ce of the [[\u{FB01}nal]] kind.", "final"),
        ("ligature.html", "<p>A [[bene&#64257;t]] &amp; more</p>", "benefit"),
        ("after a sign.html", "<p>Net<sup>1</sup>, 10<sup>2</sup> [[more]]</p>", "more"),
        ("crlf.html", "<p>one\r\n[[two]]\r\nthree</p>", "two"),
        ("non-ASCII.html", "<p>Ünïcödé 日本 [[слово]] x</p>", "слово"),
        ("less than.html", "<p>1 < 2 and [[3]] > 2</p>", "3"),
        ("attributes.html", "<p title=\"a > b\">x <a href=x>[[link]]</a></p>", "link"),
        ("control.html", "<p>a\u{01}b [[word]]</p>", "word"),
        ("cdata.xml", "<r><p>a <![CDATA[x < y & z]]> [[word]]</p></r>", "word"),
        ("in cdata.xml", "<r><p>a <![CDATA[x < [[word]] & z]]></p></r>", "word"),
        ("crlf.xml", "<r>\r\n<p>one\r\n[[two]]\r\nthree</p></r>", "two"),
        ("entity.xml", "<r><p>R&amp;D [[caf&#xE9;]]</p></r>", "café"),
        ("doctype.xml", "<!DOCTYPE r [<!ENTITY co \"Coun<b>ci</b>l\">]><r><p>the &co; [[word]] x</p></r>", "word"),
        ("own entity.xml", "<!DOCTYPE r [<!ENTITY co \"Council\">]><r><p>the [[&co;]] x</p></r>", "Council"),
        ("entity as long as its name.xml", "<!DOCTYPE r [<!ENTITY abc \"fi ve\">]><r><p>the [[&abc;]] x</p></r>", "fi"),
        ("instruction.xml", "<r><p>a<?page 3 > 2?> [[word]]</p></r>", "word"),
        ("HTML entity.xml", "<r><p>a&nbsp;b [[caf&eacute;]]</p></r>", "café"),
        ("broken.xml", "<r><p>AT&T is [[here]] and <b>more</p></r>", "here"),
        ("after error.xml", "<r><p>a <b>x</p><p>R&amp;D [[&lt;word&gt;]]</p></r>", "<word>"),
        ("plain.txt", "Ünï\r\n\r\ntext [[word]] here.", "word"),
        (
            "hyphen.txt",
            "A long line of the text that ends in a [[regu-\nlation]] of all that there is to be regulated now.",
            "regulation"
        ),
    ])
    func findsWords(path: String, marked: String, word: String) throws {
        let (text, span) = try #require(unmark(marked))
        let document = try read(text, as: path)
        let found = document.blocks.flatMap { block in spans(of: word, in: document, block) }
        let sources = found.map { document.sourceSpan(of: $0) }
        #expect(sources.contains(span), "\(sources) is not \(span) in \(outline(document))")
        if text.contains("<!ENTITY") || text.contains("<sup>") { return }
        #expect(SourceProperty(document: document, original: Array(text.utf8)).violations() == [])
    }

    @Test(arguments: [
        (String.Encoding.utf16LittleEndian, [0xFF, 0xFE] as [UInt8], "UTF-16LE", TextEncoding.Origin.byteOrderMark),
        (.utf16BigEndian, [0xFE, 0xFF], "UTF-16BE", .byteOrderMark),
        (.utf16LittleEndian, [], "UTF-16LE", .guessed),
        (.utf8, [0xEF, 0xBB, 0xBF], "UTF-8", .byteOrderMark),
        (.utf8, [], "UTF-8", .valid),
        (.isoLatin1, [], "windows-1252", .guessed),
    ])
    func keepsOriginalOffsets(encoding: String.Encoding, mark: [UInt8], name: String, origin: TextEncoding.Origin)
        throws
    {
        for (path, before, after) in [("a.txt", "", ""), ("a.html", "<p>", "</p>"), ("a.xml", "<r><p>", "</p></r>")] {
            let head = before + "Où était la liberté d'expression ? "
            let text = head + "Là-bas" + " et ici." + after
            let bytes = mark + Array(try #require(text.data(using: encoding)))
            let document = try DocumentReader().read(bytes: bytes, path: path)
            #expect(document.encoding == TextEncoding(name: name, origin: origin))
            #expect(document.notes.contains { $0.code == "encoding-guessed" } == (origin == .guessed))
            let word = try #require(document.blocks.flatMap { spans(of: "Là-bas", in: document, $0) }.first)
            let start = mark.count + (try #require(head.data(using: encoding))).count
            let length = (try #require("Là-bas".data(using: encoding))).count
            #expect(document.sourceSpan(of: word) == SourceSpan(start, start + length))
            #expect(SourceProperty(document: document, original: bytes).violations() == [])
        }
    }

    @Test func readsSurrogatePairsOfUTF16() throws {
        let bytes = [0xFF, 0xFE] + Array(try #require("A 😀 smile.".data(using: .utf16LittleEndian)))
        let document = try DocumentReader().read(bytes: bytes, path: "a.txt")
        let word = try #require(spans(of: "smile.", in: document, document.blocks[0]).first)
        #expect(document.sourceSpan(of: word) == SourceSpan(12, 24))
    }

    @Test(arguments: ["Shift_JIS", "GB18030", "EUC-KR", "KOI8-R", "ISO-2022-JP"])
    func decodesThroughIconv(name: String) throws {
        let samples: [String: [UInt8]] = [
            "Shift_JIS": [0x41, 0x20, 0x93, 0xFA, 0x96, 0x7B, 0x20, 0x5A],
            "GB18030": [0x41, 0x20, 0xD6, 0xD0, 0xB9, 0xFA, 0x20, 0x5A],
            "EUC-KR": [0x41, 0x20, 0xC7, 0xD1, 0xB1, 0xB9, 0x20, 0x5A], "KOI8-R": [0x41, 0x20, 0xC4, 0xC1, 0x20, 0x5A],
            "ISO-2022-JP": [0x41, 0x20, 0x1B, 0x24, 0x42, 0x46, 0x7C, 0x4B, 0x5C, 0x1B, 0x28, 0x42, 0x20, 0x5A],
        ]
        let words = ["Shift_JIS": "日本", "GB18030": "中国", "EUC-KR": "한국", "KOI8-R": "да", "ISO-2022-JP": "日本"]
        var options = DocumentReader.Options()
        options.encoding = name
        let bytes = try #require(samples[name])
        let document = try DocumentReader(options: options).read(bytes: bytes, path: "a.txt")
        #expect(document.string(document.blocks[0].span) == "A \(words[name] ?? "") Z")
        let last = TextSpan(document.blocks[0].span.end - 1, document.blocks[0].span.end)
        #expect(document.sourceSpan(of: last) == SourceSpan(bytes.count - 1, bytes.count))
    }

    private func unmark(_ marked: String) -> (String, SourceSpan)? {
        // The last "[[" opens the mark: "<![CDATA[[" may stand before it.
        guard let open = marked.range(of: "[[", options: .backwards),
            let close = marked.range(of: "]]", range: open.upperBound..<marked.endIndex)
        else { return nil }
        let start = marked[..<open.lowerBound].utf8.count
        let word = marked[open.upperBound..<close.lowerBound]
        let text = String(marked[..<open.lowerBound]) + String(word) + String(marked[close.upperBound...])
        return (text, SourceSpan(start, start + word.utf8.count))
    }

    private func spans(of word: String, in document: Document, _ block: Block) -> [TextSpan] {
        let wanted = Array(word.utf8)
        let range = block.span.range
        return range.filter {
            $0 + wanted.count <= range.upperBound && Array(document.text[$0..<($0 + wanted.count)]) == wanted
        }
        .map { TextSpan($0, $0 + wanted.count) }
    }
}
