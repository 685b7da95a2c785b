package import GRDB
package import Review
internal import TextModel

/// What several people do to a store at once: decide, take back, talk, write pages.
///
/// Every change says which state its author saw. Where somebody was faster, nothing is written and the author is told,
/// so that no decision replaces one that was never read. Each change is one transaction with its line in the log of
/// who did what. The functions work inside a transaction that the caller opens.
package struct ReviewDesk: Sendable {
    /// How a change ended.
    package enum Outcome: Sendable, Hashable {
        /// It was written.
        case done
        /// The same change is there already: it was sent twice.
        case known
        /// Somebody was faster; the newest state.
        case conflict(String)
        /// It cannot be written, and why.
        case refused(String)
    }

    /// A decision as somebody makes it.
    package struct Decision: Sendable {
        /// Names the event; the same name sent twice is written once.
        package let id: String
        /// What is done.
        package let kind: DecisionEvent.Kind
        /// The document.
        package let path: String
        /// The finding's name.
        package let fingerprint: String
        /// The last event about the finding that the author saw, or empty for none.
        package let seen: String
        /// What goes with it: `reason`, `text`, `band`, `undoes`.
        package let details: [String: String]

        package init(
            id: String, kind: DecisionEvent.Kind, path: String, fingerprint: String, seen: String,
            details: [String: String]
        ) {
            self.id = id
            self.kind = kind
            self.path = path
            self.fingerprint = fingerprint
            self.seen = seen
            self.details = details
        }
    }

    package init() {}

    /// Writes a decision about a finding of the current version of a document.
    package func decide(_ decision: Decision, by reviewer: String, at time: String, in database: Database) throws
        -> Outcome
    {
        let path = decision.path
        if let known = try StoredEvents.event(named: decision.id, in: database) {
            let isSame =
                known.kind == decision.kind && known.reviewer == reviewer && known.path == path
                && known.fingerprint == decision.fingerprint
            return isSame ? .known : .refused("the id \(decision.id) names another event")
        }
        guard
            let finding = try Row.fetchOne(
                database,
                sql: """
                    SELECT f.rule, f.band, f.text, f.source_start, f.source_end, d.sha256, d.version_id
                    FROM findings f JOIN documents d ON d.path = f.path WHERE f.path = ? AND f.fingerprint = ?
                    """, arguments: [path, decision.fingerprint])
        else { return .refused("there is no finding \(decision.fingerprint) in \(path)") }
        let history = try StoredEvents.history(of: path, decision.fingerprint, in: database)
        // What is said never replaces anything, so that only decisions have to know the state.
        if decision.kind != .comment, history.last(where: { $0.kind != .comment })?.id ?? "" != decision.seen {
            return .conflict(history.last(where: { $0.kind != .comment })?.id ?? "")
        }
        var members: [String: JSONValue] = decision.details.filter { !$0.value.isEmpty }.mapValues(JSONValue.string)
        members["id"] = .string(decision.id)
        members["at"] = .string(time)
        members["by"] = .string(reviewer)
        members["kind"] = .string(decision.kind.rawValue)
        members["rule"] = .string(finding["rule"])
        members["judged"] = .string(finding["band"])
        members["fingerprint"] = .string(decision.fingerprint)
        members["document"] = .object(["path": .string(path), "sha256": .string(finding["sha256"])])
        members["selector"] = .object([
            "type": .string("TextQuoteSelector"), "exact": .string(finding["text"]),
            "position": .object([
                "type": .string("TextPositionSelector"), "start": .number(Double(finding["source_start"] as Int)),
                "end": .number(Double(finding["source_end"] as Int)),
            ]),
        ])
        let event: DecisionEvent
        do throws(DecisionEvent.Malformed) {
            event = try DecisionEvent(.object(members))
        } catch {
            return .refused(error.description)
        }
        if event.kind == .undo {
            guard let undone = history.first(where: { $0.id == event.undoes }), undone.kind != .undo else {
                return .refused("there is no such decision to take back")
            }
            guard event.takesBack(undone) else {
                return .refused("only \(undone.reviewer) can take that back; decide yourself instead")
            }
        }
        _ = try StoredEvents.insert(event, into: database)
        try log(reviewer, decision.kind.rawValue, "\(path)#\(decision.fingerprint)", at: time, in: database)
        return .done
    }

    /// What was done about a finding, oldest first.
    package func history(of path: String, _ fingerprint: String, in database: Database) throws -> [DecisionEvent] {
        try StoredEvents.history(of: path, fingerprint, in: database)
    }

    /// Every event.
    package func events(in database: Database) throws -> [DecisionEvent] { try StoredEvents.all(in: database) }

    /// Adds to the discussion of a rule or a body.
    package func say(_ text: String, about subject: String, by author: String, at time: String, in database: Database)
        throws
        -> Outcome
    {
        guard !text.isEmpty else { return .refused("there are no words") }
        try database.execute(
            sql: "INSERT INTO talk (subject, at, author, text) VALUES (?, ?, ?, ?)",
            arguments: [subject, time, author, text])
        try log(author, "talk", subject, at: time, in: database)
        return .done
    }

    /// Writes the next revision of a page; `base` is the revision that its author started from, 0 for a new page.
    package func write(
        _ text: String, summary: String, to page: String, base: Int, by author: String, at time: String,
        in database: Database
    ) throws -> Outcome {
        let newest =
            try Int.fetchOne(database, sql: "SELECT max(revision) FROM page WHERE name = ?", arguments: [page]) ?? 0
        guard newest == base else { return .conflict(String(newest)) }
        try database.execute(
            sql: "INSERT INTO page (name, revision, at, author, summary, text) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [page, newest + 1, time, author, summary, text])
        try log(author, "page", "\(page), revision \(newest + 1)", at: time, in: database)
        return .done
    }

    /// Notes who did what.
    package func log(_ actor: String, _ action: String, _ subject: String, at time: String, in database: Database)
        throws
    {
        try database.execute(
            sql: "INSERT INTO audit (at, actor, action, subject) VALUES (?, ?, ?, ?)",
            arguments: [time, actor, action, subject])
    }
}
