import TextModel

/// Tells the text of a page from what surrounds it, and marks the rest as boilerplate with its reason.
///
/// Every page of a site repeats its menus, banners and footers, and words such as "security" in them say nothing about
/// the text. Four kinds of evidence tell them apart, none of which depends on a language or a site:
///
/// 1. *Names.* Elements (`nav`), roles (`contentinfo`) and words in class and id (``RegionWords``) say what an element
///    holds. Pages use such words loosely, so a word that names much of the page's running text is ignored; readers may
///    write more than the page, though, as long as some text is left.
/// 2. *Links.* An element with several blocks, most of whose words are links and few to a block, is a list of links. So
///    is one of several cards, each a title that is a link with a few lines more, after the text of the page.
/// 3. *Place.* Every block is worth its words if it is prose, and costs them if it is a short link or named as
///    boilerplate. The element of the greatest sum holds the text; `main` does where it has half of the prose. What
///    is outside goes.
/// 4. *Neighbours.* The last main heading before the text belongs to it. A heading whose own text went goes too. Lines
///    that are all link are teasers, unless the page has little else.
///
/// All sums go from each element to the one around it, in one pass over two flat lists: time is linear in the page. The
/// few thresholds are in ``PageWeights``. If nothing would be left, nothing is marked.
struct MainContent {
    private let outline: PageOutline
    private let words: RegionWords
    private let weights = PageWeights()

    /// Takes what was recorded while the page was read.
    init(_ outline: PageOutline, words: RegionWords) {
        self.outline = outline
        self.words = words
    }

    /// Marks the blocks of the page.
    func mark(_ document: inout Document) {
        guard outline.isPage, outline.passages.count == document.blocks.count else { return }
        let blocks = measuredBlocks(of: document)
        var sums = ElementSums(outline, blocks, weights)
        let regions = PageRegions(outline, words, sums, weights)
        var reasons = blocks.indices.map { regions.reason(of: blocks[$0]) }
        sums.addWorth(blocks, reasons, weights)
        let isInside = sums.isInside(best: sums.mainElement(outline, weights), outline)
        for index in blocks.indices where reasons[index] == nil {
            reasons[index] = isInside[blocks[index].element] ? regions.ownReason(of: blocks[index]) : .outside
        }
        dropTeasers(blocks, &reasons)
        keepTitle(blocks, isInside, &reasons)
        dropEmptyHeadings(blocks, &reasons)
        guard reasons.contains(nil) else { return }
        for index in reasons.indices { document.blocks[index].boilerplate = reasons[index] }
    }

    private func measuredBlocks(of document: Document) -> [PageBlock] {
        document.blocks.indices.map { index in
            let (span, kind) = (document.blocks[index].span, document.blocks[index].kind)
            let passage = outline.passages[index]
            let measure = TextMeasure(document.text, span.range)
            let count = Float(max(1, span.count))
            return PageBlock(
                element: Int(passage.element), words: measure.words, linkShare: Float(passage.linked) / count,
                controlShare: Float(passage.pressed) / count, signShare: Float(measure.signs) / count,
                kind: kind, headingLevel: kind == .heading ? document.blocks[index].level : 0,
                isNamedHeadline: outline.elements[Int(passage.element)].isHeadline)
        }
    }

    /// Blocks that are all link point elsewhere, however long, but for titles of a listing; on a page that is mostly such
    /// blocks they are the text.
    private func dropTeasers(_ blocks: [PageBlock], _ reasons: inout [Boilerplate?]) {
        var teasers = 0
        var prose = 0
        for (block, reason) in zip(blocks, reasons) where reason == nil {
            if block.linkShare > weights.linkOnly {
                teasers += block.words
            } else if block.linkShare < weights.proseLinks {
                prose += block.words
            }
        }
        guard teasers < prose * weights.teaserRatio else { return }
        let isListing = isListing(blocks, reasons)
        for index in blocks.indices where reasons[index] == nil && blocks[index].linkShare > weights.linkOnly {
            if blocks[index].headingLevel == 0 || !isListing { reasons[index] = .links }
        }
    }

    /// Whether most of the text stands under headings that are links: those are titles of it, and not pointers elsewhere.
    private func isListing(_ blocks: [PageBlock], _ reasons: [Boilerplate?]) -> Bool {
        var isUnderLink = false
        var under = 0
        for (block, reason) in zip(blocks, reasons) where reason == nil {
            if block.headingLevel > 0 {
                isUnderLink = block.linkShare > weights.linkOnly
            } else if block.linkShare < weights.proseLinks {
                under += isUnderLink ? block.words : -block.words
            }
        }
        return under > 0
    }

    /// The heading above the element that holds the text, when none is within.
    private func keepTitle(_ blocks: [PageBlock], _ isInside: [Bool], _ reasons: inout [Boilerplate?]) {
        let isTitled = blocks.indices.contains { blocks[$0].isTitle && reasons[$0] == nil }
        guard !isTitled, let first = blocks.firstIndex(where: { isInside[$0.element] }) else { return }
        let title = blocks[..<first].lastIndex { $0.isTitle }
        if let title, reasons[title] == .outside { reasons[title] = nil }
    }

    /// A heading goes with its text, when all of that went.
    private func dropEmptyHeadings(_ blocks: [PageBlock], _ reasons: inout [Boilerplate?]) {
        var lost: Boilerplate?
        var isKept = false
        for index in blocks.indices.reversed() {
            // A heading that went is like the text that went below the one above it.
            guard blocks[index].isHeadline(weights), reasons[index] == nil else {
                if reasons[index] == nil { isKept = true } else if blocks[index].words > 0 { lost = reasons[index] }
                continue
            }
            if !isKept, !blocks[index].isTitle { reasons[index] = lost }
            lost = nil
            isKept = false
        }
    }
}
