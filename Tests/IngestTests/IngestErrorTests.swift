import Foundation
import Testing
import TextModel

@testable import Ingest

struct IngestErrorTests {
    private func message(_ bytes: [UInt8], _ path: String = "a.txt", _ options: DocumentReader.Options = .init())
        -> String?
    {
        do {
            _ = try DocumentReader(options: options).read(bytes: bytes, path: path)
            return nil
        } catch {
            return error.description
        }
    }

    private func message(path: String, _ options: DocumentReader.Options = .init()) -> String? {
        do {
            _ = try DocumentReader(options: options).read(path: path)
            return nil
        } catch {
            return error.description
        }
    }

    @Test(arguments: [
        (
            Array("%!PS-Adobe".utf8),
            "a.txt: is a PostScript document, which is not read; convert it to one of: \(InputFormat.list)"
        ),
        (
            [0x89, 0x50, 0x4E, 0x47, 0x0D],
            "a.txt: is a PNG image, not text; formats that are read: \(InputFormat.list)"
        ),
        (
            [0x61, 0x00, 0x62, 0x63, 0x00, 0x00, 0x01],
            "a.txt: is binary data, not text; formats that are read: \(InputFormat.list)"
        ),
        ([], "a.txt: the file is empty; there is nothing to read"),
    ])
    func saysWhatTheBytesAre(bytes: [UInt8], expected: String) { #expect(message(bytes) == expected) }

    @Test func saysWhatIsWrongWithThePath() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ingest-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let missing = folder.appendingPathComponent("none.txt").path
        #expect(message(path: missing) == "\(missing): no such file; check the path")
        #expect(message(path: folder.path) == "\(folder.path): is a directory, not a regular file; name a file")
        let empty = folder.appendingPathComponent("empty.txt").path
        _ = FileManager.default.createFile(atPath: empty, contents: Data())
        #expect(message(path: empty) == "\(empty): the file is empty; there is nothing to read")
        #expect(message(path: "/dev/null") == "/dev/null: is a device, not a regular file; name a file")
    }

    @Test func refusesAHugeFileBeforeReadingIt() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("sparse-\(UUID().uuidString).txt").path
        _ = FileManager.default.createFile(atPath: path, contents: Data())
        defer { try? FileManager.default.removeItem(atPath: path) }
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.truncate(atOffset: 1 << 30)
        try handle.close()
        #expect(
            message(path: path)
                == "\(path): has 1073741824 bytes, more than the limit of 67108864; split the file or raise the limit")
    }

    @Test func refusesAnUnknownEncoding() {
        var options = DocumentReader.Options()
        options.encoding = "klingon"
        #expect(
            message(Array("text".utf8), "a.txt", options)
                == "a.txt: encoding \"klingon\" is unknown; name one that iconv knows, such as UTF-8 or windows-1252")
    }

    @Test(arguments: ["a.html", "a.xml"])
    func refusesDeepNesting(path: String) {
        let deep = String(repeating: "<div>", count: 100_000) + "x"
        let expected = "\(path): near byte "
        let text = message(Array(deep.utf8), path)
        #expect(text?.hasPrefix(expected) == true)
        #expect(
            text?.hasSuffix("elements are nested deeper than the limit of 1000; repair the file or raise the limit")
                == true)
    }

    @Test func refusesAnEntityBomb() {
        var bomb = "<!DOCTYPE r [<!ENTITY e0 \"lol\">"
        for level in 1...20 { bomb += "<!ENTITY e\(level) \"\(String(repeating: "&e\(level - 1);", count: 10))\">" }
        bomb += "]><r><p>&e20;</p></r>"
        let text = message(Array(bomb.utf8), "a.xml")
        #expect(
            text?.contains("expands beyond the limit of 1048576 bytes; remove the entity or raise the limit") == true)
    }

    @Test func refusesManyReferencesToOneLongEntity() {
        let text =
            "<!DOCTYPE r [<!ENTITY e \"\(String(repeating: "x", count: 10_000))\">]><r><p>"
            + String(repeating: "&e;", count: 1_000) + "</p></r>"
        #expect(message(Array(text.utf8), "a.xml")?.contains("entity \"e\" expands beyond the limit") == true)
    }

    @Test func neverFetchesExternalEntities() throws {
        let text =
            "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY y \"&y;\">]><r><p>a &x;b &y;c</p></r>"
        let document = try read(text, as: "a.xml")
        #expect(outline(document) == ["paragraph: a b c"])
        #expect(document.notes.map(\.code) == ["entity-external", "entity-loop"])
        #expect(document.notes.first?.message == "external entity \"x\" not fetched")
    }

    @Test func readsWhatIsThereOfATruncatedFile() throws {
        let document = try read("<act><section><num>1</num><p>The Minister may by", as: "a.xml")
        #expect(outline(document).last?.hasSuffix("The Minister may by") == true)
        #expect(document.notes.map(\.code) == ["markup-broken"])
        #expect(document.notes[0].offset == 48)
    }
}
