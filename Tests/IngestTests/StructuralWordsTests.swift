import Testing
import TextModel

@testable import Ingest

/// The words that give structure are the caller's; signs and numbers are known to everyone.
struct StructuralWordsTests {
    private static let text = """
        Ruling 5. Every well in the village shall be covered by its owner.

        § 6 The cover shall be of wood or of stone.

        (a) It is clean.
        """

    private func outline(_ words: StructuralWords) throws -> [String] {
        try IngestTests.outline(read(Self.text, options: DocumentReader.Options(words: words)))
    }

    @Test func noWordIsKnownByItself() throws {
        let outline = try outline(StructuralWords())
        #expect(outline.first == "paragraph: Ruling 5. Every well in the village shall be covered by its owner.")
        #expect(outline.contains { $0.hasPrefix("provision") && $0.contains("[§ 6]") })
        #expect(outline.contains { $0.contains("[(a)]") })
    }

    @Test func aWordOfTheCallerNamesProvisions() throws {
        var words = StructuralWords()
        words.provisions = ["ruling"]
        #expect(try outline(words).contains { $0.contains("[Ruling 5]") })
    }

    @Test func aReaderTakesNewWords() throws {
        var reader = DocumentReader()
        reader.options.words.provisions = ["ruling"]
        let document = try reader.read(bytes: Array(Self.text.utf8), path: "a.txt")
        #expect(IngestTests.outline(document).contains { $0.contains("[Ruling 5]") })
    }

    @Test(arguments: ["ГЛАВА", "Глава", "глава"])
    func caseDoesNotMatter(word: String) {
        var words = StructuralWords()
        words.chapters = ["глава"]
        #expect(LineWords(words).level(of: Array(word.utf8)[...]) == 2)
    }
}
