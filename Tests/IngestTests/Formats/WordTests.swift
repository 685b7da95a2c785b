import Testing
import TextModel

@testable import Ingest

@Suite(.enabled(if: (try? ArchiveLibrary()) != nil, "libarchive is not installed"))
struct WordTests {
    private func outline(_ body: String) throws -> [String] {
        IngestTests.outline(try read(bytes: WordDocument.bytes(body), as: "act.docx"))
    }

    @Test func countsNumbersAsWordPrintsThem() throws {
        let body =
            WordDocument.paragraph("Act", style: "Ttl") + WordDocument.paragraph("Powers", style: "H1")
            + WordDocument.paragraph("The Minister may:", style: "Base")
            + WordDocument.paragraph("block a site;", style: "Child")
            + WordDocument.paragraph("slow a site,", style: "Child")
            + WordDocument.paragraph("for a day.", list: (1, 2))
            + WordDocument.paragraph("A court reviews it.", style: "Base")
            + WordDocument.paragraph("Anew.", list: (3, 0))
        #expect(
            try outline(body) == [
                "title: Act", "heading 1: Powers", "provision 1 [3.]: The Minister may:",
                "provision 2 [(a)] ^2: block a site;",
                "provision 2 [(b)] ^2: slow a site,", "provision 3 [(i)] ^4: for a day.",
                "provision 1 [4.]: A court reviews it.", "provision 1 [1.]: Anew.",
            ])
    }

    @Test func readsChangesAsAcceptedAndLeavesCommentsOut() throws {
        let body = """
            <w:p><w:r><w:t xml:space="preserve">The Authority </w:t></w:r><w:del><w:r><w:delText>must</w:delText></w:r></w:del>
            <w:ins><w:r><w:t xml:space="preserve">may </w:t></w:r></w:ins><w:moveFrom><w:r><w:t>never</w:t></w:r></w:moveFrom>
            <w:commentRangeStart w:id="1"/><w:r><w:t>act</w:t></w:r><w:r><w:commentReference w:id="1"/></w:r>
            <w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>
            <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">One sentence </w:t></w:r></w:p>
            <w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val="H1"/></w:pPr></w:pPrChange></w:pPr><w:r><w:t>after all.</w:t></w:r></w:p>
            """
        #expect(try outline(body) == ["paragraph: The Authority may act", "paragraph: One sentence after all."])
    }

    @Test func joinsOnlyTheNextParagraphWhereTheEndOfOneWasDeleted() throws {
        let deleted =
            "<w:p><w:pPr><w:pStyle w:val=\"H1\"/><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r></w:p>"
        let rest = ["two.", "Three.", "Four."].map { WordDocument.paragraph($0) }.joined()
        #expect(try outline(deleted + rest) == ["paragraph: One two.", "paragraph: Three.", "paragraph: Four."])
    }

    /// The date says when the file was made, or the template that it was copied from.
    @Test func takesTheAuthorAndNoDateFromTheProperties() throws {
        let core =
            "<c xmlns:d=\"d\"><d:title>T</d:title><d:creator>Ann</d:creator><created>2026-03-05T10:00:00Z</created></c>"
        let body = "<w:document xmlns:w=\"w\"><w:body>\(WordDocument.paragraph("Kept."))</w:body></w:document>"
        let bytes = ZIPMaker.archive(["docProps/core.xml": core, "word/document.xml": body])
        let document = try read(bytes: bytes, as: "act.docx")
        #expect(document.title == "T" && document.metadata.authors == ["Ann"])
        #expect(document.metadata.date == nil)
    }

    @Test func readsTablesListsFootnotesAndContents() throws {
        let body =
            WordDocument.paragraph("Powers 3", style: "Toc1") + WordDocument.paragraph("Who decides:")
            + WordDocument.paragraph("a court", list: (2, 0)) + WordDocument.paragraph("a jury", list: (2, 0))
            + "<w:p><w:r><w:t>As planned.</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>"
            + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
            + "<w:p><w:r><mc:AlternateContent xmlns:mc=\"m\"><mc:Choice><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p>"
            + "</w:txbxContent></mc:Choice><mc:Fallback><w:t>Box</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        #expect(
            try outline(body) == [
                "paragraph boilerplate: Powers 3", "paragraph: Who decides:", "list-item 1 ^1: a court",
                "list-item 1 ^1: a jury", "paragraph: As planned.", "note [1]: See the report.", "table-cell: Cell",
                "paragraph: Box",
            ])
    }

    @Test func saysTheParagraphOfEachBlockAndPointsIntoTheTakenText() throws {
        let body = WordDocument.paragraph("First.") + "<w:p/>" + WordDocument.paragraph("Third &amp; last.")
        let document = try read(bytes: WordDocument.bytes(body), as: "act.docx")
        #expect(document.blocks.map(\.paragraph) == [1, 3])
        #expect(document.format == "docx" && document.language == "en-GB")
        let lines = LineIndex(document.source)
        for block in document.blocks {
            let taken = String(decoding: document.source.bytes[block.source.range], as: UTF8.self)
            #expect(taken == document.string(block.span))
            #expect(lines.position(of: block.source.start).line == block.paragraph)
        }
    }

    @Test func takesTypedNumbersAndBoldLinesForWhatTheyAre() throws {
        let body =
            "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Duties of Providers</w:t></w:r></w:p>"
            + WordDocument.paragraph("1. Providers shall:") + WordDocument.paragraph("(a) keep logs;")
        #expect(
            try outline(body) == [
                "heading 3: Duties of Providers", "provision 1 [1.]: Providers shall:",
                "provision 2 [(a)] ^1: keep logs;",
            ])
    }

    @Test func readsWhatStandsBeforeABreak() throws {
        let whole = "<w:document xmlns:w=\"w\"><w:body>\(WordDocument.paragraph("Kept."))<w:p><w:r><w:t>Cut"
        let bytes = ZIPMaker.archive(["word/document.xml": whole])
        let document = try read(bytes: bytes, as: "act.docx")
        #expect(IngestTests.outline(document) == ["paragraph: Kept."])
        #expect(document.notes.map(\.code) == ["markup-broken"])
    }
}
