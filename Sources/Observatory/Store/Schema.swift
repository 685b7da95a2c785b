internal import GRDB

/// The tables of a store and how they came to be what they are.
///
/// Tables have singular names and hold every version of everything. Views have plural names, show what holds now,
/// and are made for people: a shell, pandas, R or DuckDB needs no other knowledge. A migration that was published is
/// never edited; a change is a new one below it. The page "The store" of the documentation says what each column is.
enum Schema {
    /// Raised with each migration; exports carry it.
    static let version = 10

    /// Every migration, in order.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1: documents, judgements and reviews") { database in
            try database.execute(sql: corpus)
            try database.execute(sql: judgement)
            try database.execute(sql: review)
        }
        migrator.registerMigration("2: what documents state of themselves") { database in
            try database.execute(sql: stated)
            try SchemaViews.renew(in: database)
        }
        migrator.registerMigration("3: events of reviews") { try $0.execute(sql: ReviewSchema.events) }
        migrator.registerMigration("4: talk and pages") { try $0.execute(sql: ReviewSchema.talk) }
        // ``TextIndex`` takes the place of the trigger.
        migrator.registerMigration("5: text is indexed by transaction") { database in
            try database.execute(sql: "DROP TRIGGER IF EXISTS block_indexed")
        }
        migrator.registerMigration("6: views tell what is judged") {
            try SchemaViews.renew(in: $0)
        }
        migrator.registerMigration("7: limits of the last attempt") { database in
            try database.execute(sql: limits)
        }
        migrator.registerMigration("8: documents that are forgotten") { database in
            try database.execute(sql: "ALTER TABLE document ADD COLUMN is_forgotten INTEGER NOT NULL DEFAULT 0")
            try SchemaViews.renew(in: database)
        }
        migrator.registerMigration("9: decisions tell where reviewers differ") { try SchemaViews.renew(in: $0) }
        migrator.registerMigration("10: years count once, without what reviewers dismissed") {
            try SchemaViews.renew(in: $0)
        }
        return migrator
    }

    /// Names of migrations by those that they had in earlier versions of the program.
    private static let names = ["2: events of reviews": "3: events of reviews"]

    /// Migrations that a store went through, by the names that they have now.
    static func appliedMigrations(_ database: Database) throws -> Set<String> {
        Set(try migrator.appliedIdentifiers(database).map { names[$0] ?? $0 })
    }

    /// Gives migrations that a store went through the names that they have now, so that they are not done again.
    static func renameMigrations(_ database: Database) throws {
        guard try database.tableExists("grdb_migrations") else { return }
        for (former, name) in names {
            try database.execute(
                sql: "UPDATE grdb_migrations SET identifier = ? WHERE identifier = ?", arguments: [name, former])
        }
    }

    private static let corpus = """
        CREATE TABLE collection (
          id INTEGER PRIMARY KEY,
          name TEXT NOT NULL UNIQUE
        );
        CREATE TABLE engine (
          id INTEGER PRIMARY KEY,
          program TEXT NOT NULL,
          lexicon TEXT NOT NULL,
          lexicon_sha256 TEXT NOT NULL,
          settings TEXT NOT NULL,
          UNIQUE (program, lexicon_sha256, settings)
        );
        CREATE TABLE run (
          id INTEGER PRIMARY KEY,
          engine_id INTEGER NOT NULL REFERENCES engine (id),
          state TEXT NOT NULL CHECK (state IN ('running', 'stopped', 'complete')),
          started TEXT NOT NULL,
          ended TEXT,
          receipt TEXT NOT NULL,
          found INTEGER NOT NULL,
          judged INTEGER NOT NULL DEFAULT 0,
          unchanged INTEGER NOT NULL DEFAULT 0,
          failed INTEGER NOT NULL DEFAULT 0
        );
        CREATE TABLE document (
          id INTEGER PRIMARY KEY,
          path TEXT NOT NULL UNIQUE,
          title TEXT,
          date TEXT,
          year INTEGER,
          country TEXT,
          body TEXT,
          kind TEXT,
          language TEXT,
          address TEXT,
          collection_id INTEGER REFERENCES collection (id),
          version_id INTEGER REFERENCES version (id),
          error TEXT,
          error_kind TEXT,
          engine_id INTEGER REFERENCES engine (id),
          size INTEGER,
          modified INTEGER
        );
        CREATE TABLE version (
          id INTEGER PRIMARY KEY,
          document_id INTEGER NOT NULL REFERENCES document (id),
          number INTEGER NOT NULL,
          engine_id INTEGER NOT NULL REFERENCES engine (id),
          run_id INTEGER REFERENCES run (id),
          sha256 TEXT NOT NULL,
          bytes INTEGER NOT NULL,
          format TEXT NOT NULL,
          encoding TEXT NOT NULL,
          title TEXT,
          language TEXT,
          kind TEXT NOT NULL,
          words INTEGER NOT NULL,
          sentences INTEGER NOT NULL,
          passages INTEGER NOT NULL,
          band TEXT NOT NULL,
          notes TEXT NOT NULL,
          digest TEXT NOT NULL,
          UNIQUE (document_id, number)
        );
        """

    /// Versions that were judged before lack counts that scorecards need, so the next scan judges their documents again.
    private static let stated = """
        ALTER TABLE version ADD COLUMN year INTEGER;
        ALTER TABLE version ADD COLUMN date TEXT;
        ALTER TABLE version ADD COLUMN body TEXT;
        ALTER TABLE version ADD COLUMN address TEXT;
        UPDATE document SET engine_id = NULL, size = NULL, modified = NULL;
        """

    /// What a document that was given up was allowed; a scan that allows more tries it again.
    private static let limits = """
        ALTER TABLE document ADD COLUMN timeout REAL;
        ALTER TABLE document ADD COLUMN memory_limit INTEGER;
        """

    private static let judgement = """
        CREATE TABLE concept (
          id TEXT PRIMARY KEY,
          family TEXT NOT NULL,
          name TEXT NOT NULL,
          title TEXT NOT NULL,
          intrusiveness INTEGER,
          touches TEXT
        ) WITHOUT ROWID;
        CREATE TABLE rule (
          id TEXT PRIMARY KEY,
          name TEXT NOT NULL,
          summary TEXT NOT NULL,
          reason TEXT NOT NULL,
          remedy TEXT NOT NULL,
          norms TEXT NOT NULL,
          is_credit INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE block (
          id INTEGER PRIMARY KEY,
          version_id INTEGER NOT NULL REFERENCES version (id),
          position INTEGER NOT NULL,
          kind TEXT NOT NULL,
          number TEXT,
          level INTEGER NOT NULL,
          heading INTEGER,
          parent INTEGER,
          speaker TEXT,
          is_quoted INTEGER NOT NULL,
          is_boilerplate INTEGER NOT NULL,
          source_start INTEGER NOT NULL,
          source_end INTEGER NOT NULL,
          text TEXT NOT NULL,
          sentences INTEGER NOT NULL,
          stance TEXT,
          band TEXT,
          score INTEGER,
          sketch BLOB,
          UNIQUE (version_id, position)
        );
        CREATE VIRTUAL TABLE block_text USING fts5 (
          text, content = 'block', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
        );
        CREATE TRIGGER block_indexed AFTER INSERT ON block BEGIN
          INSERT INTO block_text (rowid, text) VALUES (new.id, new.text);
        END;
        CREATE TRIGGER block_unindexed AFTER DELETE ON block BEGIN
          INSERT INTO block_text (block_text, rowid, text) VALUES ('delete', old.id, old.text);
        END;
        CREATE TABLE mention (
          version_id INTEGER NOT NULL REFERENCES version (id),
          position INTEGER NOT NULL,
          block INTEGER NOT NULL,
          concept TEXT NOT NULL REFERENCES concept (id),
          stance TEXT NOT NULL,
          is_live INTEGER NOT NULL,
          isolation INTEGER,
          start INTEGER NOT NULL,
          text TEXT NOT NULL,
          PRIMARY KEY (version_id, position)
        ) WITHOUT ROWID;
        CREATE TABLE link (
          version_id INTEGER NOT NULL REFERENCES version (id),
          position INTEGER NOT NULL,
          kind TEXT NOT NULL,
          source INTEGER NOT NULL,
          target INTEGER NOT NULL,
          strength REAL NOT NULL,
          cue TEXT,
          PRIMARY KEY (version_id, position)
        ) WITHOUT ROWID;
        CREATE TABLE finding (
          id INTEGER PRIMARY KEY,
          version_id INTEGER NOT NULL REFERENCES version (id),
          position INTEGER NOT NULL,
          block INTEGER NOT NULL,
          rule TEXT NOT NULL REFERENCES rule (id),
          band TEXT NOT NULL,
          score INTEGER NOT NULL,
          confidence REAL NOT NULL,
          stance TEXT NOT NULL,
          start INTEGER NOT NULL,
          text TEXT NOT NULL,
          source_start INTEGER NOT NULL,
          source_end INTEGER NOT NULL,
          message TEXT NOT NULL,
          suggestion TEXT,
          details TEXT NOT NULL,
          fingerprint TEXT NOT NULL,
          UNIQUE (version_id, position)
        );
        CREATE TABLE credit (
          id INTEGER PRIMARY KEY,
          version_id INTEGER NOT NULL REFERENCES version (id),
          position INTEGER NOT NULL,
          block INTEGER NOT NULL,
          rule TEXT NOT NULL REFERENCES rule (id),
          start INTEGER NOT NULL,
          text TEXT NOT NULL,
          message TEXT NOT NULL,
          UNIQUE (version_id, position)
        );
        CREATE TABLE profile (
          version_id INTEGER NOT NULL REFERENCES version (id),
          measure TEXT NOT NULL,
          key TEXT NOT NULL,
          value REAL NOT NULL,
          PRIMARY KEY (version_id, measure, key)
        ) WITHOUT ROWID;
        CREATE TABLE copy (
          block_id INTEGER PRIMARY KEY REFERENCES block (id) ON DELETE CASCADE,
          original_id INTEGER NOT NULL REFERENCES block (id) ON DELETE CASCADE
        );
        CREATE INDEX copy_original ON copy (original_id);
        CREATE TABLE copies_found (
          version_id INTEGER NOT NULL
        );
        """

    private static let review = """
        CREATE TABLE review (
          id INTEGER PRIMARY KEY,
          path TEXT NOT NULL,
          fingerprint TEXT NOT NULL,
          decision TEXT NOT NULL CHECK (decision IN ('confirmed', 'rejected', 'accepted', 'reopened')),
          reviewer TEXT NOT NULL CHECK (reviewer <> ''),
          decided TEXT NOT NULL,
          reason TEXT NOT NULL CHECK (reason <> '')
        );
        CREATE INDEX review_finding ON review (path, fingerprint);
        CREATE TRIGGER review_not_changed BEFORE UPDATE ON review BEGIN
          SELECT RAISE (ABORT, 'a review decision is never changed; add another');
        END;
        CREATE TRIGGER review_not_removed BEFORE DELETE ON review BEGIN
          SELECT RAISE (ABORT, 'a review decision is never removed; add another');
        END;
        """
}
