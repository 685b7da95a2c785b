internal import GRDB

/// The views of a store: what holds now, under names that people would look for.
enum SchemaViews {
    /// Puts the views as they are here into the place of those that a store has.
    static func renew(in database: Database) throws {
        for view in names { try database.execute(sql: "DROP VIEW IF EXISTS \(view)") }
        try database.execute(sql: all)
    }

    private static let all = [documents, passages, mentions, findings, credits, copies, decisions, years, profiles]
        .joined(separator: "\n")

    private static let names = [
        "documents", "passages", "mentions", "findings", "credits", "copies", "decisions", "years", "years_by_country",
        "profiles",
    ]

    /// Whether something of a version is in a language that the lexicon does not read, as its notes say.
    private static let isForeign = "v.notes LIKE '%\"\(VersionFacts.foreignNote)\"%'"

    /// A version is stale when a later attempt at its document failed: it says nothing of what the document is now.
    private static let documents = """
        CREATE VIEW documents AS
        SELECT d.id, d.path, coalesce(d.title, v.title) AS title,
          coalesce(d.date, CASE WHEN d.year IS NULL OR d.year = v.year THEN v.date END) AS date,
          coalesce(d.year, v.year) AS year, d.country, coalesce(d.body, v.body) AS body,
          c.name AS collection, coalesce(d.kind, v.kind) AS kind, coalesce(d.language, v.language) AS language,
          coalesce(d.address, v.address) AS address, v.id AS version_id, v.number AS version, v.sha256, v.bytes, v.format, v.encoding,
          v.words, v.sentences, v.passages, v.band, d.error,
          v.id IS NOT NULL AND NOT (v.passages = 0 AND \(isForeign)) AS is_judged
        FROM document d
        LEFT JOIN version v ON v.id = d.version_id AND d.error IS NULL
        LEFT JOIN collection c ON c.id = d.collection_id
        WHERE NOT d.is_forgotten;
        """

    private static let passages = """
        CREATE VIEW passages AS
        SELECT d.path, d.year, d.country, d.collection, b.id AS block_id, b.version_id, b.position, b.kind, b.number,
          b.level, b.speaker, b.is_quoted, b.is_boilerplate, b.sentences, b.stance, b.band, b.score, b.text,
          h.text AS heading, b.source_start, b.source_end,
          coalesce(k.original_id, b.id) AS original_id, k.block_id IS NOT NULL AS is_copy
        FROM documents d
        JOIN block b ON b.version_id = d.version_id
        LEFT JOIN block h ON h.version_id = b.version_id AND h.position = b.heading
        LEFT JOIN copy k ON k.block_id = b.id;
        """

    private static let mentions = """
        CREATE VIEW mentions AS
        SELECT d.path, d.year, d.country, d.collection, m.version_id, m.position, m.block, m.concept, c.title AS name, c.family,
          m.stance, m.is_live, m.isolation, m.start, m.text, b.id AS block_id, k.block_id IS NOT NULL AS is_copy
        FROM documents d
        JOIN mention m ON m.version_id = d.version_id
        JOIN concept c ON c.id = m.concept
        JOIN block b ON b.version_id = m.version_id AND b.position = m.block
        LEFT JOIN copy k ON k.block_id = b.id;
        """

    private static let findings = """
        CREATE VIEW findings AS
        SELECT d.path, d.year, d.country, d.collection, f.version_id, f.position, f.block, f.rule, r.name, f.band,
          f.score, f.confidence, f.stance, f.text, b.text AS passage, f.message, f.suggestion, f.details,
          f.source_start, f.source_end, f.fingerprint, x.decision, b.id AS block_id, k.block_id IS NOT NULL AS is_copy
        FROM documents d
        JOIN finding f ON f.version_id = d.version_id
        JOIN rule r ON r.id = f.rule
        JOIN block b ON b.version_id = f.version_id AND b.position = f.block
        LEFT JOIN copy k ON k.block_id = b.id
        LEFT JOIN decisions x ON x.path = d.path AND x.fingerprint = f.fingerprint;
        """

    private static let credits = """
        CREATE VIEW credits AS
        SELECT d.path, d.year, d.country, d.collection, p.version_id, p.position, p.block, p.rule, r.name, p.text,
          b.text AS passage, p.message, b.id AS block_id, k.block_id IS NOT NULL AS is_copy
        FROM documents d
        JOIN credit p ON p.version_id = d.version_id
        JOIN rule r ON r.id = p.rule
        JOIN block b ON b.version_id = p.version_id AND b.position = p.block
        LEFT JOIN copy k ON k.block_id = b.id;
        """

    private static let copies = """
        CREATE VIEW copies AS
        SELECT k.original_id, count(*) + 1 AS count, d.path, b.position, b.text
        FROM copy k
        JOIN block b ON b.id = k.original_id
        JOIN version v ON v.id = b.version_id
        JOIN document d ON d.id = v.document_id
        GROUP BY k.original_id;
        """

    /// Rows of reviews about the finding of `r` that hold: the last of each reviewer who did not take it back.
    private static let held = """
        FROM review o WHERE o.path = r.path AND o.fingerprint = r.fingerprint AND o.decision <> 'reopened'
          AND NOT EXISTS (SELECT 1 FROM review n WHERE n.path = o.path AND n.fingerprint = o.fingerprint
            AND n.reviewer = o.reviewer AND n.id > o.id)
        """

    /// What reviewers made of each finding that they decided on, in the words of decision files; without `GROUP BY`, so
    /// that a query about one finding looks at its rows alone.
    private static let decisions = """
        CREATE VIEW decisions AS
        SELECT r.path, r.fingerprint,
          CASE
            WHEN EXISTS (SELECT 1 \(held) AND (o.decision = 'rejected') <> (r.decision = 'rejected')) THEN 'disputed'
            WHEN r.decision = 'rejected' THEN 'dismissed'
            ELSE 'accepted'
          END AS decision, r.reviewer, r.decided, r.reason
        FROM review r
        WHERE r.id = (SELECT max(o.id) \(held));
        """

    /// What reviewers dismissed is no finding; a copied clause counts each time.
    private static let years = """
        CREATE VIEW years_by_country AS
        SELECT d.year, d.collection, d.country, count(*) AS documents, sum(d.words) AS words,
          sum(d.sentences) AS sentences, sum(d.passages) AS passages, sum(c.findings) AS findings,
          sum(c.findings_high) AS findings_high
        FROM documents d
        JOIN (SELECT e.id, count(f.id) AS findings,
            count(f.id) FILTER (WHERE f.band IN ('high', 'severe')) AS findings_high
          FROM documents e
          LEFT JOIN finding f ON f.version_id = e.version_id AND NOT EXISTS (SELECT 1 FROM decisions x
            WHERE x.path = e.path AND x.fingerprint = f.fingerprint AND x.decision = 'dismissed')
          GROUP BY e.id) c ON c.id = d.id
        WHERE d.is_judged
        GROUP BY d.year, d.collection, d.country;
        CREATE VIEW years AS
        SELECT year, sum(documents) AS documents, sum(words) AS words, sum(sentences) AS sentences,
          sum(passages) AS passages, sum(findings) AS findings, sum(findings_high) AS findings_high
        FROM years_by_country
        GROUP BY year;
        """

    private static let profiles = """
        CREATE VIEW profiles AS
        SELECT d.path, d.year, d.country, d.collection, p.version_id, p.measure, p.key, p.value
        FROM documents d
        JOIN profile p ON p.version_id = d.version_id;
        """
}
