internal import Lexicons
internal import TextModel

/// Where facts were seen first.
///
/// A passage shows a handful of facts, so a list is found through sooner than a dictionary.
struct FactPlaces: Sendable {
    private var seen: FactSet = []
    private var places: [(fact: Fact, span: TextSpan)] = []

    /// Where a fact was seen; `nil` when it was not.
    subscript(fact: Fact) -> TextSpan? {
        guard seen.contains(fact) else { return nil }
        return places.first { $0.fact == fact }?.span
    }

    /// Notes where a fact was seen, unless it was seen before; the place is worked out only then.
    mutating func note(_ fact: Fact, _ span: @autoclosure () -> TextSpan) {
        guard !seen.contains(fact) else { return }
        seen.insert(fact)
        places.append((fact, span()))
    }
}
