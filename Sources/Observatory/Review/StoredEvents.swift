internal import GRDB
package import Review
internal import TextModel

/// What reviewers did, kept in a store event by event. An event is added once and never changed.
package struct StoredEvents: Sendable {
    private let store: Store

    /// Works on a store.
    package init(_ store: Store) { self.store = store }

    /// Every event, in order of time.
    package func all() throws(StoreError) -> [DecisionEvent] {
        try store.read { try Self.all(in: $0) }
    }

    /// Adds events that the store does not have; all of them or none.
    ///
    /// Accepted, dismissed and reopened findings are noted in the table of reviews as well, which the views read.
    /// - Returns: How many were new.
    /// - Throws: ``StoreError`` when an event differs from one of the same name.
    package func add(_ events: [DecisionEvent]) throws(StoreError) -> Int {
        try store.write { database in
            var count = 0
            for event in events where try Self.insert(event, into: database) { count += 1 }
            return count
        }
    }

    /// The findings of the current version of every document that is not forgotten, as places for decisions, and the texts of the documents.
    package func targets() throws(StoreError) -> (targets: [AnchorTarget], texts: [String: String]) {
        try store.read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT d.path, v.sha256, f.rule, f.fingerprint, f.text, b.text AS passage
                    FROM document d JOIN version v ON v.id = d.version_id JOIN finding f ON f.version_id = v.id
                    JOIN block b ON b.version_id = v.id AND b.position = f.block
                    WHERE NOT d.is_forgotten ORDER BY d.path, f.position
                    """)
            let targets = rows.map { row in
                AnchorTarget(
                    subject: DecisionEvent.Subject(
                        path: row["path"], rule: row["rule"], fingerprint: row["fingerprint"]),
                    hash: row["sha256"], quote: QuoteSelector(exact: row["text"], prefix: "", suffix: ""))
            }
            var texts: [String: String] = [:]
            let blocks = try Row.fetchCursor(
                database,
                sql: """
                    SELECT d.path, b.text FROM document d JOIN block b ON b.version_id = d.version_id
                    WHERE NOT d.is_forgotten ORDER BY d.path, b.position
                    """)
            while let row = try blocks.next() { texts[row["path"], default: ""] += (row["text"] as String) + " " }
            return (targets, texts)
        }
    }

    /// Reads events within a transaction.
    static func all(in database: Database) throws -> [DecisionEvent] {
        try String.fetchAll(database, sql: "SELECT body FROM event ORDER BY at, id").map(event)
    }

    /// The event of a name.
    static func event(named id: String, in database: Database) throws -> DecisionEvent? {
        try String.fetchOne(database, sql: "SELECT body FROM event WHERE id = ?", arguments: [id]).map(event)
    }

    /// What was done about a finding, in the order in which it came in.
    static func history(of path: String, _ fingerprint: String, in database: Database) throws -> [DecisionEvent] {
        try String.fetchAll(
            database, sql: "SELECT body FROM event WHERE path = ? AND fingerprint = ? ORDER BY rowid",
            arguments: [path, fingerprint]
        ).map(event)
    }

    private static func event(_ body: String) throws -> DecisionEvent {
        try DecisionEvent(JSONParser.value(of: Array(body.utf8)))
    }

    /// Adds one event within a transaction; `false` when it is there already.
    static func insert(_ event: DecisionEvent, into database: Database) throws -> Bool {
        let body = String(decoding: event.value.line, as: UTF8.self)
        if let known = try String.fetchOne(database, sql: "SELECT body FROM event WHERE id = ?", arguments: [event.id])
        {
            guard known == body else {
                throw StoreError("event \(event.id) differs from the one of that name in the store; nothing was added")
            }
            return false
        }
        // An undo is filed with what it takes back.
        let undone = try event.undoes.flatMap { try Self.event(named: $0, in: database) }
        let about = undone ?? event
        try database.execute(
            sql: """
                INSERT INTO event (id, at, reviewer, kind, path, rule, fingerprint, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                event.id, event.at, event.reviewer, event.kind.rawValue, about.path, about.rule, about.fingerprint,
                body,
            ])
        guard try !isSuperseded(event, in: database), let noted = try noted(event, undone: undone, in: database)
        else { return true }
        try database.execute(
            sql: """
                INSERT INTO review (path, fingerprint, decision, reviewer, decided, reason) VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                noted.about.path, noted.about.fingerprint, noted.decision, event.reviewer, event.at, noted.reason,
            ])
        return true
    }

    /// Whether a decision that comes in later was made before another of its reviewer, or is taken back already.
    private static func isSuperseded(_ event: DecisionEvent, in database: Database) throws -> Bool {
        guard event.decides else { return false }
        let history = try history(of: event.path, event.fingerprint, in: database)
        let gone = DecisionEvent.takenBack(in: history)
        return gone.contains(event.id)
            || history.contains {
                $0.decides && $0.reviewer == event.reviewer && !gone.contains($0.id)
                    && DecisionEvent.isEarlier(event, $0)
            }
    }

    /// What the table of reviews says of an event.
    private static func noted(
        _ event: DecisionEvent, undone: DecisionEvent? = nil, in database: Database
    ) throws -> (about: DecisionEvent, decision: String, reason: String)? {
        switch event.kind {
        case .accept: return (event, "confirmed", event.why.isEmpty ? "accepted" : event.why)
        case .dismiss: return (event, "rejected", event.why.isEmpty ? "dismissed" : event.why)
        case .band:
            let name = event.band?.name ?? ""
            return (event, event.band == Band.none ? "rejected" : "confirmed", "band \(name)")
        case .undo:
            guard let undone, undone.decides, event.takesBack(undone) else { return nil }
            // What its author decided before holds again.
            let history = try history(of: undone.path, undone.fingerprint, in: database)
            let gone = DecisionEvent.takenBack(in: history)
            let before = history.filter { $0.decides && $0.reviewer == event.reviewer && !gone.contains($0.id) }
                .max(by: DecisionEvent.isEarlier)
            return try before.flatMap { try noted($0, in: database) } ?? (undone, "reopened", "taken back")
        case .comment, .add: return nil
        }
    }
}
