import TextModel

/// What the names and links of elements say about the blocks within.
struct PageRegions {
    private var reasons: [Boilerplate?]
    private let weights: PageWeights

    /// Judges the elements of a page.
    init(_ outline: PageOutline, _ words: RegionWords, _ sums: ElementSums, _ weights: PageWeights) {
        self.weights = weights
        let limit = weights.largestRegion * Float(max(1, sums.prose[0]))
        let ignored = Self.ignoredWords(outline, words, sums, limit: limit)
        reasons = [Boilerplate?](repeating: nil, count: outline.elements.count)
        for index in outline.elements.indices.dropFirst() {
            let element = outline.elements[index]
            reasons[index] = reasons[Int(element.parent)]
            guard reasons[index] == nil, Float(sums.prose[index]) <= limit else { continue }
            if element.word != 0, !ignored[Int(element.word)] {
                reasons[index] = words.reasons[Int(element.word)]
            } else if Self.isLinkList(index, sums, weights) {
                reasons[index] = .links
            }
        }
    }

    /// The reason that holds for everything in the block's element, or for the block by what it is.
    func reason(of block: PageBlock) -> Boilerplate? {
        if let reason = reasons[block.element] { return reason }
        if block.kind == .code, block.signShare > weights.codeSigns { return .code }
        let isControl =
            block.controlShare > weights.linkOnly && block.words < weights.controlWords && block.headingLevel == 0
        return isControl ? .control : nil
    }

    /// The reason why a block within the text is none of it.
    func ownReason(of block: PageBlock) -> Boilerplate? {
        block.linkShare > weights.linkOnly && block.words < weights.shortLink ? .links : nil
    }

    /// Words that this page uses against custom: what they name, all together, is too much of the prose.
    private static func ignoredWords(
        _ outline: PageOutline, _ words: RegionWords, _ sums: ElementSums, limit: Float
    ) -> [Bool] {
        var prose = [Int](repeating: 0, count: words.reasons.count)
        var isNamed = [Bool](repeating: false, count: outline.elements.count)
        for index in outline.elements.indices.dropFirst() {
            let element = outline.elements[index]
            isNamed[index] = isNamed[Int(element.parent)]
            guard element.word != 0, !isNamed[index] else { continue }
            isNamed[index] = true
            prose[Int(element.word)] += sums.prose[index]
        }
        return prose.map { Float($0) > limit }
    }

    private static func isLinkList(_ element: Int, _ sums: ElementSums, _ weights: PageWeights) -> Bool {
        sums.blocks[element] >= weights.listBlocks
            && sums.linked[element] > weights.listLinks * Float(sums.words[element])
            && sums.words[element] < weights.listWords * sums.blocks[element]
    }
}
