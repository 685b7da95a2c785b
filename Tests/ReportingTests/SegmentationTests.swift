import Testing
import TextModel

@testable import Reporting

@Suite struct SegmentationTests {
    /// Random highlights over a text, the same in every run.
    private func highlights(seed: UInt64, length: Int) -> [Highlight] {
        var state = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        return (0..<next(12)).map { _ in
            let start = next(length + 10)
            let style = Highlight.Style.allCases[next(Highlight.Style.allCases.count)]
            return Highlight(span: TextSpan(start, start + next(20)), style: style, note: "")
        }
    }

    @Test(arguments: 0..<200)
    func piecesCoverTheTextAndKnowTheirHighlights(seed: UInt64) {
        let span = TextSpan(5, 65)
        let highlights = highlights(seed: seed, length: 70)
        let segments = Segmentation(of: span, highlights: highlights).segments
        #expect(segments.first?.span.start == span.start)
        #expect(segments.last?.span.end == span.end)
        for (left, right) in zip(segments, segments.dropFirst()) {
            #expect(left.span.end == right.span.start)
        }
        for segment in segments {
            for offset in segment.span.range {
                let covering = highlights.indices.filter { highlights[$0].span.range.contains(offset) }
                #expect(Set(segment.layers) == Set(covering))
            }
        }
    }

    @Test(arguments: 0..<200)
    func marksNestAndLeaveTheTextAsItIs(seed: UInt64) {
        var sample = SampleDocument(path: "text.txt")
        sample.add(.paragraph, String(repeating: "abcdefghi ", count: 7))
        let document = sample.document()
        let highlights = highlights(seed: seed, length: 69)
        var html = HTMLWriter()
        MarkedText(span: document.blocks[0].span, highlights: highlights).write(from: document, to: &html)
        let text = String(decoding: html.bytes, as: UTF8.self)
        #expect(MarkupCheck.unclosed(in: text).isEmpty)
        #expect(text.replacing(#/<[^>]*>/#, with: "") == document.string(document.blocks[0].span))
        let covered = highlights.filter {
            $0.style != .finding && $0.span.overlaps(document.blocks[0].span) && $0.span.count > 0
        }
        #expect(text.matches(of: #/class="[vwcsq] e"/#).count == covered.count)
    }

    @Test func crossingMarksAreClosedAndOpenedAgain() {
        var sample = SampleDocument(path: "text.txt")
        sample.add(.paragraph, "block any site at all")
        let document = sample.document()
        let highlights = [
            Highlight(span: document.span("block any site", in: 0), style: .control, note: ""),
            Highlight(span: document.span("any site at all", in: 0), style: .cue, note: "scope"),
        ]
        var html = HTMLWriter()
        MarkedText(span: document.blocks[0].span, highlights: highlights).write(from: document, to: &html)
        #expect(
            String(decoding: html.bytes, as: UTF8.self)
                == #"<mark class="c e">block <mark class="q" title="scope">any site</mark></mark><mark class="q e" title="scope"> at all</mark>"#
        )
    }
}
