import TextModel

/// Sums over the blocks within each element of a page.
struct ElementSums {
    private var sums: [ElementSum]
    private var worth: [Float]

    /// Adds up what needs no judgement.
    init(_ outline: PageOutline, _ blocks: [PageBlock], _ weights: PageWeights) {
        let count = outline.elements.count
        sums = [ElementSum](repeating: ElementSum(), count: count)
        worth = [Float](repeating: 0, count: count)
        var soFar = 0
        for block in blocks {
            let isProse = block.isProse(weights)
            if isProse { soFar += block.words }
            sums[block.element].take(block, isProse: isProse, soFar: soFar, weights)
        }
        for element in stride(from: count - 1, to: 0, by: -1) {
            let sum = sums[element]
            if sum.blocks > 0 { sums[Int(outline.elements[element].parent)].take(sum, weights) }
        }
    }

    /// What the blocks within an element come to.
    subscript(element: Int) -> ElementSum { sums[element] }

    /// Words of prose on the page.
    var prose: Int { Int(sums[0].prose) }

    /// Whether an element is a list of cards after the text of the page.
    func isCardList(_ element: Int, _ weights: PageWeights) -> Bool {
        sums[element].holdsCards(weights)
            && Float(sums[0].prose - sums[element].soFar) <= weights.cardEnd * Float(sums[0].prose)
    }

    /// Whether the page has so much text beside its lists of cards that they only point elsewhere.
    func hasPointers(_ weights: PageWeights) -> Bool {
        var all = 0
        var text = prose
        for element in sums.indices where isCardList(element, weights) {
            all += Int(sums[element].cardWords)
            text -= Int(sums[element].cardProse)
        }
        return all > 0 && Float(text) >= weights.cardRatio * Float(all)
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
        let total = Float(max(1, prose))
        let main = outline.elements.indices.first {
            outline.elements[$0].isMain && Float(sums[$0].prose) >= weights.mainShare * total
        }
        if let main { return main }
        var worths = worth
        for element in stride(from: worths.count - 1, to: 0, by: -1) {
            worths[Int(outline.elements[element].parent)] += worths[element]
        }
        var best = 0
        for element in worths.indices where worths[element] > worths[best] { best = element }
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
