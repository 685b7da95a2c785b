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

    private static let spanish =
        "La niña pidió más té y un café; el señor ofreció también té de limón, ¿quién lo diría?"
    private static let lithuanian =
        "Šulinys priklauso miestui, ir žmonės ąžuolinį dangtį uždaro kiekvieną vakarą, kad vėžys neįkristų."
    private static let russian = "Каждый вечер Иван закрывает колодец, чтобы никто не упал в воду."

    @Test(arguments: [
        ("windows-1252", spanish),
        ("windows-1252", "Chaque été, les élèves âgés préfèrent la forêt où naît la rivière."),
        (
            "windows-1250",
            "Każdy właściciel studni powinien ją przykryć, żeby nikt się nie zranił ani źle nie skończył."
        ),
        ("ISO-8859-2", "Każdy właściciel studni powinien ją przykryć, żeby nikt się nie zranił ani źle nie skończył."),
        ("windows-1250", "Každý vlastník studny ji večer přikryje, aby do ní žádné dítě nespadlo; už to víme."),
        (
            "windows-1250",
            "A kutat minden este be kell födni, hogy senki ne essék bele; őrködjünk és tűrjünk, jó szomszédok!"
        ),
        ("windows-1257", lithuanian), ("ISO-8859-4", lithuanian),
        ("windows-1257", "Katru vakaru aku apsedz, lai neviens bērns neiekristu ūdenī; tā ir mūsu kārtība šeit."),
        ("windows-1254", "Her akşam kuyuyu örtün; çocuklar düşmesin, ağaçlar ışıkta büyüsün, İstanbul güzeldir."),
        ("windows-1251", russian), ("KOI8-R", russian), ("ISO-8859-5", russian), ("IBM866", russian),
        ("windows-1251", "Щовечора її криницю закривають, щоб ніхто не впав; є правило, і ґанок чистий."),
        ("windows-1253", "Κάθε βράδυ σκεπάζουμε το πηγάδι, ώστε να μην πέσει κανείς μέσα."),
        ("ISO-8859-8", "בכל ערב מכסים את הבאר כדי שאיש לא ייפול לתוכה"),
        ("windows-1256", "نغطي البئر كل مساء حتى لا يقع فيها أحد"),
        // Letters of no one language: the most usual encoding.
        ("windows-1252", "Kö íä jmu güúe ëñ dsá, kí öñ tïä lá üë jmí ñéö áúü."),
    ])
    func guessesTheEncodingByItsLetters(name: String, text: String) throws {
        let table = try #require(CharacterConverter(from: name)?.singleByteTable(isWindows1252: name == "windows-1252"))
        let bytes = try text.unicodeScalars.map { scalar in
            try UInt8(#require(table.firstIndex(of: Array(String(Character(scalar)).utf8)), "\(scalar) in \(name)"))
        }
        let document = try read(bytes: bytes, as: "a.txt")
        #expect(document.string(document.blocks[0].span) == text)
        #expect(document.encoding == TextEncoding(name: name, origin: .guessed))
        #expect(document.notes.map(\.code) == ["encoding-guessed"])
    }

    @Test func fewLettersTellNothing() throws {
        let document = try read(bytes: latin, as: "a.txt")
        #expect(document.encoding == TextEncoding(name: "windows-1252", origin: .guessed))
    }

    @Test func replacesInvalidBytesAndCountsThem() throws {
        let read = try document(Array("été déjà vu ici où là \u{e9}".utf8) + [0xFF, 0x20, 0x7A], "a.txt")
        #expect(read.string(read.blocks[0].span) == "été déjà vu ici où là é\u{FFFD} z")
        let note = try #require(read.notes.first { $0.code == "invalid-bytes" })
        #expect(note.offset == 30)
        #expect(note.message == "1 place is not valid UTF-8; read as U+FFFD")
    }
}
