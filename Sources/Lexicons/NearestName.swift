/// Finds the name that a misspelt one was probably meant to be.
public struct NearestName: Sendable {
    private let names: [String]

    /// Looks among `names`; of two that are equally near, the earlier is taken.
    public init(among names: [String]) { self.names = names }

    /// The nearest name, when it is near enough to be worth a suggestion.
    ///
    /// Case is ignored. Quadratic in the length of the names.
    public func nearest(to name: String) -> String? {
        let wanted = Array(name.lowercased())
        let ranked = names.map { (name: $0, distance: Self.distance(wanted, Array($0.lowercased()))) }
        guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
        return best.distance <= max(1, best.name.count / 2) ? best.name : nil
    }

    /// Insertions, deletions and replacements that turn one into the other.
    private static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var previous = Array(0...b.count)
        for (row, left) in a.enumerated() {
            var current = [row + 1]
            for (column, right) in b.enumerated() {
                let replaced = previous[column] + (left == right ? 0 : 1)
                current.append(min(replaced, previous[column + 1] + 1, current[column] + 1))
            }
            previous = current
        }
        return previous[b.count]
    }
}
