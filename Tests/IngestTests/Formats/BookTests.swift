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

    @Test func saysWhenChaptersAreEncrypted() {
        let encryption = "<encryption><CipherReference URI=\"OPS/one.xhtml\"/></encryption>"
        #expect(throws: IngestError.encrypted(path: "b.epub", what: "an EPUB book")) {
            try read(bytes: book(["META-INF/encryption.xml": encryption]), as: "b.epub")
        }
    }
}
