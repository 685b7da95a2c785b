import TextModel

/// Counts over the findings that are shown and over all credits.
enum Tally {
    /// Findings by band and the passages that they are in, worst first, without empty bands.
    static func bands(of dossiers: [Dossier]) -> [(band: Band, count: Int, passages: Int)] {
        Band.allCases.reversed().compactMap { band in
            let count = dossiers.reduce(0) { $0 + $1.findings.count { $0.band == band } }
            return count > 0 ? (band, count, passages(of: dossiers) { $0.band == band }) : nil
        }
    }

    /// How many passages have such a finding.
    static func passages(of dossiers: [Dossier], where fits: (Finding) -> Bool = { _ in true }) -> Int {
        dossiers.reduce(0) { $0 + Set($1.findings.filter(fits).map(\.block)).count }
    }

    /// Findings by rule, in order of the ids.
    static func rules(of dossiers: [Dossier]) -> [(id: String, name: String, count: Int)] {
        count(dossiers.flatMap { $0.findings.map { ($0.rule, $0.name) } })
    }

    /// Credits by id, in order of the ids.
    static func credits(of dossiers: [Dossier]) -> [(id: String, name: String, count: Int)] {
        count(dossiers.flatMap { $0.report.credits.map { ($0.rule, $0.name) } })
    }

    private static func count(_ entries: [(id: String, name: String)]) -> [(
        id: String, name: String, count: Int
    )] {
        var counts: [String: (name: String, count: Int)] = [:]
        for entry in entries { counts[entry.id, default: (entry.name, 0)].count += 1 }
        return counts.map { (id: $0.key, name: $0.value.name, count: $0.value.count) }.sorted {
            $0.id < $1.id
        }
    }
}
