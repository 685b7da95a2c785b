import TextModel

/// Numbers that authors typed before paragraphs in markup that knows nothing of them, as pages of laws do: a paragraph
/// "(a) the site" below "The office may block:" is the item (a) of what stands before it.
struct TypedNumbers {
    private let words: LineWords

    /// Uses words that were made ready.
    init(_ words: LineWords) { self.words = words }

    /// Makes provisions of the paragraphs of a document that begin with a number in its order. Linear in the text.
    func resolve(_ document: inout Document) {
        let parser = EnumeratorParser(document.text, words: words)
        var open = EnumeratorStack()
        var stem: Int?
        for index in document.blocks.indices where !document.blocks[index].isBoilerplate {
            let block = document.blocks[index]
            if block.kind == .listItem, block.number != nil {
                takeOwnNumber(of: index, in: &document, parser)
            } else if block.kind == .paragraph, block.number == nil, block.parent == nil {
                let numbers = parser.enumerators(in: block.span.range, allowBare: false)
                if let first = numbers.first, let last = numbers.last, last.contentStart < block.span.end,
                    Self.isNumber(first, in: open)
                {
                    let place = open.enter(numbers, block: index, stem: stem)
                    let number = TextSpan(first.range.lowerBound, last.range.upperBound)
                    let span = TextSpan(last.contentStart, block.span.end)
                    document.blocks[index].kind = .provision
                    document.blocks[index].number = document.string(number)
                    document.blocks[index].level = place.level
                    document.blocks[index].parent = place.parent
                    document.blocks[index].span = span
                    document.blocks[index].source = document.sourceSpan(of: span)
                }
            } else if block.kind == .heading || block.kind == .title {
                open.reset()
            }
            stem = Letters.introduces(upTo: block.span.end, in: document.text) ? index : nil
        }
    }

    /// An item that brings its number in its text has no other: the list is shown without numbers.
    private func takeOwnNumber(of index: Int, in document: inout Document, _ parser: EnumeratorParser) {
        let block = document.blocks[index]
        let numbers = parser.enumerators(in: block.span.range, allowBare: false)
        guard let first = numbers.first, let last = numbers.last, last.contentStart < block.span.end else { return }
        // "A. Smith" is somebody in a list as well.
        if first.style == .dot {
            guard case .decimal = first.readings.first?.base else { return }
        }
        let span = TextSpan(last.contentStart, block.span.end)
        document.blocks[index].number = document.string(TextSpan(first.range.lowerBound, last.range.upperBound))
        document.blocks[index].span = span
        document.blocks[index].source = document.sourceSpan(of: span)
    }

    /// Whether what looks like a number is one: digits, what stands in brackets, or letters that begin or continue a list;
    /// sections go on counting where a part begins. "A. Smith" is somebody.
    private static func isNumber(_ number: Enumerator, in open: EnumeratorStack) -> Bool {
        if number.style == .brackets { return true }
        if number.style == .dot, case .decimal = number.readings.first?.base { return true }
        let isCapital = number.readings.contains { $0.base == .upperLetter }
        return open.isInOrder(number) && !(isCapital && number.style == .dot)
    }
}
