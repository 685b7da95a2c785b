import Testing
import TextModel

@testable import Ingest

@Suite(.enabled(if: (try? ArchiveLibrary()) != nil, "libarchive is not installed"))
struct BookTests {
    private func book(_ more: KeyValuePairs<String, String> = [:]) -> [UInt8] {
        var maker = ZIPMaker()
        let parts: KeyValuePairs = [
            "mimetype": "application/epub+zip",
            "META-INF/container.xml":
                "<container><rootfiles><rootfile full-path=\"OPS/book.opf\"/></rootfiles></container>",
            "OPS/book.opf": """
            <package><metadata><dc:title xmlns:dc="d">A Book</dc:title><dc:language xmlns:dc="d">en</dc:language></metadata>
            <manifest><item id="b" href="two%20b.xhtml"/><item id="a" href="one.xhtml"/><item id="n" href="nav.xhtml" properties="nav"/>
            </manifest><spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>
            """,
            "OPS/two b.xhtml": "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>Second.</p></body></html>",
            "OPS/one.xhtml":
                "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><h1>First</h1><p>It may:</p><ul><li>block.</li></ul></body></html>",
            "OPS/nav.xhtml": "<html><body><nav>One Two</nav></body></html>",
        ]
        for (name, text) in parts { maker.add(name, Array(text.utf8)) }
        for (name, text) in more { maker.add(name, Array(text.utf8)) }
        return maker.finished()
    }

    @Test func readsTheChaptersInOrderAsOneDocument() throws {
        let document = try read(bytes: book(), as: "b.epub")
        #expect(
            outline(document) == [
                "heading 1: First", "paragraph: It may:", "list-item 1 ^1: block.", "paragraph: Second.",
            ])
        #expect(document.language == "en" && document.format == "epub")
    }

    @Test func takesNotesForNotesAndTheirSignsForNoText() throws {
        let chapter = """
            <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>
            <p>The Internet<a epub:type="noteref" href="#n1">1</a> is open.</p>
            <aside epub:type="footnote" id="n1"><p>It may be shut down.</p></aside></body></html>
            """
        let package = """
            <package><metadata xmlns:dc="d"><dc:creator>Ann</dc:creator><dc:date>2020</dc:date><dc:publisher>P</dc:publisher>
            </metadata><manifest><item id="a" href="n.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>
            """
        let bytes = ZIPMaker.archive([
            "mimetype": "application/epub+zip", "META-INF/container.xml": "<rootfile full-path=\"b.opf\"/>",
            "b.opf": package, "n.xhtml": chapter,
        ])
        let document = try read(bytes: bytes, as: "b.epub")
        #expect(outline(document) == ["paragraph: The Internet is open.", "note: It may be shut down."])
        #expect(document.metadata.authors == ["Ann"] && document.metadata.date == "2020")
        #expect(document.metadata.institution == "P")
    }

    @Test func saysWhenChaptersAreEncrypted() {
        let encryption = "<encryption><CipherReference URI=\"OPS/one.xhtml\"/></encryption>"
        #expect(throws: IngestError.encrypted(path: "b.epub", what: "an EPUB book")) {
            try read(bytes: book(["META-INF/encryption.xml": encryption]), as: "b.epub")
        }
    }
}
