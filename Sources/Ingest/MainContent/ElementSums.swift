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
    /// Elements directly within that are cards, and their words.
    private(set) var cards: [Int]
    private(set) var cardWords: [Int]
    private var cardProse: [Int]
    /// Words of prose up to the end of the element.
    private var soFar: [Int]
    private var worth: [Float]

    /// Adds up what needs no judgement.
    init(_ outline: PageOutline, _ blocks: [PageBlock], _ weights: PageWeights) {
        let count = outline.elements.count
        prose = [Int](repeating: 0, count: count)
        words = prose
        self.blocks = prose
        cards = prose
        cardWords = prose
        cardProse = prose
        soFar = prose
        var sum = 0
        var titles = prose
        var marks = prose
        linked = [Float](repeating: 0, count: count)
        worth = linked
        for block in blocks {
            if block.isProse(weights) {
                prose[block.element] += block.words
                sum += block.words
            }
            soFar[block.element] = sum
            words[block.element] += block.words
            linked[block.element] += Float(block.words) * block.linkShare
            self.blocks[block.element] += 1
            guard block.kind != .tableCell else { continue }
            if block.linkShare > weights.linkOnly {
                if titles[block.element] == 0, block.words >= weights.cardTitle {
                    titles[block.element] += 1
                } else {
                    marks[block.element] += 1
                }
            } else if block.words < weights.cardMark {
                marks[block.element] += 1
            }
        }
        for element in stride(from: count - 1, to: 0, by: -1) {
            let parent = Int(outline.elements[element].parent)
            prose[parent] += prose[element]
            words[parent] += words[element]
            linked[parent] += linked[element]
            self.blocks[parent] += self.blocks[element]
            soFar[parent] = max(soFar[parent], soFar[element])
            titles[parent] += titles[element]
            marks[parent] += marks[element]
            if titles[element] > 0, titles[element] + marks[element] > 1, words[element] < weights.cardWords {
                cards[parent] += 1
                cardWords[parent] += words[element]
                cardProse[parent] += prose[element]
            }
        }
    }

    /// Whether an element is little else than a list of cards.
    func isCardList(_ element: Int, _ weights: PageWeights) -> Bool {
        cards[element] >= weights.fewestCards
            && Float(cardWords[element]) >= weights.cardShare * Float(words[element])
            && Float(prose[0] - soFar[element]) <= weights.cardEnd * Float(prose[0])
    }

    /// Whether the page has so much text beside its lists of cards that they only point elsewhere.
    func hasPointers(_ weights: PageWeights) -> Bool {
        var all = 0
        var text = prose[0]
        for element in cards.indices where isCardList(element, weights) {
            all += cardWords[element]
            text -= cardProse[element]
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
