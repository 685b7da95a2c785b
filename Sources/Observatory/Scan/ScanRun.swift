internal import Foundation
internal import GRDB
package import Lexicons
internal import Reporting

/// What judges in a scan: program, lexicon, and the settings that can change a judgement.
package struct ScanEngine: Sendable {
    /// Version of the program.
    package let program: String
    /// Words, rules and weights.
    package let lexicon: Lexicon
    /// Settings by name, such as the encoding that was asked for.
    package let settings: [String: String]

    /// An engine.
    package init(program: String, lexicon: Lexicon, settings: [String: String] = [:]) {
        self.program = program
        self.lexicon = lexicon
        self.settings = settings
    }

    /// The settings as the store keeps them: JSON in order of the names.
    var settingsText: String {
        var json = JSONWriter(isIndented: false)
        json.object { json in
            for (name, value) in settings.sorted(by: { $0.key < $1.key }) { json.string(name, value) }
        }
        return String(decoding: json.bytes, as: UTF8.self)
    }

    /// Id of the engine in the store, which learns its concepts and rules.
    func register(in database: Database) throws -> Int64 {
        try database.execute(
            sql: "INSERT OR IGNORE INTO engine (program, lexicon, lexicon_sha256, settings) VALUES (?, ?, ?, ?)",
            arguments: [program, lexicon.version, lexicon.sha256, settingsText])
        for concept in lexicon.concepts {
            guard let family = concept.kind.family else { continue }
            var intrusiveness: Int?
            var touches: String?
            if case .control(let degree, let values) = concept.kind {
                intrusiveness = degree
                touches = values.isEmpty ? nil : values.map(\.rawValue).sorted().joined(separator: " ")
            }
            try database.cachedStatement(
                sql: """
                    INSERT INTO concept VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET name = excluded.name,
                      title = excluded.title, intrusiveness = excluded.intrusiveness, touches = excluded.touches
                    """
            ).execute(arguments: [
                concept.id, family.rawValue, concept.name, concept.title, intrusiveness, touches,
            ])
        }
        for rule in lexicon.rules.map(\.description) {
            var norms = JSONWriter(isIndented: false)
            norms.array { json in
                for norm in rule.norms { json.string(nil, norm) }
            }
            try database.cachedStatement(
                sql: """
                    INSERT INTO rule VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET name = excluded.name,
                      summary = excluded.summary, reason = excluded.reason, remedy = excluded.remedy,
                      norms = excluded.norms
                    """
            ).execute(
                arguments: [
                    rule.id, rule.name, rule.summary, rule.reason, rule.remedy,
                    String(decoding: norms.bytes, as: UTF8.self), rule.isCredit,
                ])
        }
        return try Int64.fetchOne(
            database, sql: "SELECT id FROM engine WHERE program = ? AND lexicon_sha256 = ? AND settings = ?",
            arguments: [program, lexicon.sha256, settingsText]) ?? 0
    }
}

/// The row of the `run` table that a scan writes to.
struct ScanRun {
    let id: Int64

    /// Goes on with the run of the same inputs that did not come to its end, or begins one.
    init(_ database: Database, engine: Int64, receipt: String, found: Int) throws {
        let same = try Int64.fetchOne(
            database,
            sql: "SELECT max(id) FROM run WHERE engine_id = ? AND receipt = ? AND state <> 'complete'",
            arguments: [engine, receipt])
        // The lock of the store is ours, so whatever claims to be running was killed.
        try database.execute(sql: "UPDATE run SET state = 'stopped' WHERE state = 'running'")
        if let same {
            try database.execute(
                sql: "UPDATE run SET state = 'running', found = ? WHERE id = ?", arguments: [found, same])
            id = same
        } else {
            try database.execute(
                sql: "INSERT INTO run (engine_id, state, started, receipt, found) VALUES (?, 'running', ?, ?, ?)",
                arguments: [engine, Self.now, receipt, found])
            id = database.lastInsertedRowID
        }
    }

    /// Writes the end of the run.
    func end(_ database: Database, state: String, progress: ScanProgress) throws {
        try database.execute(
            sql: """
                UPDATE run SET state = ?, ended = ?, found = ?, unchanged = ?, failed = ?,
                  judged = (SELECT count(*) FROM version WHERE run_id = run.id)
                WHERE id = ?
                """,
            arguments: [state, Self.now, progress.done, progress.unchanged, progress.failed, id])
    }

    private static var now: String { Date.now.formatted(.iso8601) }
}
