import TextModel

/// The blocks that repeat word for word on several pages of one site.
///
/// A site prints its banners, notices and addresses on every page, and names and links do not always tell them. Clauses
/// that several texts share repeat too, and so does nearly everything in the versions of one text. So only what stands
/// before or after all prose of a page's own counts, and nothing does on a page that repeats too much.
struct RepeatedBlocks: Sendable {
    private let hashes: Set<UInt64>
    private let weights = PageWeights()

    /// Finds what repeats on at least half of the pages, and on three; `nil` when nothing does.
    init?(pages: [Document]) {
        var counts: [UInt64: Int] = [:]
        for page in pages {
            for hash in Set(page.blocks.indices.map { Self.hash(page, $0) }) { counts[hash, default: 0] += 1 }
        }
        let fewest = max(weights.fewestPages, (pages.count + 1) / 2)
        hashes = Set(counts.filter { $0.value >= fewest }.keys)
        if hashes.isEmpty { return nil }
    }

    /// Marks the blocks of a page that repeat around its text.
    func mark(_ page: inout Document) {
        var own: (first: Int, last: Int)?
        var repeated: [Int] = []
        var prose = 0
        var ownProse = 0
        for index in page.blocks.indices where page.blocks[index].boilerplate == nil {
            let words = TextMeasure(page.text, page.blocks[index].span.range).words
            let isProse = words >= weights.proseWords
            if isProse { prose += words }
            if hashes.contains(Self.hash(page, index)) {
                repeated.append(index)
            } else if isProse {
                ownProse += words
                own = (own?.first ?? index, index)
            }
        }
        guard let own, Float(prose - ownProse) <= weights.largestRegion * Float(prose) else { return }
        for index in repeated where index < own.first || index > own.last { page.blocks[index].boilerplate = .repeated }
    }

    private static func hash(_ page: Document, _ index: Int) -> UInt64 {
        WordSet.hash(page.text[page.blocks[index].span.range])
    }
}
