/// How far reviewers agree on whether findings stand, and where they do not.
package struct ReviewAgreement: Sendable {
    /// Two reviewers and the findings that both decided.
    package struct Pair: Sendable {
        /// The two, in order of their names.
        package let reviewers: (first: String, second: String)
        /// Accepted or dismissed, by the first and by the second.
        package let table: AgreementTable
    }

    /// Every two reviewers that have a finding in common.
    package let pairs: [Pair]
    /// Over all reviewers.
    package let alpha: KrippendorffAlpha
    /// Findings on which reviewers differ: the list for whoever settles them.
    package let disputed: [ReviewState.Entry]

    /// Compares the reviewers of a state.
    package init(_ state: ReviewState) {
        let opinions = state.entries.map { entry in
            entry.opinions.mapValues { $0.isAccepted ? "accepted" : "dismissed" }
        }
        var pairs: [Pair] = []
        for (index, first) in state.reviewers.enumerated() {
            for second in state.reviewers.dropFirst(index + 1) {
                let both = opinions.compactMap { opinion -> (String, String)? in
                    guard let one = opinion[first], let other = opinion[second] else { return nil }
                    return (one, other)
                }
                if !both.isEmpty { pairs.append(Pair(reviewers: (first, second), table: AgreementTable(both))) }
            }
        }
        self.pairs = pairs
        alpha = KrippendorffAlpha(opinions.map { $0.sorted { $0.key < $1.key }.map(\.value) })
        disputed = state.entries.filter(\.isDisputed)
    }
}
