internal import Lexicons
internal import TextModel

/// The live safeguards of every block, and of the items below it, few for each concept.
///
/// A safeguard in a sentence that holds a control of its own limits that control: "the police may read any message. A page
/// is blocked by order of a court." One in a sentence without a control, or with a pronoun for what was said before, limits
/// all of its passage. A control asks for them once, so neither a list of thousands of items nor a paragraph of thousands of
/// sentences is searched for each of them.
struct SafeguardIndex: Sendable {
    /// Where a safeguard stands and for which controls.
    private struct Place: Hashable {
        let block: Int
        let concept: Int
        /// Concept of the control that it belongs to; `nil` for one that limits its whole passage.
        var control: Int?
    }

    /// Live safeguards of a block, the first of each concept for every control that it belongs to.
    private var inBlock: [Int: [(index: Int, control: Int?)]] = [:]
    /// The blocks that hold any, in order.
    private var holders: [Int] = []
    /// Live safeguards of the items below a block, of each concept from at most two items.
    private(set) var inItems: [Int: [Int]] = [:]

    init(_ candidates: [Candidate], _ index: CandidateIndex, in reading: Reading) {
        var seen: Set<Place> = []
        var items: [Place: Int] = [:]
        var (sentence, controls): (Int?, Set<Int?>) = (nil, [])
        for safeguard in candidates.indices
        where candidates[safeguard].mention.isLive && candidates[safeguard].family == .safeguard {
            let candidate = candidates[safeguard]
            let whole = Place(block: candidate.block, concept: candidate.concept)
            if sentence != candidate.sentence {
                (sentence, controls) = (
                    candidate.sentence, Self.controls(beside: candidate, candidates, index, in: reading)
                )
            }
            for control in controls {
                guard seen.insert(Place(block: whole.block, concept: whole.concept, control: control)).inserted
                else { continue }
                inBlock[whole.block, default: []].append((safeguard, control))
            }
            guard let parent = reading.document.blocks[whole.block].parent else { continue }
            let below = Place(block: parent, concept: whole.concept)
            if items[below, default: 0] < 2 {
                items[below, default: 0] += 1
                if inItems[parent, default: []].last != safeguard { inItems[parent, default: []].append(safeguard) }
            }
        }
        holders = inBlock.keys.sorted()
    }

    /// The blocks of a range that hold a safeguard, in order. Logarithmic in the blocks that do, and linear in the result.
    func blocks(in range: Range<Int>) -> ArraySlice<Int> {
        let first = holders.partitioningIndex { $0 >= range.lowerBound }
        let last = holders.partitioningIndex { $0 >= range.upperBound }
        return holders[first..<last]
    }

    /// Safeguards of a block that limit controls of a concept.
    func safeguards(inBlock block: Int, of control: Int) -> [Int] {
        (inBlock[block] ?? []).filter { $0.control == nil || $0.control == control }.map(\.index)
    }

    /// Concepts of the controls in a safeguard's own sentence; `nil` alone when it limits its whole passage.
    private static func controls(
        beside safeguard: Candidate, _ candidates: [Candidate], _ index: CandidateIndex, in reading: Reading
    ) -> Set<Int?> {
        let refersBack = reading.tokens.tokens(of: safeguard.sentence).contains {
            reading.traits($0).contains(.thirdPerson)
        }
        let own = index.members(ofSentence: safeguard.sentence).filter {
            candidates[$0].family == .control && candidates[$0].mention.isLive
        }
        return refersBack || own.isEmpty ? [nil] : Set(own.map { candidates[$0].concept })
    }
}
