import Testing
import TextModel

@testable import Ingest

/// Languages are declared, or told from common words, or found by the detector.
struct LanguageTests {
    private static let english =
        "The owner of a well shall cover it in the evening and keep it clean for all who drink of the water."
    private static let french =
        "Le propriétaire d'un puits doit le couvrir chaque soir et le tenir propre pour tous ceux qui boivent de son eau."
    private static let arabic =
        "يجب على مالك البئر أن يغطيه كل مساء وأن يحافظ على نظافته لجميع من يشربون من مائه في القرية."

    private func read(_ text: String, as path: String = "a.html") throws -> Document {
        var options = DocumentReader.Options()
        options.language = KnownLanguage(
            tag: "en", words: ["the", "of", "a", "in", "and", "it", "for", "all", "who", "shall"])
        return try DocumentReader(options: options).read(bytes: Array(text.utf8), path: path)
    }

    @Test(arguments: [(english, "en"), (french, "fr"), (arabic, "ar")])
    func findsTheLanguageThatIsNotDeclared(text: String, language: String) throws {
        #expect(try read(text, as: "a.txt").language == language)
        #expect(try read("<p>\(text)</p>").language == language)
    }

    @Test(arguments: [("en", french, "fr"), ("en", arabic, "ar"), ("fr", english, "en")])
    func theTextOverrulesAWrongDeclaration(declared: String, text: String, language: String) throws {
        let document = try read("<html lang=\(declared)><p>\(text)</p></html>")
        #expect(document.language == language)
        #expect(document.notes.map(\.code).contains("language-redeclared"))
    }

    @Test func keepsARegionThatIsDeclared() throws {
        let document = try read("<html lang=en-GB><p>\(Self.english)</p></html>")
        #expect(document.language == "en-GB")
        #expect(document.notes == [])
    }

    @Test func marksBlocksInAnotherLanguage() throws {
        let document = try read(
            "<html lang=en><p>\(Self.english)</p><p>\(Self.english)</p><p>\(Self.french)</p><p lang=de>Gut.</p><p lang=en-US>Well.</p></html>"
        )
        #expect(document.blocks.map(\.language) == [nil, nil, "fr", "de", nil])
    }

    @Test func tellsNothingFromAFewWords() throws {
        #expect(try read("<p>Le puits.</p>").language == nil)
    }
}
