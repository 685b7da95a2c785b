import Testing
import TextModel

@testable import Observatory

@Suite struct ConcordancePassageTests {
    /// What a line shows, by splitting all of the passage anew.
    private func simple(_ passage: String, _ node: Range<Int>, _ window: Int) -> [String] {
        let bytes = Array(passage.utf8)
        func words(_ range: Range<Int>) -> [Substring] {
            String(decoding: bytes[range], as: UTF8.self).split { $0 == " " || $0 == "\n" }
        }
        let before = words(0..<node.lowerBound)
        let isJoined = node.lowerBound > 0 && bytes[node.lowerBound - 1] != 0x20
        let from = before.count + (isJoined && !before.isEmpty ? 0 : 1)
        return [
            "\(from)", "\(from + max(words(node).count, 1) - 1)", before.suffix(window).joined(separator: " "),
            words(node).joined(separator: " "),
            words(node.upperBound..<bytes.count).prefix(window).joined(separator: " "),
        ]
    }

    @Test(arguments: UInt64(1)...30)
    func cutsLinesAsSplittingThePassageDoes(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let text = (0..<40).map { _ in ["a", "bc", " ", " ", "\n", "\"", ","][random.index(below: 7)] }.joined()
        let passage = ConcordancePassage(text)
        for _ in 0..<40 {
            let (a, b) = (random.index(below: text.utf8.count + 1), random.index(below: text.utf8.count + 1))
            let (node, window) = (min(a, b)..<max(a, b), random.index(below: 5))
            let line = ConcordanceLine(
                path: "p", year: nil, block: 0, passage: passage, node: node, window: window)
            #expect(
                ["\(line.from)", "\(line.to)", line.left, line.node, line.right] == simple(text, node, window),
                "\(text.debugDescription) \(node) \(window)")
        }
    }

    @Test func cutsAPassageUpOnce() {
        var passages = ConcordancePassages()
        for (path, block) in [("a", 0), ("a", 0), ("a", 1), ("a", 1), ("b", 1), ("b", 1)] {
            #expect(passages.passage(block, of: path) { "\(path) \(block)" }.bytes == Array("\(path) \(block)".utf8))
        }
        #expect(passages.count == 3)
    }
}
