/// Chooses the periods that are compared where nobody says which: those farthest apart that can be compared.
struct ComparablePeriods {
    /// Least share of the own-voice sentences of either period that stands in documents like those of the other.
    static let leastShare = 0.5

    /// Own-voice sentences of each period with text enough, by what makes documents alike.
    private let periods: [(year: Int, groups: [String: Double])]

    /// Looks at the documents of each period. Few documents are no period to compare: one talkative text would be all of it.
    init(_ dated: [Int: [StoredDocument]], _ plan: ScorecardPlan) {
        periods = dated.keys.sorted().compactMap { year in
            let documents = (dated[year] ?? []).filter { $0.count("own-voice-sentences") > 0 }
            guard documents.count >= Bootstrap.leastDocuments else { return nil }
            let groups = documents.reduce(into: [:]) { $0[$1.group, default: 0] += $1.count("own-voice-sentences") }
            return groups.values.reduce(0, +) >= plan.minimumSentences ? (year, groups) : nil
        }
    }

    /// The pair, the earliest of those equally far apart; `nil` where no two have enough documents that are alike. Quadratic in periods.
    var farthest: (from: Int, to: Int)? {
        var best: (from: Int, to: Int)?
        for (index, old) in periods.enumerated() {
            for new in periods[(index + 1)...] where new.year - old.year > best.map({ $0.to - $0.from }) ?? 0 {
                if Self.areAlike(old.groups, new.groups), Self.areAlike(new.groups, old.groups) {
                    best = (old.year, new.year)
                }
            }
        }
        return best
    }

    private static func areAlike(_ own: [String: Double], _ other: [String: Double]) -> Bool {
        let shared = own.reduce(0) { $0 + (other[$1.key] == nil ? 0 : $1.value) }
        return shared >= leastShare * own.values.reduce(0, +)
    }
}

extension StoredDocument {
    /// Documents of the same kind, collection, country and body are alike.
    var group: String { [kind, collection, country, body].map { $0 ?? "" }.joined(separator: "\n") }
}
