internal import Lexicons
public import TextModel

/// Says of a clause what ended it: the page of ``Reading/clause(around:in:)`` that people read.
struct ScopeReader: Sendable {
    private let reading: Reading

    init(_ reading: Reading) { self.reading = reading }

    /// The scope of a candidate.
    func scope(of candidate: Candidate) -> Scope {
        let clause = candidate.clause
        let whole = reading.tokens.tokens(of: candidate.sentence)
        return Scope(
            span: reading.tokens.span(of: clause),
            begin: clause.lowerBound == whole.lowerBound
                ? Scope.Limit(kind: .sentence, span: nil)
                : limit(terminator(in: candidate) { $0.tokens.upperBound == clause.lowerBound }, at: clause.lowerBound),
            end: clause.upperBound == whole.upperBound
                ? Scope.Limit(kind: .sentence, span: nil)
                : limit(terminator(in: candidate) { $0.tokens.lowerBound == clause.upperBound }, at: clause.upperBound))
    }

    private func terminator(in candidate: Candidate, _ isThere: (CueMatch) -> Bool) -> CueMatch? {
        reading.cues[candidate.sentence].first { $0.role == .terminator && isThere($0) }
    }

    /// The terminator, or the signs before a token.
    private func limit(_ terminator: CueMatch?, at token: Int) -> Scope.Limit {
        if let terminator {
            return Scope.Limit(kind: .terminator, span: reading.tokens.span(of: terminator.tokens))
        }
        let before = Int(reading.tokens.list[token - 1].end)
        return Scope.Limit(
            kind: .punctuation, span: TextSpan(before, max(before, Int(reading.tokens.list[token].start))))
    }
}

extension Judge {
    /// The scopes of the mentions of a document, in the order of its report. Costs as much as reading it again.
    public func scopes(in document: Document) -> [Scope] {
        let reading = read(document)
        let scopes = ScopeReader(reading)
        return MeasureFolder(reading).folded(StanceJudge(reading).candidates()).map(scopes.scope)
    }
}
