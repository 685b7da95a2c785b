internal import GRDB
package import TextModel

/// Finds every use of a term or of concepts, in reports or in a store.
package struct Concordance: Sendable {
    /// What is looked for.
    package enum Subject: Sendable, Hashable {
        /// Words.
        case term(TermPattern)
        /// Concepts by their ids.
        case concepts(Set<String>)
    }

    private let subject: Subject
    private let window: Int
    /// Only uses that count.
    private let onlyLive: Bool
    private let stances: Set<String>

    /// Looks for a subject and keeps so many words on both sides; concepts may be limited to live uses or stances.
    package init(_ subject: Subject, window: Int, onlyLive: Bool = false, stances: Set<String> = []) {
        self.subject = subject
        self.window = window
        self.onlyLive = onlyLive
        self.stances = stances
    }

    /// The lines of one report, in order of their places.
    package func lines(in report: Report) -> [ConcordanceLine] {
        let document = report.document
        switch subject {
        case .term(let pattern):
            return document.blocks.indices.filter { !document.blocks[$0].isBoilerplate }.flatMap { block in
                lines(of: pattern, in: document.string(document.blocks[block].span), document.path, nil, block)
            }
        case .concepts(let ids):
            var passages = ConcordancePassages()
            return report.mentions.filter {
                ids.contains($0.concept) && isWanted($0.isLive, $0.stance.rawValue, $0.family)
            }.map {
                let span = document.blocks[$0.block].span
                let passage = passages.passage($0.block, of: document.path) { document.string(span) }
                return ConcordanceLine(
                    path: document.path, year: nil, block: $0.block, passage: passage,
                    node: ($0.span.start - span.start)..<($0.span.end - span.start), window: window,
                    use: ConcordanceLine.Use(
                        concept: $0.concept, stance: $0.stance.rawValue, isLive: $0.isLive, isolation: $0.isolation))
            }
        }
    }

    /// The lines of a store, by path and place.
    package func lines(in store: Store, _ filter: DocumentFilter) throws(StoreError) -> [ConcordanceLine] {
        try store.read { database in
            switch subject {
            case .term(let pattern): try lines(of: pattern, in: database, filter)
            case .concepts(let ids): try lines(of: ids, in: database, filter)
            }
        }
    }

    private func lines(
        of pattern: TermPattern, in database: Database, _ filter: DocumentFilter
    ) throws -> [ConcordanceLine] {
        var (condition, arguments) = filter.condition
        if let query = pattern.indexQuery {
            condition += " AND b.id IN (SELECT rowid FROM block_text WHERE block_text MATCH ?)"
            arguments += [query]
        }
        var lines: [ConcordanceLine] = []
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT d.path, d.year, b.position, b.text FROM documents d JOIN block b ON b.version_id = d.version_id
                WHERE NOT b.is_boilerplate AND \(condition) ORDER BY d.path, b.position
                """, arguments: arguments)
        while let row = try rows.next() { lines += self.lines(of: pattern, in: row[3], row[0], row[1], row[2]) }
        return lines
    }

    private func lines(
        of ids: Set<String>, in database: Database, _ filter: DocumentFilter
    ) throws -> [ConcordanceLine] {
        let (condition, arguments) = filter.condition
        let marks = ids.map { _ in "?" }.joined(separator: ", ")
        var lines: [ConcordanceLine] = []
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT d.path, d.year, m.block, b.text, m.start, m.text, m.concept, m.stance, m.is_live, m.isolation,
                  c.family
                FROM documents d JOIN mention m ON m.version_id = d.version_id JOIN concept c ON c.id = m.concept
                JOIN block b ON b.version_id = m.version_id AND b.position = m.block
                WHERE \(condition) AND m.concept IN (\(marks)) ORDER BY d.path, m.position
                """, arguments: arguments + StatementArguments(ids.sorted()))
        var passages = ConcordancePassages()
        while let row = try rows.next() {
            let (path, block, start, node): (String, Int, Int, String) = (row[0], row[2], row[4], row[5])
            guard isWanted(row[8], row[7], Family(rawValue: row[10])) else { continue }
            lines.append(
                ConcordanceLine(
                    path: path, year: row[1], block: block, passage: passages.passage(block, of: path) { row[3] },
                    node: start..<(start + node.utf8.count), window: window,
                    use: ConcordanceLine.Use(concept: row[6], stance: row[7], isLive: row[8], isolation: row[9])))
        }
        return lines
    }

    private func lines(
        of pattern: TermPattern, in text: String, _ path: String, _ year: Int?, _ block: Int
    ) -> [ConcordanceLine] {
        let ranges = pattern.ranges(in: text)
        guard !ranges.isEmpty else { return [] }
        let passage = ConcordancePassage(text)
        return ranges.map {
            ConcordanceLine(path: path, year: year, block: block, passage: passage, node: $0, window: window)
        }
    }

    private func isWanted(_ isLive: Bool, _ stance: String, _ family: Family?) -> Bool {
        // A control that is live may still be left to somebody's choice; it counts where it is asserted.
        let counts = isLive && (family != .control || stance == Stance.asserted.rawValue)
        return (counts || !onlyLive) && (stances.isEmpty || stances.contains(stance))
    }
}
