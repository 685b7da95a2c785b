/// Brings the decisions of two files together, by what they had in common where that is known.
///
/// Events are only ever added, so most merges are a union. With a base, an event that one side dropped stays dropped,
/// and one that a single side edited keeps that edit. Where both sides edited an event in different ways, or one
/// edited what the other dropped, nothing is chosen: the event is listed, and both texts of it are kept apart.
package struct DecisionMerge: Sendable {
    /// An event that the two sides left in states which cannot both hold.
    package struct Collision: Sendable, Hashable {
        /// Its name.
        package let id: String
        /// As the first side has it; `nil` when it dropped it.
        package let ours: DecisionEvent?
        /// As the second side has it.
        package let theirs: DecisionEvent?
    }

    /// What both sides agree on, with everything that only one of them touched.
    package let merged: DecisionFile
    /// What somebody has to look at; none of it is in ``merged``, unless a base had it, which then holds.
    package let collisions: [Collision]

    /// Merges two files.
    package init(base: DecisionFile?, ours: DecisionFile, theirs: DecisionFile) {
        let known = Self.byName(base?.events ?? [])
        let first = Self.byName(ours.events)
        let second = Self.byName(theirs.events)
        var events: [DecisionEvent] = []
        var collisions: [Collision] = []
        for id in Set(known.keys).union(first.keys).union(second.keys).sorted() {
            let (before, left, right) = (known[id], first[id], second[id])
            let result: DecisionEvent?
            if left == right {
                result = left
            } else if let before {
                if left == before {
                    result = right
                } else if right == before {
                    result = left
                } else {
                    collisions.append(Collision(id: id, ours: left, theirs: right))
                    result = before
                }
            } else if left == nil || right == nil {
                result = left ?? right
            } else {
                collisions.append(Collision(id: id, ours: left, theirs: right))
                result = nil
            }
            if let result { events.append(result) }
        }
        let documents = ours.documents.merging(theirs.documents) { first, second in first.isEmpty ? second : first }
        merged = DecisionFile(distinct: events.sorted(by: DecisionEvent.isEarlier), documents: documents)
        self.collisions = collisions
    }

    private static func byName(_ events: [DecisionEvent]) -> [String: DecisionEvent] {
        Dictionary(events.map { ($0.id, $0) }) { first, _ in first }
    }
}
