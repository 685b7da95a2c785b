import Foundation
import Testing
import TextModel

@testable import Ingest

@Suite(.enabled(if: (try? ArchiveLibrary()) != nil, "libarchive is not installed"))
struct ArchiveTests {
    /// A line for each item: its path, then its text or error.
    private func items(_ source: DocumentSource, _ options: DocumentReader.Options = .init()) -> [String] {
        let reader = DocumentReader(options: options)
        return source.map { item in
            do throws(IngestError) {
                let document = try reader.read(item)
                return "\(item.path): \(document.format): "
                    + document.blocks.map { document.string($0.span) }.joined(separator: "|")
            } catch {
                return error.description
            }
        }
    }

    private func items(_ bytes: [UInt8], _ path: String, _ options: DocumentReader.Options = .init()) -> [String] {
        Seeds.keep(bytes, as: path)
        return items(DocumentSource(bytes: bytes, path: path, options: options), options)
    }

    private static let small = ZIPMaker.archive([
        "acts/one.html": "<p>One.</p>", "logo.png": "\u{0}", "__MACOSX/one.html": "x", ".hidden.txt": "x",
        "two.txt": "Two.\n", "empty.xml": "",
    ])

    @Test func yieldsTheDocumentsOfAnArchiveInItsOrder() throws {
        let expected = [
            "a.zip!acts/one.html: html: One.", "a.zip!two.txt: text: Two.",
            "a.zip!empty.xml: the file is empty; there is nothing to read",
        ]
        #expect(items(Self.small, "a.zip") == expected)
        let source = DocumentSource(bytes: Self.small, path: "a.zip", options: .init())
        #expect(source.reduce(0) { count, _ in count + 1 } == 3 && source.skippedCount == 3)
        let folder = try Scratch()
        let file = try folder.write("a.zip", Self.small)
        #expect(items(DocumentSource(path: file, options: .init())) == expected.map { folder.path + "/" + $0 })
    }

    @Test func opensArchivesWithinArchivesUpToALimit() {
        var inner = ZIPMaker.archive(["x.txt": "Deep."])
        for _ in 0..<3 {
            var maker = ZIPMaker()
            maker.add("in.zip", inner)
            inner = maker.finished()
        }
        #expect(items(inner, "a.zip") == ["a.zip!in.zip!in.zip!in.zip!x.txt: text: Deep."])
        var options = DocumentReader.Options()
        options.maximumNesting = 2
        #expect(
            items(inner, "a.zip", options) == [
                "a.zip!in.zip!in.zip!in.zip: archives lie within archives deeper than the limit of 2; unpack it or raise the limit"
            ])
    }

    /// The end of an archive within stands where the end of the archive should.
    @Test func tellsTheEndOfAnotherArchive() throws {
        var maker = ZIPMaker()
        maker.add("one.txt", Array("One.".utf8))
        maker.add("in.zip", ZIPMaker.archive(["x.txt": "Deep."]))
        let cut = Array(maker.finished().dropLast(120))
        let expected = [
            "a.zip: is a ZIP archive that cannot be read: it is cut off, and what looks like its end is that of another archive; "
                + "get the file again, or open and save it in its program"
        ]
        #expect(items(cut, "a.zip") == expected)
        let folder = try Scratch()
        let file = try folder.write("a.zip", cut)
        #expect(items(DocumentSource(path: file, options: .init())) == expected.map { folder.path + "/" + $0 })
        let behind = Array("#!/bin/sh\n".utf8) + ZIPMaker.archive(["x.txt": "Deep."])
        #expect(items(behind, "a.zip") != expected)
    }

    @Test func readsOneDocumentUnderGzip() {
        #expect(items(GzipMaker.file(Array("<p>One.</p>".utf8)), "a.html.gz") == ["a.html.gz: html: One."])
        #expect(items(GzipMaker.file(Self.small), "a.zip.gz").first == "a.zip.gz!acts/one.html: html: One.")
        #expect(InputFormat(path: "table.csv.gz") == nil && InputFormat(path: "act.xml.gz") == .compressed)
    }

    @Test func tellsACompressedFileWithoutAnotherExtensionByItsContent() {
        #expect(items(GzipMaker.file(Array("<p>One.</p>".utf8)), "s.gz") == ["s.gz: html: One."])
        #expect(items(GzipMaker.file(Array("Some words.\n".utf8)), "s.gz") == ["s.gz: text: Some words."])
        #expect(
            items(GzipMaker.file(GzipMaker.file(Array("Some words.\n".utf8))), "s.gz") == ["s.gz: text: Some words."])
    }

    @Test func keepsNamesBeyondASCII() {
        let archive = ZIPMaker.archive(["loi-sécurité.html": "<p>One.</p>", "ä/plain.txt": "Two."])
        let expected = ["u.zip!loi-sécurité.html: html: One.", "u.zip!ä/plain.txt: text: Two."]
        #expect(items(archive, "u.zip") == expected)
    }

    @Test func refusesWhatExpandsBeyondALimit() {
        var options = DocumentReader.Options()
        options.maximumBytes = 1000
        let long = String(repeating: "Long. ", count: 1000)
        #expect(
            items(ZIPMaker.archive(["a.txt": long, "b.txt": "Short."]), "a.zip", options) == [
                "a.zip!a.txt: expands beyond the limit of 1000 bytes; unpack it and look, split it or raise the limit",
                "a.zip!b.txt: text: Short.",
            ])
        #expect(
            items(GzipMaker.file(Array(long.utf8)), "a.txt.gz", options) == [
                "a.txt.gz: expands beyond the limit of 1000 bytes; unpack it and look, split it or raise the limit"
            ])
        #expect(
            items(ZIPMaker.archive(["word/document.xml": long]), "a.docx", options) == [
                "a.docx: has 6132 bytes, more than the limit of 1000; split the file or raise the limit"
            ])
        options.maximumBytes = 1 << 20
        options.maximumExpandedBytes = 8000
        #expect(
            items(ZIPMaker.archive(["a.txt": long, "b.txt": long, "c.txt": long]), "a.zip", options).last
                == "a.zip!b.txt: expands beyond the limit of 8000 bytes; unpack it and look, split it or raise the limit"
        )
        options.maximumEntries = 2
        #expect(
            items(Self.small, "a.zip", options).last
                == "a.zip: has more than the limit of 2 entries; split it or raise the limit")
    }

    @Test func saysWhatIsWrongWithAnArchive() {
        var maker = ZIPMaker()
        maker.add("a.txt", Array("secret".utf8), isEncrypted: true)
        #expect(
            items(maker.finished(), "a.zip") == ["a.zip!a.txt: is a file that is encrypted; save it without a password"]
        )
        #expect(
            items(ZIPMaker.archive(["a.png": "x"]), "a.zip") == [
                "a.zip: is a ZIP archive that holds no document that is read; formats that are read: \(InputFormat.list)"
            ])
        let cut = Array(GzipMaker.file(Array(repeating: 0x61, count: 5000)).prefix(2000))
        #expect(
            items(cut, "a.txt.gz") == [
                "a.txt.gz: is a compressed file that cannot be read: truncated gzip input; "
                    + "get the file again, or open and save it in its program"
            ])
        #expect(
            items(Array("no ZIP".utf8), "a.docx") == [
                "a.docx: is a Word document (DOCX) that cannot be read: it does not begin like one; "
                    + "get the file again, or open and save it in its program"
            ])
        #expect(
            items(ZIPMaker.archive(["xl/workbook.xml": ""]), "a.xlsx") == [
                "a.xlsx: is an Excel workbook (XLSX), which is not read; convert it to one of: \(InputFormat.list)"
            ])
        #expect(throws: IngestError.severalDocuments(path: "a.zip", what: "an archive")) {
            try DocumentReader().read(bytes: Self.small, path: "a.zip")
        }
    }

    @Test func takesNamesForLabelsAndNotForPaths() {
        let archive = ZIPMaker.archive(["../../etc/one.txt": "One.", "/abs.txt": "Two."])
        #expect(items(archive, "a.zip") == ["a.zip!../../etc/one.txt: text: One.", "a.zip!/abs.txt: text: Two."])
    }

    @Test func saysWhichLibraryIsMissing() {
        #expect(throws: SystemLibrary.Missing(library: "libnone", package: "libnone1")) {
            try SystemLibrary("libnone", files: ["libnone.so.1"], package: "libnone1")
        }
        let error = ContainerError.missing(.init(library: "libarchive", package: "libarchive13"))
        #expect(
            error.of("a.docx", what: InputFormat.docx.phrase).description
                == "a.docx: is a Word document (DOCX), and reading it needs libarchive, which is not installed here; "
                + "install it (on Debian and Ubuntu: apt-get install libarchive13)")
    }

    @Test func readsTheRecordsOfAWebArchive() {
        func record(_ type: String, _ address: String, _ content: String, media: String = "application/http") -> String
        {
            "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(address)\r\nContent-Type: \(media)\r\n"
                + "Content-Length: \(content.utf8.count)\r\n\r\n\(content)\r\n\r\n"
        }
        let ok = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
        let web =
            record("warcinfo", "", "software: x", media: "application/warc-fields")
            + record("response", "https://a.example/", ok + "<p>Café.</p>")
            + record(
                "response", "https://a.example/none",
                "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>No.</p>")
            + record("response", "https://a.example/logo", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx")
            + record(
                "response", "https://a.example/chunks",
                "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nOne \r\n4\r\ntwo.\r\n0\r\n\r\n"
            )
            + record("conversion", "https://a.example/text", "Three.", media: "text/plain")
        let expected = [
            "w.warc!https://a.example/: html: Café.", "w.warc!https://a.example/chunks: text: One two.",
            "w.warc!https://a.example/text: text: Three.",
        ]
        #expect(items(Array(web.utf8), "w.warc") == expected)
        #expect(
            items(GzipMaker.file(Array(web.utf8)), "w.warc.gz")
                == expected.map { $0.replacingOccurrences(of: "w.warc!", with: "w.warc.gz!") })
        let cut = Array(web.utf8.prefix(300))
        #expect(
            items(cut, "w.warc") == [
                "w.warc!https://a.example/: is a record that cannot be read: it breaks off; "
                    + "get the file again, or open and save it in its program"
            ])
    }
}

/// A folder of files that goes when it is no longer held.
final class Scratch {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("ingest-\(UUID().uuidString)").path

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file and returns its path.
    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        let file = path + "/" + name
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        return file
    }
}
