/// The tables of reviews beside ``Schema``: what reviewers did, event by event.
enum ReviewSchema {
    /// Events are added and never changed; `body` is the event as decision files hold it.
    static let events = """
        CREATE TABLE event (
          id TEXT PRIMARY KEY,
          at TEXT NOT NULL,
          reviewer TEXT NOT NULL,
          kind TEXT NOT NULL,
          path TEXT NOT NULL,
          rule TEXT NOT NULL,
          fingerprint TEXT NOT NULL,
          body TEXT NOT NULL
        );
        CREATE INDEX event_finding ON event (path, fingerprint);
        CREATE TRIGGER event_not_changed BEFORE UPDATE ON event BEGIN
          SELECT RAISE (ABORT, 'an event of a review is never changed; add another');
        END;
        CREATE TRIGGER event_not_removed BEFORE DELETE ON event BEGIN
          SELECT RAISE (ABORT, 'an event of a review is never removed; add another');
        END;
        """

    /// Discussions and pages that people write beside their decisions, and who did what. None of it is ever changed.
    static let talk = """
        CREATE TABLE talk (
          id INTEGER PRIMARY KEY,
          subject TEXT NOT NULL,
          at TEXT NOT NULL,
          author TEXT NOT NULL,
          text TEXT NOT NULL
        );
        CREATE INDEX talk_subject ON talk (subject);
        CREATE TABLE page (
          name TEXT NOT NULL,
          revision INTEGER NOT NULL,
          at TEXT NOT NULL,
          author TEXT NOT NULL,
          summary TEXT NOT NULL,
          text TEXT NOT NULL,
          PRIMARY KEY (name, revision)
        );
        CREATE TABLE audit (
          id INTEGER PRIMARY KEY,
          at TEXT NOT NULL,
          actor TEXT NOT NULL,
          action TEXT NOT NULL,
          subject TEXT NOT NULL
        );
        """ + unchanging(["talk", "page", "audit"])

    private static func unchanging(_ tables: [String]) -> String {
        tables.map { table in
            ["UPDATE", "DELETE"].map { change in
                """

                CREATE TRIGGER \(table)_no_\(change.lowercased()) BEFORE \(change) ON \(table) BEGIN
                  SELECT RAISE (ABORT, 'what was written in \(table) is never changed; add to it');
                END;
                """
            }.joined()
        }.joined()
    }
}
