internal import GRDB
internal import Lexicons
internal import TextModel

/// One thing that counts for a measure, and where it stands.
struct Evidence {
    /// Place of the measure in ``ScorecardPlan/measures``.
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
        let sentences: Double
        let stance: String
    }

    /// Own-voice sentences; `nil` where the version was judged before they were counted.
    let ownVoice: Double?
    /// Sentences of passages that can be in own voice.
    let sentences: Double
    let shared: [SharedClause]
    let evidence: [Evidence]
    /// Passages of the asserted controls, and of the values in own voice; one for each.
    let controls: [Int]
    let values: [Int]
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

    private let axes: [ScorecardStandard.Count]
    /// Places of the core values among the measures.
    private let coreValues: [Substring: Int]

    /// Prepares to read from a store, with or without what reviewers decided.
    init(_ database: Database, _ plan: ScorecardPlan, appliesReviews: Bool = true) throws {
        axes = plan.standard.axes.map(\.count)
        coreValues = Dictionary(
            uniqueKeysWithValues: plan.measures.indices.filter { plan.measures[$0].kind == .coreValue }.map {
                (plan.measures[$0].id[...], $0)
            })
        mentions = try database.makeStatement(
            sql: """
                SELECT m.position, m.block, m.text, m.isolation, c.family, c.touches, coalesce(b.score, 0)
                FROM mention m JOIN concept c ON c.id = m.concept
                JOIN block b ON b.version_id = m.version_id AND b.position = m.block
                WHERE m.version_id = ? AND (m.isolation IS NOT NULL
                  OR c.family = 'control' AND \(Self.isPower(by: plan, appliesReviews: appliesReviews)))
                ORDER BY m.position
                """)
        links = try database.makeStatement(
            sql: """
                SELECT l.target, m.concept FROM link l
                JOIN mention m ON m.version_id = l.version_id AND m.position = l.source
                WHERE l.version_id = ? AND l.kind = 'safeguards'
                """)
        // What reviewers dismissed is no finding.
        findings = try database.makeStatement(
            sql: """
                SELECT f.block, f.rule FROM finding f
                JOIN version v ON v.id = f.version_id JOIN document d ON d.id = v.document_id
                LEFT JOIN decisions x ON x.path = d.path AND x.fingerprint = f.fingerprint
                WHERE f.version_id = ?
                  AND (\(appliesReviews ? "x.decision IS NOT 'dismissed'" : "TRUE"))
                """)
        credits = try database.makeStatement(
            sql: "SELECT block, text, rule FROM credit WHERE version_id = ? ORDER BY position")
        clauses = try database.makeStatement(
            sql: """
                SELECT b.position, b.sentences, coalesce(b.stance, '') FROM block b
                WHERE b.version_id = ? AND (EXISTS (SELECT 1 FROM copy k WHERE k.block_id = b.id)
                  OR EXISTS (SELECT 1 FROM copy k WHERE k.original_id = b.id))
                """)
        sentences = try database.makeStatement(
            sql: """
                SELECT coalesce(sum(sentences), 0) FROM block WHERE version_id = ? AND NOT is_boilerplate
                  AND NOT is_quoted AND kind NOT IN ('title', 'heading', 'code', 'caption')
                """)
    }

    /// A condition on a control, the mention `m`: its author asserts it over others. The version of the document is the first
    /// argument of the query; SQLite makes the lists once for each document.
    ///
    /// A reviewer says that it is none who dismisses a finding that is made where a control stands alone without limits,
    /// while no other such finding stands at the same words. What a platform reserves to itself in its terms is none either:
    /// such findings are made there only where law or an authority makes it act, so one of them has to stand.
    static func isPower(by plan: ScorecardPlan, appliesReviews: Bool = true) -> String {
        let rules = plan.standard.controlFindings.map { "'\($0)'" }.joined(separator: ", ")
        func places(where standing: String) -> String {
            """
            SELECT f.block, f.start FROM finding f
            JOIN version v ON v.id = f.version_id JOIN document d ON d.id = v.document_id
            LEFT JOIN decisions x ON x.path = d.path AND x.fingerprint = f.fingerprint
            WHERE f.version_id = ?1 AND f.rule IN (\(rules))
            GROUP BY f.block, f.start HAVING sum(\(appliesReviews ? "x.decision IS NOT 'dismissed'" : "TRUE")) \(standing)
            """
        }
        return """
            m.stance = 'asserted' AND m.is_live AND (m.block, m.start) NOT IN (\(places(where: "= 0")))
            AND ((m.block, m.start) IN (\(places(where: "> 0")))
              OR (SELECT coalesce(d.kind, v.kind) FROM version v JOIN document d ON d.id = v.document_id WHERE v.id = ?1)
                <> '\(DocumentKind.terms.rawValue)')
            """
    }

    /// What a document gives.
    func evidence(of document: StoredDocument) throws -> DocumentEvidence {
        let id: StatementArguments = [document.version]
        var limits: [Int: Set<String>] = [:]
        let linkRows = try Row.fetchCursor(links, arguments: id)
        while let row = try linkRows.next() { limits[row[0], default: []].insert(row[1]) }
        var found: [Int: Set<String>] = [:]
        let findingRows = try Row.fetchCursor(findings, arguments: id)
        while let row = try findingRows.next() { found[row[0], default: []].insert(row[1]) }

        var evidence: [Evidence] = []
        var (controls, values): ([Int], [Int]) = ([], [])
        let rows = try Row.fetchCursor(mentions, arguments: id)
        while let row = try rows.next() {
            let (block, text, weight): (Int, String, Int) = (row[1], row[2], row[6])
            func add(_ measure: Int, _ isCounted: Bool) {
                evidence.append(
                    Evidence(measure: measure, isCounted: isCounted, block: block, text: text, weight: weight))
            }
            if let grade: Int = row[3] {
                values.append(block)
                for (index, axis) in axes.enumerated() {
                    if case .balancedValues(let limit) = axis { add(index, grade <= limit) }
                }
                continue
            }
            controls.append(block)
            let touched = (row[5] as String? ?? "").split(separator: " ")
            for (index, axis) in axes.enumerated() {
                switch axis {
                case .cleanControls(let rules): add(index, found[block]?.isDisjoint(with: rules) ?? true)
                case .limitedControls(let safeguards):
                    add(index, !(limits[row[0]] ?? []).isDisjoint(with: safeguards))
                case .harmfulControls: if !touched.isEmpty { add(index, true) }
                case .balancedValues, .companions, .credits: break
                }
            }
            for value in touched { if let index = coreValues[value] { add(index, true) } }
        }
        let creditRows = try Row.fetchCursor(credits, arguments: id)
        while let row = try creditRows.next() {
            let (block, text, rule): (Int, String, String) = (row[0], row[1], row[2])
            for (index, axis) in axes.enumerated() {
                guard case .credits(let rules) = axis, rules.contains(rule) else { continue }
                evidence.append(Evidence(measure: index, isCounted: true, block: block, text: text, weight: 0))
            }
        }
        let named = document.count("companions", "passage") + document.count("companions", "section")
        return DocumentEvidence(
            ownVoice: document.measures["own-voice-sentences"]?[""],
            sentences: try Double.fetchOne(sentences, arguments: id) ?? 0,
            shared: try Row.fetchAll(clauses, arguments: id).map {
                DocumentEvidence.SharedClause(block: $0[0], sentences: $0[1], stance: $0[2])
            },
            evidence: evidence, controls: controls, values: values,
            companions: (named, named + document.count("companions", "none")))
    }
}
