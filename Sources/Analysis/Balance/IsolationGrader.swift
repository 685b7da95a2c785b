internal import Lexicons
internal import TextModel

/// Grades every own-voice value by the place of its nearest live counterweight, 0 to 5.
///
/// 0 same clause or list, 1 same sentence, 2 same passage, 3 same section, 4 elsewhere in the document,
/// 5 nowhere. Security companions (stability, resilience) never count.
struct IsolationGrader: Sendable {
    private let reading: Reading
    private let counterweights: [Int]
    private let candidates: [Candidate]

    init(_ reading: Reading, _ candidates: [Candidate]) {
        self.reading = reading
        self.candidates = candidates
        counterweights = candidates.indices.filter {
            candidates[$0].family == .counterweight && candidates[$0].mention.isLive
        }
    }

    /// Grade and nearest counterweight of a value; the nearest is `nil` for grade 5. Logarithmic in the counterweights.
    func grade(of value: Candidate) -> (grade: Int, nearest: Int?) {
        var best: (grade: Int, distance: Int, index: Int)?
        for index in Array(near(value.tokens.lowerBound)) + inStem(of: value.block) {
            let other = candidates[index]
            let grade = grade(value, other)
            let distance = value.tokens.distance(to: other.tokens)
            if best.map({ (grade, distance) < ($0.grade, $0.distance) }) ?? true { best = (grade, distance, index) }
        }
        return best.map { ($0.grade, $0.index) } ?? (5, nil)
    }

    private func grade(_ value: Candidate, _ other: Candidate) -> Int {
        if value.sentence == other.sentence {
            return value.clause.overlaps(other.clause) || isJoined(value, other) ? 0 : 1
        }
        if value.block == other.block || isStem(value.block, other.block) { return 2 }
        return reading.document.blocks[value.block].heading == reading.document.blocks[other.block].heading ? 3 : 4
    }

    /// Whether a connective of balance joins the two across clauses: "security, while respecting privacy".
    private func isJoined(_ value: Candidate, _ other: Candidate) -> Bool {
        let lower = min(value.tokens.upperBound, other.tokens.upperBound)
        let upper = max(value.tokens.lowerBound, other.tokens.lowerBound)
        return reading.cues[value.sentence].contains {
            $0.role == .balance && $0.tokens.lowerBound >= lower - 1 && $0.tokens.upperBound <= upper + 1
        }
    }

    private func isStem(_ a: Int, _ b: Int) -> Bool {
        reading.document.blocks[a].parent == b || reading.document.blocks[b].parent == a
    }

    /// The last counterweights of the passage that an item hangs on, from which other items may part it.
    private func inStem(of block: Int) -> [Int] {
        guard let stem = reading.document.blocks[block].parent,
            let last = reading.tokens.sentences(of: stem).last
        else { return [] }
        return near(reading.tokens.tokens(of: last).upperBound).filter { candidates[$0].block == stem }
    }

    /// The counterweights around a place, enough on both sides to hold the best grade that order in the text decides.
    private func near(_ token: Int) -> ArraySlice<Int> {
        var low = 0
        var high = counterweights.count
        while low < high {
            let middle = (low + high) / 2
            if candidates[counterweights[middle]].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
        }
        return counterweights[max(0, low - 8)..<min(counterweights.count, low + 8)]
    }
}
