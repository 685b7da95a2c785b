internal import GRDB

/// The old and the present judgement of documents, as far as the store has both.
///
/// A corpus that is scanned again with another lexicon or program keeps its earlier versions. Where an earlier version is
/// of the same bytes, it is what the other judgement says of the same text: old texts are back-cast, new ones too.
struct Judgements {
    /// What the two differ in.
    let difference: TrendChange.Judgement
    /// The old judgement in words; `nil` when there is only one.
    let oldName: String?
    /// The present judgement in words.
    let newName: String
    /// Documents that have both.
    let backCast: Int

    private let plain: TrendRowReader
    private let reviewed: TrendRowReader
    private let counts: Statement
    private let earlier: [Int64: Int64]
    private let repeats: [Int64: RepeatedClauses]

    private struct Engine {
        let id: Int64
        let program: String
        let lexicon: String
        let hash: String
        var name: String { "program \(program), lexicon \(lexicon) (\(hash.prefix(12)))" }
    }

    /// Finds the judgements; `then` is version or hash of the old lexicon. What repeats other documents is known by the
    /// version of now, whose passages are those of the old judgement too.
    init(
        of documents: [StoredDocument], plan: ScorecardPlan, repeats: [Int64: RepeatedClauses], then: String?,
        in database: Database
    ) throws {
        self.repeats = repeats
        plain = try TrendRowReader(database, plan, appliesReviews: false)
        reviewed = try TrendRowReader(database, plan, appliesReviews: true)
        counts = try database.makeStatement(sql: "SELECT measure, key, value FROM profile WHERE version_id = ?")
        let engines = try Row.fetchAll(database, sql: "SELECT id, program, lexicon, lexicon_sha256 FROM engine").map {
            Engine(id: $0[0], program: $0[1], lexicon: $0[2], hash: $0[3])
        }
        let versions = try database.makeStatement(
            sql: """
                SELECT o.engine_id, max(o.id), v.engine_id FROM version v
                JOIN version o ON o.document_id = v.document_id AND o.sha256 = v.sha256
                WHERE v.id = ? GROUP BY o.engine_id
                """)
        var own: [Int64: Int] = [:]
        var others: [Int64: [Int64: Int64]] = [:]
        for document in documents {
            let rows = try Row.fetchCursor(versions, arguments: [document.version])
            while let row = try rows.next() {
                let (engine, version, current): (Int64, Int64, Int64) = (row[0], row[1], row[2])
                if engine == current {
                    own[engine, default: 0] += 1
                } else {
                    others[engine, default: [:]][document.version] = version
                }
            }
        }
        let now = engines.max { (own[$0.id] ?? 0, $0.id) < (own[$1.id] ?? 0, $1.id) }
        let candidates = engines.filter { engine in
            guard let then else { return others[engine.id] != nil }
            return engine.lexicon == then || engine.hash.hasPrefix(then)
        }
        if let then, candidates.isEmpty {
            let known = engines.map { "\($0.lexicon) (\($0.hash.prefix(12)))" }.joined(separator: ", ")
            throw StoreError("--then: nothing in the store was judged by lexicon \"\(then)\"; known: \(known)")
        }
        let old = candidates.first { $0.id != now?.id }
        newName = now?.name ?? "unknown"
        oldName = old?.name
        earlier = old.flatMap { others[$0.id] } ?? [:]
        backCast = earlier.count
        difference =
            old == nil || earlier.isEmpty ? .same : old?.hash == now?.hash ? .engine : .lexicon
    }

    /// A document in both judgements; by the present one alone where there is no other.
    func judged(_ document: StoredDocument) throws -> JudgedDocument? {
        let own = repeats[document.version] ?? .none
        guard let new = try rows(of: document, without: own) else { return nil }
        var old = new
        if let version = earlier[document.version] {
            var measures: [String: [String: Double]] = [:]
            let cursor = try Row.fetchCursor(counts, arguments: [version])
            while let count = try cursor.next() { measures[count[0], default: [:]][count[1]] = count[2] }
            old = try rows(of: document.at(version: version, measures: measures), without: own) ?? new
        }
        return JudgedDocument(path: document.path, group: document.group, old: old, new: new)
    }

    private func rows(
        of document: StoredDocument, without repeats: RepeatedClauses
    ) throws -> (plain: TrendRow, reviewed: TrendRow)? {
        guard let plain = try plain.row(of: document, without: repeats),
            let reviewed = try reviewed.row(of: document, without: repeats)
        else { return nil }
        return (plain, reviewed)
    }
}
