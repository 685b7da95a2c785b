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

    /// Paragraphs of two columns that are set so that gaps of one reach into the other, with a title over both.
    @Test(arguments: [12.0, 30])
    func readsColumnsWhoseGapsDiffer(gutter: Double) throws {
        let words = "wells are deep and old and cold"
        var lines = [PDFMaker.Line("A Title over all of the page that both columns stand below", y: 740, size: 16)]
        var expected: [String] = []
        for column in 0..<2 {
            var y = 700.0
            for paragraph in 0..<5 {
                let count = (paragraph + column) % 3 + 2
                for line in 0..<count {
                    let end = line == count - 1 ? "end\(column)\(paragraph)." : words
                    lines.append(
                        PDFMaker.Line("row\(line) " + end, x: 72 + Double(column) * (180 + gutter), y: y, size: 11))
                    y -= 14
                }
                y -= 12
                expected.append("end\(column)\(paragraph)")
            }
        }
        let document = try document([lines])
        let text = document.blocks.map { document.string($0.span) }.joined(separator: " ")
        #expect(text.matches(of: #/end\d\d/#).map { String($0.output) } == expected)
        #expect(
            text.matches(of: #/row(\d)/#).map { Int($0.output.1) ?? 9 }
                == expected.flatMap { end in
                    let digits = end.suffix(2).compactMap(\.wholeNumberValue)
                    return Array(0..<((digits[0] + digits[1]) % 3 + 2))
                })
    }

    /// Cells side by side are no columns, while the same lines without gaps between rows are.
    @Test(arguments: [40.0, 14])
    func leavesTablesInTheirOrder(pitch: Double) {
        var page = PDFPage(width: 612, height: 792)
        for row in 0..<8 {
            for left in [72.0, 330] {
                page.lines.append(
                    PDFLine(
                        left: left, top: 80 + pitch * Double(row), right: left + 200, bottom: 91 + pitch * Double(row),
                        size: 11,
                        isBold: false, text: "what the office may do, part \(row) at \(left)"))
            }
        }
        let isTable = pitch > 20
        let columns = page.lines.filter { $0.left < 100 } + page.lines.filter { $0.left > 100 }
        #expect(PDFColumns.ordered(page).map(\.text) == (isTable ? page.lines : columns).map(\.text))
    }

    @Test func setsFootnotesAside() throws {
        let first =
            PDFMaker.paragraph(["A court reviews each order.", "It does so within a week of its making."], from: 700)
            + PDFMaker.paragraph(
                [
                    "The Authority keeps a list of all wells that it has opened since the beginning,",
                    "and it may order any owner to cover a well that stands open at night",
                ], from: 300)
            + [
                PDFMaker.Line("1 Inserted by the Act of 2004 on wells", y: 90, size: 8),
                PDFMaker.Line("and rivers.", y: 80, size: 8), PDFMaker.Line("2 Act of 2005.", y: 70, size: 8),
            ]
        let second = PDFMaker.paragraph(["only with leave of a judge, and for a week."], from: 700)
        let document = try document([first, second])
        #expect(
            outline(document) == [
                "paragraph: A court reviews each order.", "paragraph: It does so within a week of its making.",
                "paragraph: The Authority keeps a list of all wells that it has opened since the beginning, and it may order any "
                    + "owner to cover a well that stands open at night only with leave of a judge, and for a week.",
                "note [1]: Inserted by the Act of 2004 on wells and rivers.", "note [2]: Act of 2005.",
            ])
        #expect(document.blocks.map(\.page) == [1, 1, 1, 1, 1])
        let notes = document.blocks.filter { $0.kind == .note }.map {
            String(decoding: document.source.bytes[$0.source.range], as: UTF8.self)
        }
        #expect(notes == ["Inserted by the Act of 2004 on wells\nand rivers.", "Act of 2005."])
    }

    @Test func smallPrintWithoutSignsStaysText() throws {
        let lines =
            PDFMaker.paragraph(["The wells of the town are deep,", "and they belong to all."], from: 300)
            + [
                PDFMaker.Line("Prices of water in the years", y: 90, size: 8),
                PDFMaker.Line("99999999999999999999999 Reference of the series", y: 80, size: 8),
            ]
        let blocks = try document([lines]).blocks
        #expect(!blocks.contains { $0.kind == .note }, "\(blocks.map(\.kind))")
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
