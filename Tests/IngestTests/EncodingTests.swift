import Testing
import TextModel

@testable import Ingest

struct EncodingTests {
    private func document(_ bytes: [UInt8], _ path: String) throws -> Document {
        try DocumentReader().read(bytes: bytes, path: path)
    }
    private let latin: [UInt8] = [0x63, 0x61, 0x66, 0xE9, 0x20, 0x93, 0x78, 0x94]

    @Test func readsDeclaredLatin1OfHTMLAsWindows1252() throws {
        let head = Array("<meta charset=ISO-8859-1><p>".utf8)
        let read = try document(head + latin, "a.html")
        #expect(read.encoding == TextEncoding(name: "windows-1252", origin: .meta))
        #expect(read.string(read.blocks[0].span) == "café “x”")
        #expect(read.notes == [])
    }

    @Test func readsTheEncodingOfTheXMLDeclaration() throws {
        let head = Array("<?xml version='1.0' encoding='windows-1251'?><r><p>".utf8)
        let read = try document(head + [0xC4, 0xE0] + Array("</p></r>".utf8), "a.xml")
        #expect(read.encoding == TextEncoding(name: "windows-1251", origin: .declared))
        #expect(read.string(read.blocks[0].span) == "Да")
    }

    @Test(arguments: [
        ("<?xml version='1.0' encoding='UTF-8'?><r><p>", "a.xml", 47), ("<meta charset=utf-8><p>", "a.html", 26),
        ("<?xml version='1.0' encoding='utf-16'?><r><p>", "b.xml", 48),
    ])
    func setsAsideAWrongDeclaration(head: String, path: String, first: Int) throws {
        let read = try document(Array(head.utf8) + latin, path)
        #expect(read.encoding == TextEncoding(name: "windows-1252", origin: .guessed))
        #expect(read.notes.prefix(2).map(\.code) == ["encoding-declared-wrong", "encoding-guessed"])
        #expect(read.notes[0].offset == first)
        #expect(read.string(read.blocks[0].span) == "café “x”")
    }

    @Test func trustsValidUTF8AboveADeclaredLatin1() throws {
        let read = try document(Array("<meta charset=iso-8859-1><p>café".utf8), "a.html")
        #expect(read.encoding == TextEncoding(name: "UTF-8", origin: .valid))
        #expect(read.notes.map(\.code) == ["encoding-declared-wrong"])
    }

    @Test func replacesInvalidBytesAndCountsThem() throws {
        let read = try document(Array("été déjà vu ici où là \u{e9}".utf8) + [0xFF, 0x20, 0x7A], "a.txt")
        #expect(read.string(read.blocks[0].span) == "été déjà vu ici où là é\u{FFFD} z")
        let note = try #require(read.notes.first { $0.code == "invalid-bytes" })
        #expect(note.offset == 30)
        #expect(note.message == "1 place is not valid UTF-8; read as U+FFFD")
    }
}
