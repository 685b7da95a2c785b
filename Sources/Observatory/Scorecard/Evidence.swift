internal import GRDB
internal import TextModel

/// One thing that counts for a measure, and where it stands.
struct Evidence {
    /// Place of the measure in ``ScorecardMeasure/all``.
    let measure: Int
    /// Whether it counts in the first number of a share; always for rates.
    let isCounted: Bool
    /// Position of its passage.
    let block: Int
    /// The words.
    let text: String
    /// Score of the passage, by which quotations are chosen.
    let weight: Int
}

/// Everything that one document gives to a scorecard.
struct DocumentEvidence {
    /// A clause that stands in other documents too.
    struct SharedClause {
        let block: Int
        /// The clause that all of them are copies of.
        let original: Int64
        let sentences: Double
    }

    /// Own-voice sentences; `nil` where the version was judged before they were counted.
    let ownVoice: Double?
    /// Sentences of passages that can be in own voice.
    let sentences: Double
    let shared: [SharedClause]
    let evidence: [Evidence]
    /// Uses of security with companions, and all of them.
    let companions: (named: Double, all: Double)
}

/// Reads ``DocumentEvidence`` from a store, document by document.
struct EvidenceReader {
    private let mentions: Statement
    private let links: Statement
    private let findings: Statement
    private let credits: Statement
    private let clauses: Statement
    private let sentences: Statement

    private static let safeguards: [(measure: String, concepts: Set<String>)] = [
        ("necessity", ["S02", "S03", "S04", "S10", "S11", "S12"]),
        ("procedure", ["S05", "S06", "S07", "S09", "S16"]), ("transparency", ["S08", "S14", "S18"]),
    ]

    /// Prepares to read from a store, with or without what reviewers decided.
    init(_ database: Database, appliesReviews: Bool = true) throws {
        mentions = try database.makeStatement(
            sql: """
                SELECT m.position, m.block, m.text, m.isolation, c.family, c.touches, coalesce(b.score, 0)
                FROM mention m JOIN concept c ON c.id = m.concept
                JOIN block b ON b.version_id = m.version_id AND b.position = m.block
                WHERE m.version_id = ? AND (m.isolation IS NOT NULL
                  OR c.family = 'control' AND m.stance = 'asserted' AND m.is_live)
                ORDER BY m.position
                """)
        links = try database.makeStatement(
            sql: """
                SELECT l.target, m.concept FROM link l
                JOIN mention m ON m.version_id = l.version_id AND m.position = l.source
                WHERE l.version_id = ? AND l.kind = 'safeguards'
                """)
        // What a reviewer rejected is no finding.
        findings = try database.makeStatement(
            sql: """
                SELECT f.block, f.rule FROM finding f
                JOIN version v ON v.id = f.version_id JOIN document d ON d.id = v.document_id
                LEFT JOIN decisions x ON x.path = d.path AND x.fingerprint = f.fingerprint
                WHERE f.version_id = ? AND f.rule IN ('CW05', 'CW09')
                  AND (\(appliesReviews ? "x.decision IS NOT 'rejected'" : "TRUE"))
                """)
        credits = try database.makeStatement(
            sql: "SELECT block, text FROM credit WHERE version_id = ? AND rule = 'P6' ORDER BY position")
        clauses = try database.makeStatement(
            sql: """
                SELECT b.position, k.original_id, b.sentences FROM block b JOIN copy k ON k.block_id = b.id
                WHERE b.version_id = ?1
                UNION ALL
                SELECT b.position, b.id, b.sentences FROM block b
                WHERE b.version_id = ?1 AND EXISTS (SELECT 1 FROM copy k WHERE k.original_id = b.id)
                """)
        sentences = try database.makeStatement(
            sql: """
                SELECT coalesce(sum(sentences), 0) FROM block WHERE version_id = ? AND NOT is_boilerplate
                  AND NOT is_quoted AND kind NOT IN ('title', 'heading', 'code', 'caption')
                """)
    }

    /// What a document gives.
    func evidence(of document: StoredDocument) throws -> DocumentEvidence {
        let id: StatementArguments = [document.version]
        var limits: [Int: Set<String>] = [:]
        let linkRows = try Row.fetchCursor(links, arguments: id)
        while let row = try linkRows.next() { limits[row[0], default: []].insert(row[1]) }
        var openBlocks: Set<Int> = []
        let findingRows = try Row.fetchCursor(findings, arguments: id)
        while let row = try findingRows.next() { openBlocks.insert(row[0]) }

        var evidence: [Evidence] = []
        let rows = try Row.fetchCursor(mentions, arguments: id)
        while let row = try rows.next() {
            let (block, text, weight): (Int, String, Int) = (row[1], row[2], row[6])
            func add(_ measure: String, _ isCounted: Bool) {
                evidence.append(
                    Evidence(
                        measure: ScorecardMeasure.index(measure), isCounted: isCounted, block: block, text: text,
                        weight: weight))
            }
            if let grade: Int = row[3] {
                add("value-balance", grade <= 2)
                continue
            }
            let own = limits[row[0]] ?? []
            add("precision", !openBlocks.contains(block))
            for (measure, concepts) in Self.safeguards { add(measure, !own.isDisjoint(with: concepts)) }
            let touched = (row[5] as String? ?? "").split(separator: " ")
            if !touched.isEmpty { add("architecture", true) }
            for value in touched where CoreValue(rawValue: String(value)) != nil { add(String(value), true) }
        }
        let creditRows = try Row.fetchCursor(credits, arguments: id)
        while let row = try creditRows.next() {
            evidence.append(
                Evidence(
                    measure: ScorecardMeasure.index("empowerment"), isCounted: true, block: row[0], text: row[1],
                    weight: 0))
        }
        let named = document.count("companions", "passage") + document.count("companions", "section")
        return DocumentEvidence(
            ownVoice: document.measures["own-voice-sentences"]?[""],
            sentences: try Double.fetchOne(sentences, arguments: id) ?? 0,
            shared: try Row.fetchAll(clauses, arguments: id).map {
                DocumentEvidence.SharedClause(block: $0[0], original: $0[1], sentences: $0[2])
            },
            evidence: evidence, companions: (named, named + document.count("companions", "none")))
    }
}
