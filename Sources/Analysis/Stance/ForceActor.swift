internal import Lexicons
internal import TextModel

/// Who a clause makes act.
extension ForceFinder {
    /// The noun phrase that acts: the last one before the modal, judges and authorities before objects. A pronoun there stands
    /// for the first of its sentence: "if an officer suspects that a person hides a paper, he may".
    func actor(before token: Int, from lower: Int, sentence: Int) -> NounMatch? {
        let start = reading.tokens.tokens(of: sentence).lowerBound
        let isPronoun = token > start && reading.traits(token - 1).contains(.thirdPerson)
        let first = isPronoun ? start : lower
        let nouns = reading.nouns(of: sentence).filter {
            $0.tokens.lowerBound >= first && $0.tokens.upperBound <= token
                && Self.acting.contains(NounClass.allCases[$0.noun])
        }
        if isPronoun { return nouns.first }
        guard let last = nouns.last, NounClass.allCases[last.noun] == .user else { return nouns.last }
        return nouns.last { isDelegate(last, of: $0) } ?? last
    }

    /// Whether a person is named beside an authority as one who acts for it: "the Minister or any person authorised by him".
    private func isDelegate(_ person: NounMatch, of other: NounMatch) -> Bool {
        let between = other.tokens.upperBound..<max(other.tokens.upperBound, person.tokens.lowerBound)
        return NounClass.allCases[other.noun] == .authority && !between.isEmpty && between.count <= Self.articleReach
            && reading.traits(between.lowerBound).contains(.coordinator)
            && (person.tokens.upperBound..<person.tokens.upperBound + Self.delegationReach).contains {
                $0 < reading.tokens.count && reading.traits($0).contains(.thirdPerson)
            }
    }

    /// So many words stand between a person and the authority that sends him: "duly authorised by him".
    private static let delegationReach = 5
    /// So many words join them: "or any".
    private static let articleReach = 2
}
