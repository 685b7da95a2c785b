import Foundation
import Testing
import TextModel

@testable import Ingest

/// What is told from the pages beside a page.
struct SitePagesTests {
    private static let banner =
        "<p>Our council guards the security of all who live here, by day and by night and in every season of the year.</p>"
    private static let clause =
        "<p>Whoever breaks this rule shall pay one coin to the keeper of the well, who writes it down in the book.</p>"

    /// Prose of a page's own.
    private static func prose(_ page: Int, _ paragraphs: ClosedRange<Int> = 1...3) -> String {
        paragraphs.map {
            "<p>Well \(page) has a cover of oak, with \($0) iron rings, and the keeper opens it for the village every morning at dawn.</p>"
        }.joined()
    }

    private static func page(_ page: Int) -> String {
        "\(banner)<h1>Well \(page)</h1>\(prose(page))\(clause)\(prose(page, 4...9))<p>Seat of the council: Bridge 1</p>"
    }

    /// What is marked as repeated on the first of the pages, which lie in one folder; with a name, its bytes are read as a
    /// document of that name.
    private func repeated(_ pages: [String], oneSite: Bool = true, named name: String? = nil) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("site-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (index, page) in pages.enumerated() {
            let file = folder.appendingPathComponent("page\(index + 10).html")
            try Data("<html><body>\(page)</body></html>".utf8).write(to: file)
        }
        var options = DocumentReader.Options()
        options.site = oneSite ? SitePages() : nil
        let reader = DocumentReader(options: options)
        let first = folder.appendingPathComponent("page10.html")
        let document =
            if let name {
                try reader.read(
                    bytes: Array(try Data(contentsOf: first)), path: folder.appendingPathComponent(name).path)
            } else {
                try reader.read(path: first.path)
            }
        return document.blocks.filter { $0.boilerplate == .repeated }.map { document.string($0.span) }
    }

    @Test func marksWhatRepeatsAroundTheTextAndNothingWithin() throws {
        let marked = try repeated((1...3).map(Self.page))
        #expect(marked.count == 2)
        #expect(marked.first?.hasPrefix("Our council guards") == true)
        #expect(marked.last == "Seat of the council: Bridge 1")
    }

    @Test func needsThreePagesAndTheCallersWord() throws {
        #expect(try repeated((1...2).map(Self.page)).isEmpty)
        #expect(try repeated((1...9).map(Self.page), oneSite: false).isEmpty)
    }

    @Test func looksBesideFilesAlone() throws {
        let pages = (1...9).map(Self.page)
        #expect(try repeated(pages, named: "page10.html").count == 2)
        #expect(try repeated(pages, named: "site.zip!page10.html").isEmpty)
    }

    @Test func marksNothingInVersionsOfOneText() throws {
        let versions = (1...5).map { "\(Self.banner)\(Self.prose(0, 1...9))\(Self.prose($0, 1...1))\(Self.clause)" }
        #expect(try repeated(versions).isEmpty)
    }

    @Test func asksForWhatHalfOfTheSampledPagesSay() throws {
        #expect(try repeated((1...3).map(Self.page) + (4...12).map { Self.prose($0, 1...9) }).isEmpty)
        #expect(try repeated((1...12).map(Self.page)).count == 2)
    }
}
