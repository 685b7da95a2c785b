import Foundation
import Testing
import TextModel

@testable import Ingest

/// One short document in each XML dialect, read in full; `RECORD_GOLDEN=1` rewrites what is on record.
///
/// A line is a block: kind and level, number, stem, citation, the headings above it, its text.
struct DialectTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "Dialects")

    @Test(arguments: [
        "akoma-ntoso", "akoma-ntoso-regulation", "clml", "uslm", "us-bill", "canadian-acts", "tei", "docbook", "xhtml",
    ])
    func readsKindsNumbersHeadingsAndStems(name: String) throws {
        let bytes = try [UInt8](Data(contentsOf: Self.folder.appendingPathComponent("\(name).xml")))
        let document = try read(bytes: bytes, as: "\(name).xml")
        #expect(SourceProperty(document: document, original: bytes).violations() == [])
        let output = record(of: document)
        let file = Self.folder.appendingPathComponent("\(name).txt")
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" { try Data(output.utf8).write(to: file) }
        #expect(try output == String(contentsOf: file, encoding: .utf8))
    }

    private func record(of document: Document) -> String {
        var lines = ["title: \(document.title ?? "-"), genre: \(document.declaredKind?.rawValue ?? "-")"]
        for (line, block) in zip(outline(document), document.blocks) {
            var above: [String] = []
            var next = block.heading
            while let index = next {
                above.insert(document.string(document.blocks[index].span), at: 0)
                next = document.blocks[index].heading
            }
            let place = ([block.citation].compactMap { $0 } + [above.joined(separator: " > ")]).filter { !$0.isEmpty }
            lines.append("\(lines.count - 1) \(line)" + (place.isEmpty ? "" : "  {\(place.joined(separator: "; "))}"))
        }
        for reference in document.references {
            let targets = reference.targets.map(String.init).joined(separator: ", ")
            lines.append("\(reference.block) refers to \(document.string(reference.span)): \(targets)")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
