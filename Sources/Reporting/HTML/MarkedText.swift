import TextModel

/// Text of a block with its highlights as nested `mark` elements.
///
/// Where two highlights cross, the inner one is closed and opened again. Only the piece that ends a
/// highlight gets the class `e`, which hangs its sign on it.
struct MarkedText {
    private enum Step {
        case open(highlight: Int, isLast: Bool)
        case close
        case text(TextSpan)
    }

    let span: TextSpan
    let highlights: [Highlight]

    func write(from document: Document, to html: inout HTMLWriter) {
        guard !highlights.isEmpty else {
            html.text(document.string(span))
            return
        }
        for step in steps {
            switch step {
            case .text(let span): html.text(document.string(span))
            case .close: html.close("mark")
            case .open(let index, let isLast):
                let highlight = highlights[index]
                html.open(
                    "mark",
                    [
                        "class": Self.classes(of: highlight, isLast: isLast),
                        "title": highlight.note.isEmpty ? nil : highlight.note,
                    ])
            }
        }
    }

    private static func classes(of highlight: Highlight, isLast: Bool) -> String {
        let hasSign = isLast && highlight.style != .finding
        return highlight.style.rawValue + (highlight.isIdle ? " x" : "") + (hasSign ? " e" : "")
    }

    private var steps: [Step] {
        var steps: [Step] = []
        var stack: [Int] = []
        var opened: [Int: Int] = [:]
        for segment in Segmentation(of: span, highlights: highlights).segments {
            let common = zip(stack, segment.layers).prefix { $0 == $1 }.count
            for _ in common..<stack.count { steps.append(.close) }
            stack.removeSubrange(common...)
            for layer in segment.layers[common...] {
                if let earlier = opened[layer] { steps[earlier] = .open(highlight: layer, isLast: false) }
                opened[layer] = steps.count
                steps.append(.open(highlight: layer, isLast: true))
                stack.append(layer)
            }
            steps.append(.text(segment.span))
        }
        for _ in stack { steps.append(.close) }
        return steps
    }
}
