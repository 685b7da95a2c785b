internal import Lexicons

/// A set of facts in one word, so that asking every rule about every mention costs little.
struct FactSet: Sendable, Hashable, ExpressibleByArrayLiteral {
    private var bits: UInt64 = 0

    /// A set of these facts.
    init(_ facts: [Fact]) { for fact in facts { insert(fact) } }
    init(arrayLiteral facts: Fact...) { self.init(facts) }

    /// Whether no fact is in the set.
    var isEmpty: Bool { bits == 0 }
    /// Whether the fact is in the set.
    func contains(_ fact: Fact) -> Bool { bits & Self.bit(fact) != 0 }
    /// Whether all facts of `other` are in the set.
    func isSuperset(of other: FactSet) -> Bool { bits & other.bits == other.bits }
    /// Whether the two share no fact.
    func isDisjoint(with other: FactSet) -> Bool { bits & other.bits == 0 }
    /// The facts that both have.
    func intersection(_ other: FactSet) -> FactSet {
        var result = self
        result.bits &= other.bits
        return result
    }

    private static func bit(_ fact: Fact) -> UInt64 { 1 << UInt64(fact.rawValue) }

    /// Adds a fact.
    mutating func insert(_ fact: Fact) { bits |= Self.bit(fact) }
    /// Takes a fact out.
    mutating func remove(_ fact: Fact) { bits &= ~Self.bit(fact) }
}
