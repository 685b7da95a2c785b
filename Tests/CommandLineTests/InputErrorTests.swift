import Foundation
import Testing

/// Inputs that cannot be read: exit code 2 and one message each, whatever else was asked for.
@Suite struct InputErrorTests {
    private static let formats =
        "plain text, HTML, XML, Markdown, DOCX, ODT, RTF, PDF, EPUB, e-mail, WARC, ZIP, tar, "
        + "any of them under gzip, bzip2, xz or zstd"

    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func check(_ arguments: String...) throws -> CommandLineRun {
        try CommandLineRun(["check"] + arguments + Fixture.lexicon, in: folder.url)
    }

    @Test func refusesMissingFile() throws {
        let run = try check("draft.html")
        #expect(run.errors == "counterweight: error: draft.html: no such file; check the path\n")
        #expect(run.output == "")
        #expect(run.code == 2)
    }

    @Test func refusesDirectoryWithoutDocuments() throws {
        try folder.write("notes/picture.png", "no picture")
        try folder.write("notes/.hidden.html", "<p>hidden</p>")
        try folder.write("notes/gold.jsonl", "{}")
        let run = try check("notes")
        #expect(
            run.errors == "counterweight: error: notes: the directory holds no document that is read; "
                + "formats that are read: \(Self.formats)\n")
        #expect(run.code == 2)
    }

    @Test func refusesDirectoryGivenAsFile() throws {
        try folder.write("notes/draft.html", "<p>safe</p>")
        let run = try CommandLineRun(["extract", "notes"], in: folder.url)
        #expect(
            run.errors == "counterweight: error: notes: is a directory, not a regular file; name a file\n")
        #expect(run.code == 2)
    }

    @Test(.enabled(if: getuid() != 0, "root may read every file"))
    func refusesUnreadableFile() throws {
        let file = try folder.write("draft.html", "<p>safe</p>")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file.path)
        let run = try check("draft.html")
        #expect(
            run.errors
                == "counterweight: error: draft.html: cannot be read: permission denied; check its permissions\n"
        )
        #expect(run.code == 2)
    }

    @Test func refusesEmptyFile() throws {
        try folder.write("draft.html", "")
        let run = try check("draft.html", "--exit-zero")
        #expect(
            run.errors == "counterweight: error: draft.html: the file is empty; there is nothing to read\n")
        #expect(run.code == 2)
    }

    @Test func refusesBinaryFile() throws {
        try folder.write("draft.txt", Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 7) }))
        let run = try check("draft.txt")
        #expect(
            run.errors
                == "counterweight: error: draft.txt: is binary data, not text; formats that are read: \(Self.formats)\n"
        )
        #expect(run.code == 2)
    }

    @Test func refusesHugeFileAtOnce() throws {
        let file = try folder.write("draft.html", "")
        let handle = try FileHandle(forWritingTo: file)
        try handle.truncate(atOffset: 1 << 30)
        let start = ContinuousClock.now
        let run = try check("draft.html")
        #expect(
            run.errors
                == "counterweight: error: draft.html: has 1073741824 bytes, more than the limit of 67108864; "
                + "split the file or raise the limit\n")
        #expect(run.code == 2)
        #expect(ContinuousClock.now - start < .seconds(5))
    }

    @Test func keepsTheCallersLimit() throws {
        try folder.write("draft.html", "<p>Safe at last.</p>")
        let run = try check("draft.html", "--max-bytes", "10")
        #expect(
            run.errors == "counterweight: error: draft.html: has 20 bytes, more than the limit of 10; "
                + "split the file or raise the limit\n")
        #expect(run.code == 2)
    }

    @Test func refusesDeepNesting() throws {
        let depth = 100_000
        try folder.write(
            "draft.xml",
            String(repeating: "<a>", count: depth) + "x" + String(repeating: "</a>", count: depth))
        let run = try check("draft.xml")
        #expect(run.errors.hasPrefix("counterweight: error: draft.xml: near byte "))
        #expect(
            run.errors.hasSuffix(
                ": elements are nested deeper than the limit of 1000; repair the file or raise the limit\n"))
        #expect(run.code == 2)
    }

    @Test func refusesEntityBomb() throws {
        var text = "<?xml version=\"1.0\"?>\n<!DOCTYPE bomb [\n<!ENTITY a0 \"laughter\">\n"
        for level in 1...9 {
            text += "<!ENTITY a\(level) \"\(String(repeating: "&a\(level - 1);", count: 10))\">\n"
        }
        try folder.write("draft.xml", text + "]>\n<bomb>&a9;</bomb>\n")
        let run = try check("draft.xml")
        #expect(run.errors.hasPrefix("counterweight: error: draft.xml: "))
        #expect(run.errors.contains("expands beyond the limit of 1048576 bytes"))
        #expect(run.code == 2)
    }

    @Test(arguments: [
        ("draft.txt", "%!PS-Adobe-3.0\n", "a PostScript document"),
        ("draft.doc", "\u{D0}\u{CF}\u{11}\u{E0}\u{A1}\u{B1}", "an old or encrypted Microsoft Office document"),
    ])
    func namesTheFormatsInsteadOfOthers(name: String, text: String, what: String) throws {
        try folder.write(name, Data(text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }))
        let run = try check(name)
        #expect(
            run.errors
                == "counterweight: error: \(name): is \(what), which is not read; convert it to one of: \(Self.formats)\n"
        )
        #expect(run.code == 2)
    }

    @Test func judgesTheOthersWhenOneFileIsBad() throws {
        try folder.write("a.html", "<p>The office shall block the site.</p>")
        try folder.write("b.html", "")
        let run = try check("--exit-zero", "--format", "concise", "b.html", "a.html")
        #expect(run.output.hasPrefix("a.html:1:"))
        #expect(run.errors == "counterweight: error: b.html: the file is empty; there is nothing to read\n")
        #expect(run.code == 2)
    }

    @Test func listsBadFilesInTheOutputFile() throws {
        try folder.write("a.html", "<p>The office shall block the site.</p>")
        let run = try check("--format", "json", "-o", "out.json", "a.html", "missing.html")
        #expect(run.output == "")
        #expect(run.code == 2)
        let written = try String(contentsOf: folder.url.appendingPathComponent("out.json"), encoding: .utf8)
        #expect(written.contains("\"error\": \"no such file; check the path\""))
        #expect(written.contains("\"rule\": \"CW04\""))
    }
}
