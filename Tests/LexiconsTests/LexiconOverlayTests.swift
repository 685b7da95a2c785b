import Testing

@testable import Lexicons

/// How the files of an overlay take the place of those that it extends.
@Suite struct LexiconOverlayTests {
    @Test(arguments: [
        "structure.yaml", "document.yaml", "scorecard.yaml", "profiles/default.yaml", "xx/language.yaml",
    ])
    func aWholeFileTakesThePlaceOfTheBaseFile(path: String) throws {
        let base = SmallLexicon.source(replacing: ["document.yaml": "base", "scorecard.yaml": "base"])
        let pack = ("pack.yaml", "name: own\nversion: 1.0.0\nlicence: x\nextends: base\n")
        let overlay = try #require(try LexiconOverlay(LexiconSource(files: [pack, (path, "own")])))
        let texts = try overlay.applied(to: base).files.filter { $0.path == path }.map(\.text)
        #expect(texts == ["own"])
    }
}
