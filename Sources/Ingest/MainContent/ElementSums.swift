import TextModel

/// Sums over the blocks within each element of a page.
struct ElementSums {
    /// Words of prose.
    private(set) var prose: [Int]
    /// Words.
    private(set) var words: [Int]
    /// Words within links.
    private(set) var linked: [Float]
    /// Blocks.
    private(set) var blocks: [Int]
    private var worth: [Float]

    /// Adds up what needs no judgement.
    init(_ outline: PageOutline, _ blocks: [PageBlock], _ weights: PageWeights) {
        let count = outline.elements.count
        prose = [Int](repeating: 0, count: count)
        words = prose
        self.blocks = prose
        linked = [Float](repeating: 0, count: count)
        worth = linked
        for block in blocks {
            if block.isProse(weights) { prose[block.element] += block.words }
            words[block.element] += block.words
            linked[block.element] += Float(block.words) * block.linkShare
            self.blocks[block.element] += 1
        }
        for element in stride(from: count - 1, to: 0, by: -1) {
            let parent = Int(outline.elements[element].parent)
            prose[parent] += prose[element]
            words[parent] += words[element]
            linked[parent] += linked[element]
            self.blocks[parent] += self.blocks[element]
        }
    }

    /// Adds up what the blocks are worth for being the text of the page.
    mutating func addWorth(_ blocks: [PageBlock], _ reasons: [Boilerplate?], _ weights: PageWeights) {
        for (block, reason) in zip(blocks, reasons) {
            let words = Float(block.words)
            if reason != nil {
                worth[block.element] -= weights.regionCost * min(words, 10)
            } else if block.linkShare > 0.5 {
                worth[block.element] +=
                    block.words < weights.longLink ? -weights.linkCost * words : weights.longLinkWorth * words
            } else if block.words >= weights.worthyWords {
                worth[block.element] += min(words, Float(weights.greatestWorth))
            }
        }
    }

    /// The element that holds the text.
    func mainElement(_ outline: PageOutline, _ weights: PageWeights) -> Int {
        let total = Float(max(1, prose[0]))
        let main = outline.elements.indices.first {
            outline.elements[$0].isMain && Float(prose[$0]) >= weights.mainShare * total
        }
        if let main { return main }
        var sums = worth
        for element in stride(from: sums.count - 1, to: 0, by: -1) {
            sums[Int(outline.elements[element].parent)] += sums[element]
        }
        var best = 0
        for element in sums.indices where sums[element] > sums[best] { best = element }
        return best
    }

    /// Which elements are `best` or within it.
    func isInside(best: Int, _ outline: PageOutline) -> [Bool] {
        var isInside = [Bool](repeating: false, count: outline.elements.count)
        isInside[best] = true
        for element in outline.elements.indices.dropFirst(best + 1) {
            isInside[element] = isInside[Int(outline.elements[element].parent)]
        }
        return isInside
    }
}
