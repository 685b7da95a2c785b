public import TextModel

extension DocumentStandard {
    /// Counterweights that a document, or a whole corpus, never names though it often names their values; by the order
    /// of the expectations.
    public func absences(in profile: Profile) -> [Absence] {
        expectations.compactMap { expectation in
            let count = expectation.values.reduce(0) { $0 + profile.valuesByConcept[$1, default: 0] }
            let isBalanced = expectation.counterweights.contains {
                profile.counterweightsByConcept[$0, default: 0] > 0
            }
            guard count >= expectation.minimum, !isBalanced else { return nil }
            return Absence(
                id: expectation.id, values: expectation.called, count: count, counterweights: expectation.balancedBy,
                message: "\(expectation.called) \(count) times, \(expectation.balancedBy) never")
        }
    }
}
