import Testing
import TextModel

@testable import Ingest

/// Inputs that a fuzzer found to break a promise.
struct FuzzFindingTests {
    private static let halfCharacters: [(path: String, bytes: String)] = [
        ("a.html", "<!<\u{C7}>\u{FF}&"),
        ("a.xml", "<t\u{F5}able><tr><t(>A<t\u{FF}\u{EB}\u{FF}\u{A7}d>\u{B6}b <b>c</b></table>"),
    ]

    @Test(arguments: halfCharacters)
    func neverCutsACharacterInHalf(path: String, bytes: String) throws {
        let bytes = bytes.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        let document = try read(bytes: bytes, as: path)
        #expect(String(validating: document.text, as: UTF8.self) != nil)
    }

    @Test func readsBytesOfAnOfficeFileThatAreNoCharacters() throws {
        // The library mends such bytes within a text, and hands them on where the file breaks off after them.
        let part = Array("<p><t><rt>".utf8) + [0xFF, 0x0D, 0x0D, 0x0D]
        var maker = ZIPMaker()
        maker.add("[Content_Types].xml", Array("<Types/>".utf8))
        maker.add("word/document.xml", part)
        let document = try read(bytes: maker.finished(), as: "a.docx")
        #expect(String(validating: document.text, as: UTF8.self) != nil)
        #expect(document.notes.contains { $0.code == "invalid-bytes" })
    }

    @Test func trustsNoEncodingThatSpellsMoreThanUnicode() throws {
        var item = SourceItem(path: "a.html", bytes: [0xF4, 0x74, 0xF4, 0xBA, 0xBA, 0xBA, 0xBA, 0x70], format: .html)
        item.encoding = "utf-8\u{2}\u{0}\u{1}"
        #expect(String(validating: try DocumentReader().read(item).text, as: UTF8.self) != nil)
    }
}
