import Foundation
import Testing

/// Inputs that are read although something is wrong with them: a note says so.
@Suite struct ReadingNoteTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func extract(_ name: String) throws -> CommandLineRun {
        try CommandLineRun(["extract", name], in: folder.url)
    }

    @Test func neverFetchesExternalEntities() throws {
        let secret = try folder.write("secret.txt", "TOP-SECRET-CONTENT")
        try folder.write(
            "draft.xml",
            "<?xml version=\"1.0\"?>\n<!DOCTYPE d [<!ENTITY x SYSTEM \"file://\(secret.path)\">]>\n<d><p>Before &x; after</p></d>\n"
        )
        let run = try extract("draft.xml")
        #expect(run.code == 0)
        #expect(!run.output.contains("TOP-SECRET-CONTENT"))
        #expect(run.output.contains("Before"))
        #expect(run.output.contains("\"notes\":[{\"code\":"))
    }

    @Test func saysThatAFileHoldsNoText() throws {
        try folder.write("page.html", "<html><body><script>build()</script></body></html>")
        let run = try CommandLineRun(["check", "page.html"], in: folder.url)
        #expect(run.code == 0)
        #expect(
            run.errors
                == "counterweight: note: page.html: no text was found in it, so nothing was judged; save a page that builds itself by script as shown [no-text]\n"
        )
    }

    @Test func readsTruncatedXML() throws {
        try folder.write("draft.xml", "<?xml version=\"1.0\"?>\n<d><p>First words.</p><p>Last wor")
        let run = try extract("draft.xml")
        #expect(run.code == 0)
        #expect(run.output.contains("First words."))
        #expect(run.output.contains("Last wor"))
        #expect(run.output.contains("\"notes\":[{\"code\":"))
    }

    @Test func setsWrongDeclarationAside() throws {
        var page = Data("<html><head><meta charset=\"utf-8\"></head><body><p>Caf".utf8)
        page.append(0xE9)
        page.append(Data(" networks stay open.</p></body></html>".utf8))
        try folder.write("draft.html", page)
        let run = try extract("draft.html")
        #expect(run.code == 0)
        #expect(run.output.contains("Café networks"))
        #expect(run.output.contains("\"code\":\"encoding-declared-wrong\""))
    }

    @Test func printsNotesOnlyWhenAsked() throws {
        var page = Data("<p>Caf".utf8)
        page.append(0xE9)
        page.append(Data(" networks stay open.</p>".utf8))
        try folder.write("draft.html", page)
        let quiet = try CommandLineRun(["check", "draft.html"] + Fixture.lexicon, in: folder.url)
        let verbose = try CommandLineRun(["check", "draft.html", "-v"] + Fixture.lexicon, in: folder.url)
        #expect(quiet.errors == "")
        #expect(
            verbose.errors.hasPrefix(
                "counterweight: note: draft.html:byte 6: encoding guessed as windows-1252"))
        #expect(verbose.code == 0)
    }

    @Test func hashesTheOriginalBytes() throws {
        var page = Data("<p>Caf".utf8)
        page.append(0xE9)
        page.append(Data(" networks.</p>".utf8))
        try folder.write("draft.html", page)
        let run = try CommandLineRun(
            ["check", "--format", "json", "draft.html"] + Fixture.lexicon, in: folder.url)
        #expect(
            run.output.contains(
                "\"sha256\": \"c9b996c5cf5d393afa33c79b1ad9bcff9316feae2952de726835dd1e2b386f49\""))
    }

    @Test func saysThatOtherLanguagesAreNotJudged() throws {
        try folder.write("draft.html", "<html lang=\"fr\"><p>Rien.</p></html>")
        let run = try CommandLineRun(["check", "draft.html"] + Fixture.lexicon, in: folder.url)
        #expect(
            run.errors
                == "counterweight: note: draft.html: 1 word is in fr and not judged; only en is [language-not-judged]\n"
        )
    }
}
