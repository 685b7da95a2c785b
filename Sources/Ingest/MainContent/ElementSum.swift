/// What the blocks within an element of a page come to.
struct ElementSum {
    /// Words of prose.
    var prose: Int32 = 0
    /// Words.
    var words: Int32 = 0
    /// Words within links.
    var linked: Float = 0
    /// Blocks.
    var blocks: Int32 = 0
    /// Words of prose on the page up to the end of the element.
    var soFar: Int32 = 0
    /// Titles that are links.
    var titles: Int32 = 0
    /// Other links and short lines, as stand beside a title in a card.
    var lines: Int32 = 0
    /// Elements directly within that are cards.
    var cards: Int32 = 0
    /// Words of the cards.
    var cardWords: Int32 = 0
    /// Words of prose in the cards.
    var cardProse: Int32 = 0

    /// Takes in a block that stands directly in the element; `soFar` is the prose of the page up to its end.
    mutating func take(_ block: PageBlock, isProse: Bool, soFar: Int, _ weights: PageWeights) {
        let count = Int32(clamping: block.words)
        if isProse { prose += count }
        self.soFar = Int32(clamping: soFar)
        words += count
        linked += Float(block.words) * block.linkShare
        blocks += 1
        guard block.kind != .tableCell else { return }
        if block.linkShare > weights.linkOnly {
            if titles == 0, block.words >= weights.cardTitle { titles = 1 } else { lines += 1 }
        } else if block.words < weights.cardLine {
            lines += 1
        }
    }

    /// Takes in an element directly within.
    mutating func take(_ element: ElementSum, _ weights: PageWeights) {
        prose += element.prose
        words += element.words
        linked += element.linked
        blocks += element.blocks
        soFar = max(soFar, element.soFar)
        titles += element.titles
        lines += element.lines
        guard element.isCard(weights) else { return }
        cards += 1
        cardWords += element.words
        cardProse += element.prose
    }

    /// Whether it is a pointer to another page: a title that is a link, with a few lines more.
    private func isCard(_ weights: PageWeights) -> Bool {
        titles > 0 && titles + lines > 1 && words < weights.cardWords
    }

    /// Whether it is little else than several cards.
    func holdsCards(_ weights: PageWeights) -> Bool {
        cards >= weights.fewestCards && Float(cardWords) >= weights.cardShare * Float(words)
    }

    /// Whether it is a list of links: several blocks, few words to a block, and most of them within links.
    func isLinkList(_ weights: PageWeights) -> Bool {
        blocks >= weights.listBlocks && linked > weights.listLinks * Float(words)
            && Int(words) < weights.listWords * Int(blocks)
    }
}
