/// Which passages that were removed are compared with one that was added, to see whether it was moved.
///
/// All of them, unless that would be too many comparisons: then those with the same text, and as many near it in order.
struct MoveCandidates {
    private let count: Int
    private let added: Int
    private let reach: Int
    private let placesByText: [String: [Int]]

    /// Takes the texts of what was removed, how many passages were added, and how many comparisons are made.
    init(_ removed: [String], added: Int, limit: Int) {
        count = removed.count
        self.added = added
        reach = removed.count * added <= limit ? removed.count : limit / added
        placesByText = reach < count ? Dictionary(grouping: removed.indices) { removed[$0] } : [:]
    }

    /// Places among what was removed, ascending, for the added passage of a place and text.
    func places(near place: Int, of text: String) -> [Int] {
        guard reach < count else { return Array(0..<count) }
        let middle = place * count / added
        let near = max(0, middle - reach / 2)..<min(count, middle + reach / 2 + 1)
        // Of passages with the same text, one is as good as another: more than there are near ones are not tried.
        let same = (placesByText[text] ?? []).lazy.filter { !near.contains($0) }.prefix(max(reach, 1))
        return (Array(same) + near).sorted()
    }
}
