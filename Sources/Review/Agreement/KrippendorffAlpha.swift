internal import TextModel

/// Krippendorff's alpha for categories without order: any number of readers, and not everyone has to have read
/// everything.
///
/// A thing that fewer than two readers sorted says nothing about agreement and is left out. The interval is that of a
/// bootstrap over things, drawn with a fixed seed, so that the same decisions always give the same figures.
package struct KrippendorffAlpha: Sendable {
    /// Things that at least two readers sorted.
    package let units: [[String]]
    private static let draws = 1_000

    /// Takes the categories that each thing was given.
    package init(_ units: [[String]]) { self.units = units.filter { $0.count > 1 } }

    /// The figure; `nil` where there is nothing to compare or only one category was used.
    package var value: Double? { Self.alpha(of: tallies) }

    /// The figure with its interval.
    package var estimate: Estimate? {
        let tallies = tallies
        guard let value = Self.alpha(of: tallies) else { return nil }
        var generator = SplitMix(seed: 0x5EED)
        var drawn: [Double] = []
        for _ in 0..<Self.draws {
            let sample = tallies.map { _ in tallies[Int(generator.next() % UInt64(tallies.count))] }
            // A sample with one category only has no disagreement in it.
            drawn.append(Self.alpha(of: sample) ?? 1)
        }
        drawn.sort()
        return Estimate(value: value, low: drawn[Self.draws * 25 / 1_000], high: drawn[Self.draws * 975 / 1_000 - 1])
    }

    /// What a thing adds to the sums: how often each category was given, and its share of the disagreement.
    private struct Tally {
        let counts: [Double]
        let disagreement: Double
    }

    private var tallies: [Tally] {
        let places = Dictionary(uniqueKeysWithValues: Set(units.joined()).sorted().enumerated().map { ($1, $0) })
        return units.map { unit in
            var counts = Array(repeating: 0.0, count: places.count)
            for category in unit.compactMap({ places[$0] }) { counts[category] += 1 }
            let size = Double(unit.count)
            return Tally(
                counts: counts, disagreement: counts.reduce(0) { $0 + $1 * (size - $1) / (size - 1) })
        }
    }

    private static func alpha(of tallies: [Tally]) -> Double? {
        var totals = Array(repeating: 0.0, count: tallies.first?.counts.count ?? 0)
        var disagreement = 0.0
        for tally in tallies {
            disagreement += tally.disagreement
            for category in totals.indices { totals[category] += tally.counts[category] }
        }
        let n = totals.reduce(0, +)
        let expected = totals.reduce(0) { $0 + $1 * (n - $1) }
        guard expected > 0 else { return nil }
        return 1 - (n - 1) * disagreement / expected
    }
}
