import TestSupport
import Testing
import TextModel

@testable import Desk

/// Which findings the comments of a document reach.
struct SuppressionReachTests {
    /// Blocks of one word each between comments, in the order of the file or in another one.
    private func document(_ order: [Int]) -> Document {
        let text = String(repeating: "Word. <!-- x --> ", count: order.count)
        var builder = DocumentBuilder(source: SourceText(bytes: Array(text.utf8)))
        for place in order {
            builder.open(.paragraph)
            builder.append(verbatim: (place * 17)..<(place * 17 + 5))
        }
        return builder.finish(path: "a.html", format: "html", encoding: TextEncoding(name: "UTF-8", origin: .valid))
    }

    private func finding(_ block: Int, _ rule: String, in document: Document) -> Finding {
        Finding(
            rule: rule, name: rule, band: .low, score: 1, confidence: 1, message: "", reason: "", remedy: "", norms: [],
            stance: .asserted, block: block, span: document.blocks[block].span)
    }

    /// Looks at all findings and all blocks.
    private func simple(_ comment: SuppressionComment, _ findings: [Finding], in document: Document) -> [Int] {
        let starts = document.blocks.map { document.map.source(of: $0.span).lowerBound }
        return findings.indices.filter { index in
            let (block, span) = (findings[index].block, findings[index].span)
            let isReached =
                switch comment.reach {
                case .file: true
                case .phrase(let phrase): PhraseText.folded(document.string(span)).contains(phrase)
                case .range(let end): starts[block] >= comment.place.upperBound && starts[block] < end
                case .next: block == starts.firstIndex { $0 >= comment.place.upperBound }
                }
            return isReached && comment.covers(rule: findings[index].rule)
        }
    }

    @Test(arguments: UInt64(1)...20, [true, false])
    func isWhatAllBlocksAndFindingsSay(seed: UInt64, inOrder: Bool) {
        var random = SeededGenerator(seed)
        let order = inOrder ? Array(0..<20) : (0..<20).shuffled(using: &random)
        let document = document(order)
        let findings = (0..<30).map { _ in
            finding(random.number(0...19), random.pick(["CW01", "CW04"]), in: document)
        }
        let comments = (0..<40).map { _ in
            let start = random.number(0...350)
            return SuppressionComment(
                reach: random.pick([
                    .next, .next, .file, .range(end: start + random.number(0...100)), .phrase("word"), .phrase("x"),
                ]), rules: random.pick([[], ["CW04"], ["CW"]]), reason: "r", place: start..<(start + 1))
        }
        let reach = SuppressionReach(comments, to: findings, in: document)
        for comment in comments {
            #expect(reach.findings(of: comment) == simple(comment, findings, in: document), "\(comment)")
        }
    }

    @Test func marksWhatACommentBeforeEachBlockCovers() {
        let text = (0..<50).map { "<!-- counterweight ignore-next CW04: r\($0) --><p>Word.</p>" }.joined()
        let bytes = Array(text.utf8)
        var builder = DocumentBuilder(source: SourceText(bytes: bytes))
        for start in bytes.indices.dropLast(4) where bytes[start...].starts(with: "Word.".utf8) {
            builder.open(.paragraph)
            builder.append(verbatim: start..<(start + 5))
        }
        let document = builder.finish(
            path: "a.html", format: "html", encoding: TextEncoding(name: "UTF-8", origin: .valid))
        let report = Report(
            document: document, kind: .other, words: 50, sentences: [], mentions: [], links: [], verdicts: [],
            findings: document.blocks.indices.map { finding($0, "CW04", in: document) }, credits: [])
        let applied = CommentSuppression(rules: ["CW04"]).applied(to: report)
        #expect(applied.findings.map { $0.suppression?.reason } == (0..<50).map { "r\($0)" })
        #expect(applied.document.notes == [])
    }
}
