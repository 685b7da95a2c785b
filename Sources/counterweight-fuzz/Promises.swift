internal import TextModel

/// What holds for every document, however broken its file.
struct Promises {
    private let document: Document

    init(_ document: Document) { self.document = document }

    /// Stops the program at the first promise that is broken.
    func check() {
        precondition(String(validating: document.text, as: UTF8.self) != nil, "the text is not valid UTF-8")
        var end = 0
        for (index, block) in document.blocks.enumerated() {
            precondition(block.span.start >= end && block.span.count > 0, "blocks overlap or are empty")
            precondition(block.span.end <= document.text.count, "a block ends after the text")
            precondition(block.heading.map { $0 < index } ?? true, "a heading stands below its block")
            precondition(block.parent.map { $0 < index } ?? true, "a stem stands below its block")
            end = block.span.end
            checkSource(of: block)
        }
        for offset in stride(from: 0, to: document.text.count, by: 7) {
            let place = document.map.source(of: TextSpan(offset, offset))
            precondition(place.upperBound <= document.source.bytes.count, "a position lies outside the file")
        }
    }

    private func checkSource(of block: Block) {
        let decoded = document.map.source(of: block.span)
        precondition(decoded.upperBound <= document.source.bytes.count, "a block comes from outside the file")
        precondition(document.source.original(decoded) == block.source, "a block and the map disagree")
    }
}
