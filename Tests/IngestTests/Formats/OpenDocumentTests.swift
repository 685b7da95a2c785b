import Testing
import TextModel

@testable import Ingest

@Suite(.enabled(if: (try? ArchiveLibrary()) != nil, "libarchive is not installed"))
struct OpenDocumentTests {
    private static let styles = """
        <office:document-styles xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:fo="f">
        <style:default-style style:family="paragraph"><style:text-properties fo:language="en"/></style:default-style>
        <text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/></text:outline-style>
        </office:document-styles>
        """

    private func document(_ body: String, manifest: String = "<m/>") throws -> Document {
        let content = """
            <office:document-content xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:table="tb" xmlns:fo="f">
            <office:automatic-styles>
            <text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
            <text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/></text:list-style>
            <text:list-style style:name="L2"><text:list-level-style-bullet text:level="1"/></text:list-style>
            </office:automatic-styles><office:body><office:text>\(body)</office:text></office:body></office:document-content>
            """
        return try read(
            bytes: ZIPMaker.archive([
                "mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content,
                "styles.xml": Self.styles,
                "META-INF/manifest.xml": manifest,
            ]), as: "act.odt")
    }

    @Test func countsNumbersAndKeepsStructure() throws {
        let document = try document(
            """
            <text:h text:outline-level="1">Powers</text:h><text:p>The Minister may:</text:p>
            <text:list text:style-name="L1"><text:list-item><text:p>block<text:s/>a site:</text:p>
            <text:list><text:list-item><text:p>for a day;</text:p></text:list-item><text:list-item><text:p>or two.</text:p>
            </text:list-item></text:list></text:list-item><text:list-item><text:p>slow it.</text:p><text:p>More.</text:p></text:list-item></text:list>
            <text:p>Rights:</text:p><text:list text:style-name="L2"><text:list-item><text:p>to speak</text:p></text:list-item></text:list>
            <table:table><table:table-row><table:table-cell><text:p>Cell</text:p></table:table-cell></table:table-row></table:table>
            """)
        #expect(
            outline(document) == [
                "heading 1 [I.]: Powers", "paragraph: The Minister may:", "provision 1 [1.] ^1: block a site:",
                "provision 2 [(a)] ^2: for a day;", "provision 2 [(b)] ^2: or two.", "provision 1 [2.] ^1: slow it.",
                "paragraph: More.", "paragraph: Rights:", "list-item 1 ^7: to speak", "table-cell: Cell",
            ])
        #expect(document.language == "en" && document.blocks[1].paragraph == 2)
    }

    @Test func leavesOutDeletionsAndComments() throws {
        let document = try document(
            """
            <text:tracked-changes><text:changed-region><text:deletion><text:p>deleted</text:p></text:deletion></text:changed-region></text:tracked-changes>
            <text:p>It <text:change text:change-id="1"/>stands<office:annotation><text:p>comment</text:p></office:annotation>.<text:note>
            <text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note></text:p>
            """)
        #expect(outline(document) == ["paragraph: It stands.", "note [1]: A note."])
    }

    @Test func saysWhenItIsEncrypted() {
        #expect(throws: IngestError.encrypted(path: "act.odt", what: "an OpenDocument text (ODT)")) {
            try document("", manifest: "<m><encryption-data/></m>")
        }
    }
}
