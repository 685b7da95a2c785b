internal import TextModel

/// The live safeguards of every block, and of the items below it, few for each concept.
///
/// A control asks for them once, so a list of thousands of items must not be searched for each of its items.
struct SafeguardIndex: Sendable {
    /// Live safeguards of a block, the first of each concept.
    private(set) var inBlock: [Int: [Int]] = [:]
    /// Live safeguards of the items below a block, of each concept from at most two items.
    private(set) var inItems: [Int: [Int]] = [:]

    private struct Place: Hashable {
        let block: Int
        let concept: Int
    }

    init(_ candidates: [Candidate], in document: Document) {
        var seen: Set<Place> = []
        var items: [Place: Int] = [:]
        for index in candidates.indices where candidates[index].mention.isLive && candidates[index].family == .safeguard
        {
            let place = Place(block: candidates[index].block, concept: candidates[index].concept)
            guard seen.insert(place).inserted else { continue }
            inBlock[place.block, default: []].append(index)
            guard let parent = document.blocks[place.block].parent else { continue }
            let below = Place(block: parent, concept: place.concept)
            if items[below, default: 0] < 2 {
                items[below, default: 0] += 1
                inItems[parent, default: []].append(index)
            }
        }
    }
}
