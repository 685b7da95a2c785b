import Lexicons
import Testing
import TextModel

@testable import Analysis

struct LocalLexiconTests {
    /// The facts that opened or closed the trigger of the control show in the rules that fire.
    private func rules(_ definition: String, _ provision: String, as kind: DocumentKind = .statute) throws -> Set<
        String
    > {
        let drafting = try Drafting("\(definition)\n\(provision)", as: kind)
        let block = try #require(drafting.document.blocks.indices.last)
        return Set(drafting.report.findings.filter { $0.block == block }.map(\.rule))
    }

    @Test func closesATriggerThatTheDocumentDefinesByItsElements() throws {
        let provision = "The Authority may order any provider to block access to extremist content."
        #expect(try rules("This Act applies to all providers.", provision).contains("CW05"))
        #expect(
            !(try rules(
                "\"Extremist content\" means a post that intentionally incites imminent violence and is likely to cause it.",
                provision)).contains("CW05"))
    }

    @Test func keepsATriggerOpenWhoseDefinitionIs() throws {
        let provision = "The Authority may order any provider to block access to designated posts."
        #expect(!(try rules("This Act applies to all providers.", provision)).contains("CW05"))
        #expect(
            try rules("\"Designated post\" means any post that is contrary to public order or decency.", provision)
                .contains("CW05"))
    }

    @Test func readsTheItemsOfADefinition() throws {
        let drafting = try Drafting(
            """
            "Designated post" means:
            - a post that names a victim without consent;
            - a post that is otherwise inappropriate or undesirable.
            The Authority may order any provider to block access to designated posts.
            """)
        let block = try #require(drafting.document.blocks.indices.last)
        #expect(drafting.report.findings.contains { $0.block == block && $0.rule == "CW05" })
    }

    @Test func takesTheDefinitionThatWentBefore() throws {
        let provision = "The Authority may order any provider to block access to extremist content."
        let drafting = try Drafting(
            """
            "Extremist content" means a post that intentionally incites imminent violence and is likely to cause it.
            \(provision)
            "Extremist content" means any post that is contrary to public order or decency.
            \(provision)
            """)
        let open = drafting.report.findings.filter { $0.rule == "CW05" }.map(\.block)
        #expect(!open.contains(1))
        #expect(open.contains(3))
    }

    @Test func takesNoSpeechForALaw() throws {
        let provision = "The Authority may order any provider to block access to extremist content."
        let saying = "Extremist content means a post that incites imminent violence and is likely to cause it."
        #expect(try rules(saying, provision, as: .speech).contains("CW05"))
        #expect(!(try rules(saying, provision)).contains("CW05"))
    }
}
