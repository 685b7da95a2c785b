extension ScorecardMeasure {
    /// What series are made of: plain frequencies, then the axes.
    package static let trends: [ScorecardMeasure] =
        [
            frequency("findings", "Findings", "Findings of band moderate or above that no reviewer rejected"),
            frequency("controls", "Controls", "Asserted controls"),
            frequency("values", "Protective values", "Protective values in own voice"),
            frequency("counterweights", "Counterweights", "Live counterweights", higherIsBetter: true),
        ] + all.filter { $0.kind == .axis }

    private static func frequency(
        _ id: String, _ title: String, _ what: String, higherIsBetter: Bool = false
    ) -> ScorecardMeasure {
        ScorecardMeasure(
            id: id, title: title, kind: .frequency, scale: .rate, higherIsBetter: higherIsBetter,
            definition: "\(what), in a thousand own-voice sentences.")
    }
}
