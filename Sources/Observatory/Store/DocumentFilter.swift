internal import GRDB

/// Which documents of a store a question is about; what is left open lets every document in.
package struct DocumentFilter: Sendable, Hashable {
    /// Years, both ends included.
    package var years: ClosedRange<Int>?
    /// Countries by name.
    package var countries: Set<String> = []
    /// Bodies by name.
    package var bodies: Set<String> = []
    /// Collections by name.
    package var collections: Set<String> = []
    /// Kinds by name.
    package var kinds: Set<String> = []
    /// Paths as the store has them.
    package var paths: Set<String> = []

    /// Every document.
    package init() {}

    /// A condition on the view `documents` under the name `d`, with its arguments; documents without a judgement are out.
    var condition: (sql: String, arguments: StatementArguments) { condition(onlyJudged: true) }

    /// As ``condition``, and on demand for documents that could not be judged too.
    func condition(onlyJudged: Bool) -> (sql: String, arguments: StatementArguments) {
        var parts = [onlyJudged ? "d.is_judged" : "TRUE"]
        var arguments = StatementArguments()
        if let years {
            parts.append("d.year BETWEEN ? AND ?")
            arguments += [years.lowerBound, years.upperBound]
        }
        for (column, names) in [
            ("country", countries), ("body", bodies), ("collection", collections), ("kind", kinds), ("path", paths),
        ] where !names.isEmpty {
            parts.append("d.\(column) IN (\(names.map { _ in "?" }.joined(separator: ", ")))")
            arguments += StatementArguments(names.sorted())
        }
        return (parts.joined(separator: " AND "), arguments)
    }
}
