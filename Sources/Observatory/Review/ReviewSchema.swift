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
}
