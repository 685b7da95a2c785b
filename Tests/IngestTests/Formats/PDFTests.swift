import Foundation
import Testing
import TextModel

@testable import Ingest

/// The program beside the tests reads the documents in a process of its own, as it does for its user.
@Suite(.enabled(if: (try? PopplerLibrary()) != nil, "poppler-glib is not installed"))
struct PDFTests {
    private func document(_ pages: [[PDFMaker.Line]]) throws -> Document {
        try read(bytes: PDFMaker.document(pages), as: "act.pdf")
    }

    private func page(_ number: Int, _ lines: [PDFMaker.Line]) -> [PDFMaker.Line] {
        [PDFMaker.Line("Draft Security Act, part \(number)", x: 200, y: 760, size: 9)] + lines
            + [PDFMaker.Line("- \(number) -", x: 300, y: 30, size: 9)]
    }

    @Test func keepsPagesAndLeavesRunningHeadsOut() throws {
        let first =
            [
                PDFMaker.Line("Powers of the Authority", y: 700, size: 16)
            ]
            + PDFMaker.paragraph(
                [
                    "The Authority may order any provider of a service to keep the infor-",
                    "mation of its users for as long as a threat to the",
                ],
                from: 670)
        let second =
            PDFMaker.paragraph(["network persists, and to hand it over without delay to the police."], from: 700)
            + PDFMaker.paragraph(["1. A provider shall:"], from: 660)
            + PDFMaker.paragraph(["(a) name a person who answers at any time of the day;"], from: 640)
        let third = PDFMaker.paragraph(["A court reviews each order within a week of its making."], from: 700)
        let document = try document([page(1, first), page(2, second), page(3, third)])
        #expect(
            outline(document) == [
                "title: Powers of the Authority",
                "paragraph: The Authority may order any provider of a service to keep the information of its users for as long "
                    + "as a threat to the network persists, and to hand it over without delay to the police.",
                "provision 1 [1.]: A provider shall:",
                "provision 2 [(a)] ^2: name a person who answers at any time of the day;",
                "paragraph: A court reviews each order within a week of its making.",
            ])
        #expect(document.blocks.map(\.page) == [1, 1, 2, 2, 3])
    }

    @Test func aPageThatCannotBeReadIsAnEmptyPage() throws {
        let pages = (1...3).map { PDFMaker.paragraph(["A court reviews each order number \($0)."], from: 700) }
        let whole = String(decoding: PDFMaker.document(pages), as: UTF8.self)
        // The second page has a number where its text should be.
        let broken = whole.replacing("/Contents 8 0 R/", with: "/Contents 88888/")
        #expect(whole != broken)
        let document = try read(bytes: Array(broken.utf8), as: "act.pdf")
        #expect(document.blocks.first?.page == 1)
        #expect(
            document.notes.contains {
                $0.code == "pages-without-text" && $0.message.contains(" of 3 pages have no text (2")
            })
    }

    @Test func readsColumnsOneAfterTheOther() throws {
        let left = (1...8).map { "Left column line \($0) goes on and" } + ["the left column ends here."]
        let right = (1...8).map { "Right column line \($0) goes on and" } + ["the right column ends here."]
        let document = try document([
            PDFMaker.paragraph(left, from: 700) + PDFMaker.paragraph(right, x: 330, from: 700)
        ])
        let text = document.blocks.map { document.string($0.span) }.joined(separator: " ")
        #expect(text.contains("line 8 goes on and the left column ends here. Right column line 1 goes on"))
    }

    @Test func findsHeadingsByTheirLook() throws {
        let document = try document([
            [
                PDFMaker.Line("Annual Report", y: 740, size: 20),
                PDFMaker.Line("Duties of carriers", y: 690, isBold: true),
            ]
                + PDFMaker.paragraph(
                    [
                        "Carriers keep the records of calls and of messages for a year",
                        "and give them to a court that asks for them.",
                    ],
                    from: 670)
        ])
        #expect(
            outline(document).prefix(2) == ["title: Annual Report", "heading 2: Duties of carriers"])
    }

    @Test(arguments: [
        ("", true), ("Content-Type: application/pdf\n\n", true), ("Content-Type: application/pdf\r\n\r\n", true),
        ("100% of ", false), (String(repeating: "x", count: 1020) + "\n", false),
    ])
    func isKnownByTheLineThatBeginsIt(before: String, isPDF: Bool) {
        #expect((InputFormat(signature: Array((before + "%PDF-1.7 nothing").utf8)) == .pdf) == isPDF)
    }

    private func message(_ bytes: [UInt8], _ change: (inout DocumentReader.Options) -> Void = { _ in }) -> String? {
        var options = DocumentReader.Options()
        change(&options)
        do throws(IngestError) {
            _ = try DocumentReader(options: options).read(bytes: bytes, path: "a.pdf")
            return nil
        } catch { return error.description }
    }

    @Test func saysWhatIsWrong() throws {
        #expect(
            message(PDFMaker.document([[], []]))
                == "a.pdf: has 2 pages without text, as scanned paper has; run text recognition (OCR) over it first, "
                + "for example with ocrmypdf")
        #expect(
            message(Array("%PDF-1.7 nothing".utf8))
                == "a.pdf: is a PDF document that cannot be read: its structure is broken; "
                + "get the file again, or open and save it in its program")
        let filter =
            "/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(\(String(repeating: "o", count: 32)))"
            + "/U(\(String(repeating: "u", count: 32)))>>/ID[(a)(a)]"
        #expect(
            message(PDFMaker.document([[PDFMaker.Line("x", y: 700)]], more: filter))
                == "a.pdf: is a PDF document that is encrypted; save it without a password")
    }

    @Test func limitsTheProcessThatReads() throws {
        let bytes = PDFMaker.document([PDFMaker.paragraph(["Some text."], from: 700)])
        #expect(message(bytes) { $0.maximumMemory = 8 << 20 }?.contains("the process that reads it ") == true)
        #expect(
            message(bytes) { $0.worker = "/bin/false" }
                == "a.pdf: the process that reads it ended with code 1; convert the file to text another way")
        #expect(
            message(bytes) { $0.worker = "/nowhere/counterweight" }
                == "a.pdf: the process that reads it cannot start: no such file or directory; "
                + "convert the file to text another way")
        let folder = try Scratch()
        let endless = try folder.script("endless", "exec sleep 1000")
        let flood = try folder.script("flood", "exec yes")
        #expect(
            message(bytes) {
                $0.worker = endless
                $0.maximumSeconds = 1
            } == "a.pdf: takes longer than the limit of 1 second; split the file or raise the limit")
        #expect(
            message(bytes) {
                $0.worker = flood
                $0.maximumBytes = 10_000
            } == "a.pdf: expands beyond the limit of 10000 bytes; unpack it and look, split it or raise the limit")
    }
}

extension Scratch {
    /// Writes a program. A shell does it: a process that starts while this one has the file open could not run it.
    func script(_ name: String, _ command: String) throws -> String {
        let file = path + "/" + name
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", "printf '#!/bin/sh\\n%s\\n' \"$1\" >\"$0\" && chmod +x \"$0\"", file, command]
        try shell.run()
        shell.waitUntilExit()
        return file
    }
}
