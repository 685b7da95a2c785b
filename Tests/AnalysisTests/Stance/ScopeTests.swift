import Testing
import TextModel

@testable import Analysis

/// What a clause reaches over, and what ended it.
struct ScopeTests {
    private func scope(_ text: String) throws -> (Drafting, Scope) {
        let drafting = try Drafting(text)
        let index = try #require(drafting.report.mentions.firstIndex { $0.family == .control })
        let scopes = try BundledLexicon.judge().scopes(in: drafting.document)
        try #require(scopes.count == drafting.report.mentions.count)
        return (drafting, scopes[index])
    }

    @Test func aSemicolonEndsIt() throws {
        let (drafting, scope) = try scope("Privacy is respected; the Authority may block any website.")
        #expect(drafting.words(scope.span) == "the Authority may block any website")
        #expect(scope.begin.kind == .punctuation)
        #expect(scope.begin.span.map(drafting.words)?.contains(";") == true)
        #expect(scope.end == Scope.Limit(kind: .sentence, span: nil))
    }

    @Test func aWordThatOpensAClauseEndsIt() throws {
        let (drafting, scope) = try scope("The Authority may block any website but shall publish its reasons.")
        #expect(scope.end.kind == .terminator)
        #expect(scope.end.span.map(drafting.words) == "but")
    }

    @Test func aMeasureNamedTwiceHasOneScope() throws {
        let (drafting, scope) = try scope(
            "The Council may order an Internet shutdown. Until calm returns, the Internet shutdown shall go on.")
        #expect(drafting.words(scope.span) == "The Council may order an Internet shutdown")
    }

    @Test func aCommaAloneDoesNot() throws {
        let (drafting, scope) = try scope("The Authority may, in the national interest, block any website.")
        #expect(drafting.words(scope.span).hasPrefix("The Authority"))
    }
}
