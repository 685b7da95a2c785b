import Testing

@testable import Observatory

@Suite struct TermPatternTests {
    @Test(arguments: [
        ("harm", "Harm, harmful, charm; no-harm. HARM!", ["Harm", "HARM"]),
        ("harm*", "Harm, harmful, charm", ["Harm", "harmful"]), ("*arm", "Harm, charm", ["Harm", "charm"]),
        ("free* from", "Freed from fear and free from\nwant", ["Freed from", "free from"]),
        ("a a", "a a a a a", ["a a", "a a"]), ("café", "Ein Café; cafe", ["Café"]),
        ("end-to-end", "“end-to-end” encryption- end to end", ["end-to-end"]), ("b", "", []),
        ("people's", "people's, People’s, people’", ["people's", "People’s"]), ("people’s", "people's", ["people's"]),
    ])
    func findsWordsInARow(term: String, text: String, found: [String]) throws {
        let pattern = try #require(TermPattern(term))
        let bytes = Array(text.utf8)
        #expect(pattern.ranges(in: text).map { String(decoding: bytes[$0], as: UTF8.self) } == found)
    }

    @Test func asksTheIndexOnlyWhatItCanAnswer() {
        #expect(TermPattern("free from")?.indexQuery == "\"free from\"")
        #expect(TermPattern("free fro*")?.indexQuery == "\"free fro\" *")
        #expect(TermPattern("fr*e from")?.indexQuery == nil)
        #expect(TermPattern("*")?.indexQuery == nil)
        #expect(TermPattern("?!") == nil)
    }

    @Test func cutsTheWordsAroundTheNode() {
        let text = "One two \"three four\", five six seven."
        let line = ConcordanceLine(
            path: "p", year: nil, block: 0, passage: ConcordancePassage(text), node: 9..<19, window: 2)
        #expect(line.left == "two \"" && line.node == "three four" && line.right == "\", five")
        #expect(line.from == 3 && line.to == 4)
    }

    @Test func sortsByTheNearestWordOnTheLeft() {
        func line(_ left: String, _ right: String) -> ConcordanceLine {
            let passage = "\(left) x \(right)"
            return ConcordanceLine(
                path: passage, year: nil, block: 0, passage: ConcordancePassage(passage),
                node: (left.utf8.count + 1)..<(left.utf8.count + 2), window: 5)
        }
        let lines = [line("a z", "b"), line("z a", "c"), line("b a", "a")]
        #expect(ConcordanceOrder.left.sorted(lines).map(\.left) == ["b a", "z a", "a z"])
        #expect(ConcordanceOrder.right.sorted(lines).map(\.right) == ["a", "b", "c"])
        #expect(ConcordanceOrder.place.sorted(lines) == lines)
    }
}
