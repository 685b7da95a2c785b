import Testing
import TextModel

@testable import Lexicons

/// `document.yaml`: what is expected of a document as a whole.
@Suite struct DocumentStandardTests {
    private static let yaml = """
        companions-of: [V1]
        joiners: [" or "]
        mark: {name: a mark, sentences: 3, highest: high, closed: [T1], exceptional: [K1], challenge: [S05]}
        expectations:
          - {id: E1, values: [V1], called: security, minimum: 4, counterweights: [C1], balanced-by: privacy, wording: the right to privacy}

        """

    @Test func survivesTheCompiledForm() throws {
        let compiled = try SmallLexicon.source(replacing: ["document.yaml": Self.yaml]).compile(sha256: "x").lexicon
        #expect(compiled.standard.expectations.map(\.called) == ["security"])
        #expect(compiled.standard.mark?.closed == ["T1"])
        #expect(try LexiconCodec.decode(LexiconCodec.encode(compiled)).standard == compiled.standard)
    }

    @Test func lexiconWithoutItExpectsNothing() throws {
        #expect(try SmallLexicon.lexicon().standard == DocumentStandard())
    }

    @Test func namesOfNoConceptAreRefused() {
        let wrong = Self.yaml.replacing("[C1]", with: "[B77]").replacing("[T1]", with: "[CW77]")
        #expect(
            SmallLexicon.problems(replacing: ["document.yaml": wrong]) == [
                "document.yaml:3:60: \"CW77\" is no rule of the lexicon",
                "document.yaml:5:75: \"B77\" is no concept of the lexicon",
            ])
    }

    @Test func countsAgainstTheMinimumOverAnyProfile() throws {
        let standard = try SmallLexicon.source(replacing: ["document.yaml": Self.yaml]).compile(sha256: "x").lexicon
            .standard
        var profile = Profile()
        profile.valuesByConcept = ["V1": 3]
        #expect(standard.absences(in: profile) == [])
        #expect(standard.absences(in: profile + profile).map(\.message) == ["security 6 times, privacy never"])
        profile.counterweightsByConcept = ["C1": 1]
        #expect(standard.absences(in: profile + profile) == [])
    }
}
