import Testing

@testable import Analysis
@testable import Lexicons

/// The safeguards that stages treat in a way of their own.
@Suite struct SafeguardIDTests {
    @Test func areThoseThatALexiconMustHaveForTheirFacts() {
        #expect(Fact.judge.safeguard == SafeguardID.judge)
        #expect(Fact.timeLimit.safeguard == SafeguardID.timeLimit)
        #expect(Fact.referred.safeguard == SafeguardID.reference)
        #expect(Fact.allCases.count { $0.safeguard != nil } == 3)
    }

    @Test func areInTheLexiconOfTheProgram() throws {
        let lexicon = try LexiconFolder.bundled().load(cache: nil)
        for id in [SafeguardID.judge, SafeguardID.timeLimit, SafeguardID.reference] {
            #expect(lexicon.concept(id)?.kind.family == .safeguard, "\(id)")
        }
    }
}
