import Testing
import TextModel

@testable import Ingest

struct MessageTests {
    private func items(_ lines: String) throws -> [(path: String, document: Document)] {
        let reader = DocumentReader(options: .init(words: try RepositoryWords.words()))
        let bytes = Array(lines.replacing("\n", with: "\r\n").utf8)
        Seeds.keep(bytes, as: "m.eml")
        return try DocumentSource(bytes: bytes, path: "m.eml", options: reader.options).map {
            ($0.path, try reader.read($0))
        }
    }

    @Test func readsTheTextOfAMessageUnderItsEncodings() throws {
        let found = try items(
            """
            From: a@example.org
            Subject: =?utf-8?Q?D=C3=A9claration?=
             =?utf-8?B?IGZpbmFsZQ==?=
            MIME-Version: 1.0
            Content-Type: text/plain; charset=iso-8859-1
            Content-Transfer-Encoding: quoted-printable

            The caf=E9 stays open, and the line goes =
            on.

            """)
        #expect(found.map(\.path) == ["m.eml"])
        #expect(found[0].document.title == "Déclaration finale" && found[0].document.format == "email")
        #expect(outline(found[0].document) == ["paragraph: The café stays open, and the line goes on."])
    }

    @Test func takesPlainTextOfAlternativesAndYieldsAttachments() throws {
        let found = try items(
            """
            Subject: Draft
            Content-Type: multipart/mixed; boundary="outer"

            --outer
            Content-Type: multipart/alternative; boundary=inner

            --inner
            Content-Type: text/plain

            Plain words.
            --inner
            Content-Type: text/html

            <p>Marked words.</p>
            --inner--
            --outer
            Content-Type: application/octet-stream; name="draft.html"
            Content-Disposition: attachment; filename="draft.html"
            Content-Transfer-Encoding: base64

            PHA+QXR0YWNoZWQuPC9wPg==
            --outer
            Content-Type: image/png; name="a.png"

            x
            --outer
            Content-Type: message/rfc822

            Subject: Within
            Content-Type: text/html

            <p>Forwarded.</p>
            --outer--
            """)
        #expect(found.map(\.path) == ["m.eml", "m.eml!draft.html", "m.eml!part-7.eml"])
        #expect(
            found.map { outline($0.document) } == [
                ["paragraph: Plain words."], ["paragraph: Attached."], ["paragraph: Forwarded."],
            ])
        #expect(found.map(\.document.title) == ["Draft", nil, "Within"])
    }

    /// Parts of a mixed message as their type and text, and the texts of the documents that come of it.
    private static let mixed: [([[String]], [String])] = [
        ([["text/plain", "One."], ["text/plain", "Two."]], ["One.|Two."]),
        ([["text/plain; charset=us-ascii", "One."], ["text/plain; charset=iso-8859-1", "Café."]], ["One.|Café."]),
        ([["text/plain", " "], ["text/html", "<p>One.</p>"], ["text/html", "<p>Two.</p>"]], ["One.|Two."]),
        ([["text/html", "<p>One.</p>"], ["text/plain", "Two."]], ["One.", "Two."]),
        (
            [["text/plain", "One."], ["text/html; name=a.html", "<p>File.</p>"], ["text/plain", "Two."]],
            ["One.|Two.", "File."]
        ),
    ]

    @Test(arguments: mixed)
    func readsEveryTextOfAMixedMessage(_ parts: [[String]], _ expected: [String]) throws {
        var bytes = Array("Subject: S\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n".utf8)
        for part in parts {
            bytes += Array("--b\r\nContent-Type: \(part[0])\r\n\r\n".utf8)
            bytes += part[1].unicodeScalars.map { UInt8($0.value) } + [0x0D, 0x0A]
        }
        let reader = DocumentReader(options: .init())
        let found = try DocumentSource(bytes: bytes + Array("--b--".utf8), path: "m.eml", options: reader.options).map {
            let document = try reader.read($0)
            return document.blocks.map { document.string($0.span) }.joined(separator: "|")
        }
        #expect(found == expected)
    }

    @Test func leavesOutEveryTextOfTheOtherAlternative() throws {
        let message = """
            Content-Type: multipart/alternative; boundary=a

            --a

            Plain.
            --a
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/html

            <p>One.</p>
            --b
            Content-Type: text/html; name=f.html

            <p>File.</p>
            --b
            Content-Type: text/html

            <p>Two.</p>
            --b--
            --a--
            """
        #expect(try items(message).map { outline($0.document).count } == [1, 1])
        #expect(try items(message).map(\.path) == ["m.eml", "m.eml!f.html"])
    }

    @Test(arguments: [
        ("Ann Lee <a@example.org>", ["Ann Lee"]),
        ("\"Lee, Ann\" <a@example.org>, <b@example.org>", ["Lee, Ann", "b@example.org"]),
        ("=?utf-8?Q?Ren=C3=A9?= <r@example.org>", ["René"]), ("a@example.org", ["a@example.org"]),
    ])
    func takesTheSenderForTheAuthor(_ from: String, _ authors: [String]) throws {
        let document = try items("From: \(from)\nDate: Thu, 5 Mar 2026 10:00:00 +0100\n\nWords.")[0].document
        #expect(document.metadata.authors == authors && document.metadata.date == "2026-03-05")
    }

    @Test func saysThatAttachmentsAreLeftOutWhereOneDocumentIsAskedFor() throws {
        let parts = "--b\r\n\r\nWords.\r\n--b\r\nContent-Type: text/html; name=a.html\r\n\r\n<p>More.</p>\r\n--b--\r\n"
        let message = "Subject: S\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + parts
        let document = try DocumentReader().read(bytes: Array(message.utf8), path: "m.eml")
        #expect(outline(document) == ["title: Words."])
        #expect(document.notes.contains { $0.code == "attachments-left-out" })
    }

    @Test func readsHTMLWhereThereIsNoPlainText() throws {
        let found = try items(
            "Subject: S\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\n \n--b\nContent-Type: text/html\n\n<h1>Head</h1>"
        )
        #expect(outline(found[0].document) == ["heading 1: Head"])
    }

    @Test func stopsAtPartsWithinPartsWithoutEnd() throws {
        var message = ""
        for level in 0..<40 { message += "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n" }
        let items = Array(DocumentSource(bytes: Array(message.utf8), path: "m.eml", options: .init()))
        #expect(items.map(\.bytes) == [.failure(.nestedTooDeep(path: "m.eml", limit: 30))])
    }
}
