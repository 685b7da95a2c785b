import Testing
import TextModel

@testable import Counterweight

@Suite struct GoldDocumentTests {
    private func passage(_ fields: String) throws -> GoldPassage {
        let line = "{\"id\": \"a\", \"stance\": \"other\", \"band\": \"none\", \(fields)}"
        return try #require(try GoldReader().passages(in: Array(line.utf8), path: "gold.jsonl").first)
    }

    private func outline(_ gold: GoldDocument) -> [String] {
        gold.document.blocks.map { "\($0.kind.rawValue) \($0.level) \(gold.document.string($0.span))" }
    }

    @Test func putsThePassageIntoItsContext() throws {
        let gold = GoldDocument(
            try passage(
                #""title": "Act", "headings": ["Part 1", "Powers"], "before": "First.", "text": "Second.", "after": "Third.""#
            ))
        #expect(
            outline(gold) == [
                "title 0 Act", "heading 1 Part 1", "heading 2 Powers", "paragraph 0 First.",
                "paragraph 0 Second.", "paragraph 0 Third.",
            ])
        #expect(gold.block == 4)
        #expect(gold.document.headingPath(of: 4) == [0, 1, 2])
        #expect(gold.document.blocks[4].parent == nil)
    }

    @Test func takesColonAsStem() throws {
        let gold = GoldDocument(try passage(#""before": "The Minister may:", "text": "close roads;""#))
        #expect(gold.block == 1)
        #expect(gold.document.blocks[1].parent == 0)
    }

    @Test func takesNeighbourOfItemAsStem() throws {
        let gold = GoldDocument(
            try passage(#""kind": "list-item", "before": "The Minister may", "text": "close roads;""#))
        #expect(gold.document.blocks[1].kind == .listItem)
        #expect(gold.document.stems(of: 1) == [0])
    }

    /// The item before an item is no stem.
    @Test(arguments: [("close roads;", false), ("close roads; and", false), ("The Minister may", true)])
    func onlyAStemIntroducesAnItem(before: String, isStem: Bool) throws {
        let gold = GoldDocument(
            try passage("\"before\": \"\(before)\", \"kind\": \"list-item\", \"text\": \"(b) open them.\""))
        #expect(gold.document.stems(of: 1) == (isStem ? [0] : []))
    }

    @Test func leavesRepeatedContextOut() throws {
        let gold = GoldDocument(
            try passage(
                #""title": "Act", "headings": ["Act", "Powers"], "before": "Powers", "text": "Roads.", "after": """#
            ))
        #expect(outline(gold) == ["title 0 Act", "heading 1 Powers", "paragraph 0 Roads."])
    }

    @Test func stripsTagsAndKeepsLinesInOneBlock() throws {
        let gold = GoldDocument(try passage(#""text": "<p class='x'>If a < b and\n<em>c</em> > d</p>""#))
        #expect(outline(gold) == ["paragraph 0 If a < b and c > d"])
    }

    @Test func readsGenreFromEitherField() throws {
        #expect(
            GoldDocument(try passage(#""doc_kind": "statute", "kind": "paragraph", "text": "x""#)).document
                .declaredKind == .statute)
        #expect(GoldDocument(try passage(#""kind": "speech", "text": "x""#)).document.declaredKind == .speech)
        #expect(GoldDocument(try passage(#""kind": "paragraph", "text": "x""#)).document.declaredKind == nil)
        #expect(
            GoldDocument(try passage(#""doc_kind": "terms of service", "text": "x""#)).document.declaredKind == .terms)
    }

    @Test func refusesAnIdThatComesTwice() {
        let line = #"{"id": "a", "text": "x", "stance": "other", "band": "none"}"#
        #expect(
            throws: GoldReader.MalformedLine(
                path: "g", line: 2, message: "the id \"a\" stands in an earlier line")
        ) {
            try GoldReader().passages(in: Array("\(line)\n\(line)\n".utf8), path: "g")
        }
    }
}
