internal import Lexicons

/// A set of facts in one word, so that asking every rule about every mention costs little.
struct FactSet: Sendable, Hashable, ExpressibleByArrayLiteral {
    private var bits: UInt64 = 0

    private static let bit: [Fact: UInt64] = Dictionary(
        uniqueKeysWithValues: Fact.allCases.enumerated().map { ($0.element, UInt64(1) << UInt64($0.offset)) })

    /// A set of these facts.
    init(_ facts: [Fact]) { for fact in facts { insert(fact) } }
    init(arrayLiteral facts: Fact...) { self.init(facts) }

    /// Whether no fact is in the set.
    var isEmpty: Bool { bits == 0 }
    /// Whether the fact is in the set.
    func contains(_ fact: Fact) -> Bool { bits & Self.bit[fact, default: 0] != 0 }
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

    /// Adds a fact.
    mutating func insert(_ fact: Fact) { bits |= Self.bit[fact, default: 0] }
    /// Takes a fact out.
    mutating func remove(_ fact: Fact) { bits &= ~Self.bit[fact, default: 0] }
}
