import Counterweight
import Foundation
import Testing
import TextModel

/// Fifty-two single sentences whose level was settled by argument: what a careful reviewer would want for each.
struct LevelTests {
    /// So many levels were exactly right, and within one, when this was last counted; raise them, never lower them.
    private static let leastExact = 44
    private static let leastWithinOne = 50

    @Test func levelsOfSettledSentencesStayRight() throws {
        let path = BundledAnalyzer.root + "/Corpora/levels.jsonl"
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        let passages = try GoldReader().passages(in: bytes, path: path)
        let analyzer = try BundledAnalyzer.analyzer()
        var exact = 0
        var withinOne = 0
        var wrong: [String] = []
        for passage in passages {
            let band = Prediction(passage, by: analyzer).band
            if band == passage.band {
                exact += 1
            } else {
                wrong.append("\(passage.band) judged \(band): \(passage.text)")
            }
            if abs(band.rawValue - passage.band.rawValue) <= 1 { withinOne += 1 }
        }
        #expect(passages.count == 52)
        #expect(exact >= Self.leastExact, "\(wrong.joined(separator: "\n"))")
        #expect(withinOne >= Self.leastWithinOne, "\(wrong.joined(separator: "\n"))")
    }
}
