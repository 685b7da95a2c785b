import Testing
import TextModel

@testable import Analysis

/// Safeguards in provisions that a control refers to.
struct ReferenceReachTests {
    /// The rules that fire when the given words of the first line refer to the second line.
    private func rules(_ text: String, refersTo words: String) throws -> [String] {
        var document = try Drafting(text).document
        let all = String(decoding: document.text, as: UTF8.self)
        let range = try #require(all.firstRange(of: words))
        let start = all.utf8.distance(from: all.startIndex, to: range.lowerBound)
        document.references = [
            CrossReference(block: 0, span: TextSpan(start, start + words.utf8.count), targets: [1])
        ]
        return try BundledLexicon.judge().report(on: document).verdicts.flatMap(\.rules)
    }

    @Test func safeguardsOfTheProvisionReferredToCount() throws {
        let fired = try rules(
            "Subject to section 9, the Authority may block websites.\nThe order of a court is needed first.",
            refersTo: "section 9")
        #expect(!fired.contains("CW04"))
    }

    @Test func aProvisionWithoutSafeguardsIsNone() throws {
        let fired = try rules(
            "Subject to section 9, the Authority may block websites.\nThe fee is ten crowns.", refersTo: "section 9")
        #expect(fired.contains("CW04"))
    }

    @Test func aProvisionThatIsSetAsideGivesNothing() throws {
        let fired = try rules(
            "Notwithstanding section 9, the Authority may block websites.\nThe order of a court is needed first.",
            refersTo: "section 9")
        #expect(fired.contains("CW04"))
    }

    @Test func aReferenceThatLeadsOutOfTheDocumentKeepsItsDoubt() throws {
        let drafting = try Drafting("Subject to section 9, the Authority may block websites.")
        #expect(!drafting.fired.contains("CW04"), "\(drafting.summary)")
    }
}
