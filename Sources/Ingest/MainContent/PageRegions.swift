import TextModel

/// What the names and links of elements say about the blocks within.
struct PageRegions {
    private var reasons: [Boilerplate?]
    private let weights: PageWeights

    /// Judges the elements of a page.
    init(_ outline: PageOutline, _ words: RegionWords, _ sums: ElementSums, _ weights: PageWeights) {
        self.weights = weights
        let total = Float(max(1, sums.prose))
        let limit = weights.largestRegion * total
        let remarks = max(limit, total - weights.leastText)
        // A dialog that asks for consent may have more words than a short text.
        let overlay = max(limit, weights.largestOverlay * total)
        let ignored = Self.ignoredWords(outline, words, sums) { word in
            words.isOverlay(word) ? overlay : words.reasons[Int(word)] == .comments ? remarks : limit
        }
        let hasPointers = sums.hasPointers(weights)
        reasons = [Boilerplate?](repeating: nil, count: outline.elements.count)
        for index in outline.elements.indices.dropFirst() {
            let element = outline.elements[index]
            reasons[index] = reasons[Int(element.parent)]
            guard reasons[index] == nil else { continue }
            let prose = Float(sums[index].prose)
            if element.word != 0, !ignored[Int(element.word)] {
                let reason = words.reasons[Int(element.word)]
                let own = words.isOverlay(element.word) ? overlay : reason == .comments ? remarks : limit
                if prose <= own { reasons[index] = reason }
            } else if prose <= limit {
                if sums[index].isLinkList(weights) {
                    reasons[index] = .links
                } else if hasPointers, sums.isCardList(index, weights) {
                    reasons[index] = .related
                }
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
        let isLink = block.linkShare > weights.linkOnly && block.words < weights.shortLink
        return isLink && block.headingLevel == 0 ? .links : nil
    }

    /// Words that this page uses against custom: what they name, all together, is too much of the prose.
    private static func ignoredWords(
        _ outline: PageOutline, _ words: RegionWords, _ sums: ElementSums, limit: (UInt16) -> Float
    ) -> [Bool] {
        var prose = [Int](repeating: 0, count: words.reasons.count)
        var isNamed = [Bool](repeating: false, count: outline.elements.count)
        for index in outline.elements.indices.dropFirst() {
            let element = outline.elements[index]
            isNamed[index] = isNamed[Int(element.parent)]
            guard element.word != 0, !isNamed[index] else { continue }
            isNamed[index] = true
            prose[Int(element.word)] += Int(sums[index].prose)
        }
        return prose.indices.map { Float(prose[$0]) > limit(UInt16($0)) }
    }
}
