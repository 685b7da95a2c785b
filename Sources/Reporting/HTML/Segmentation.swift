import TextModel

/// Words to mark in the text of a document.
struct Highlight: Hashable {
    /// What the words are. The raw value is the class in the style sheet.
    enum Style: String, CaseIterable {
        case finding = "f", value = "v", counterweight = "w", control = "c", safeguard = "s", cue = "q"
    }

    let span: TextSpan
    let style: Style
    /// What to say of the words, or empty.
    let note: String
    /// Whether the words are named but do not count: a safeguard that is taken away, a right that yields.
    var isIdle = false
}

/// Cuts a text where highlights begin and end.
///
/// Highlights may nest and cross in any way. The pieces follow one another without gap, and each
/// knows the highlights that cover it, so that their concatenation is the text and every highlight is
/// covered by exactly the pieces that name it.
struct Segmentation {
    /// A piece of the text.
    struct Segment: Hashable {
        let span: TextSpan
        /// Indices of the highlights that cover it, outermost first: the earlier and longer ones.
        let layers: [Int]
    }

    let segments: [Segment]

    /// Cuts `span`. Parts of highlights outside it and empty highlights are left out.
    /// Linearithmic in the highlights, times the depth to which they overlap.
    init(of span: TextSpan, highlights: [Highlight]) {
        let inside = highlights.indices.filter {
            highlights[$0].span.overlaps(span) && highlights[$0].span.count > 0
        }
        var cuts: Set<Int> = [span.start, span.end]
        for index in inside {
            cuts.insert(max(span.start, highlights[index].span.start))
            cuts.insert(min(span.end, highlights[index].span.end))
        }
        let order = inside.sorted { Self.isOutside($0, $1, highlights) }
        var waiting = order[...]
        var active: [Int] = []
        var segments: [Segment] = []
        let places = cuts.sorted()
        for (start, end) in zip(places, places.dropFirst()) {
            active.removeAll { highlights[$0].span.end <= start }
            while let next = waiting.first, highlights[next].span.start <= start {
                active.append(next)
                waiting.removeFirst()
            }
            segments.append(Segment(span: TextSpan(start, end), layers: active))
        }
        self.segments = segments
    }

    private static func isOutside(_ a: Int, _ b: Int, _ highlights: [Highlight]) -> Bool {
        let (first, second) = (highlights[a].span, highlights[b].span)
        if first.start != second.start { return first.start < second.start }
        return first.end == second.end ? a < b : first.end > second.end
    }
}
