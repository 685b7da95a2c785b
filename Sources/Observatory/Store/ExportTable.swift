/// A table as exports hold it: rows are named by path, version and position, never by the numbers of one store.
///
/// Times of runs and of files are left out, so that two stores with the same contents have the same exports.
struct ExportTable: Sendable {
    /// What a column holds.
    enum Kind: Sendable { case text, integer, real, json, hexadecimal }

    /// A column of an export.
    struct Column: Sendable {
        let name: String
        let kind: Kind
    }

    /// Name of the table, and of its file.
    let name: String
    /// Columns in order.
    let columns: [Column]
    /// The query that gives the rows in an order that does not depend on the store.
    let query: String

    /// Every table, in the order in which an import needs them.
    static let all: [ExportTable] =
        [
            ExportTable(
                "concept", "id family name title intrusiveness:i touches",
                "SELECT id, family, name, title, intrusiveness, touches FROM concept ORDER BY id"),
            ExportTable(
                "rule", "id name summary reason remedy norms:j is_credit:i",
                "SELECT id, name, summary, reason, remedy, norms, is_credit FROM rule ORDER BY id"),
            ExportTable(
                "engine", "program lexicon lexicon_sha256 settings:j",
                """
                SELECT program, lexicon, lexicon_sha256, settings FROM engine
                ORDER BY program, lexicon_sha256, settings
                """),
            ExportTable(
                "document",
                "path title date year:i country body kind language address collection version:i error error_kind is_forgotten:i",
                """
                SELECT d.path, d.title, d.date, d.year, d.country, d.body, d.kind, d.language, d.address, c.name, v.number,
                  d.error, d.error_kind, d.is_forgotten
                FROM document d LEFT JOIN collection c ON c.id = d.collection_id LEFT JOIN version v ON v.id = d.version_id
                ORDER BY d.path
                """),
            ExportTable(
                "version",
                """
                path version:i program lexicon_sha256 settings:j sha256 bytes:i format encoding title language kind words:i \
                sentences:i passages:i band notes:j digest year:i date body address
                """,
                """
                SELECT d.path, v.number, e.program, e.lexicon_sha256, e.settings, v.sha256, v.bytes, v.format, v.encoding,
                  v.title, v.language, v.kind, v.words, v.sentences, v.passages, v.band, v.notes, v.digest,
                  v.year, v.date, v.body, v.address
                FROM document d JOIN version v ON v.document_id = d.id JOIN engine e ON e.id = v.engine_id
                ORDER BY d.path, v.number
                """),
        ] + StoreTable.allCases.map(ExportTable.init) + [
            ExportTable(
                "copy", "path version:i position:i original_path original_version:i original_position:i",
                """
                SELECT d.path, v.number, b.position, od.path, ov.number, ob.position
                FROM document d JOIN version v ON v.document_id = d.id JOIN block b ON b.version_id = v.id
                JOIN copy k ON k.block_id = b.id JOIN block ob ON ob.id = k.original_id
                JOIN version ov ON ov.id = ob.version_id JOIN document od ON od.id = ov.document_id
                ORDER BY d.path, v.number, b.position
                """),
            ExportTable(
                "review", "path fingerprint decision reviewer decided reason",
                "SELECT path, fingerprint, decision, reviewer, decided, reason FROM review ORDER BY id"),
            ExportTable(
                "event", "id at reviewer kind path rule fingerprint body",
                "SELECT id, at, reviewer, kind, path, rule, fingerprint, body FROM event ORDER BY at, id"),
            ExportTable(
                "talk", "subject at author text", "SELECT subject, at, author, text FROM talk ORDER BY id"),
            ExportTable(
                "page", "name revision:i at author summary text",
                "SELECT name, revision, at, author, summary, text FROM page ORDER BY name, revision"),
            ExportTable(
                "audit", "at actor action subject", "SELECT at, actor, action, subject FROM audit ORDER BY id"),
        ]

    private init(_ name: String, _ columns: String, _ query: String) {
        self.name = name
        self.query = query
        self.columns = columns.split(whereSeparator: \.isWhitespace).map { word in
            let parts = word.split(separator: ":")
            let kind: Kind =
                switch parts.count > 1 ? parts[1] : "" {
                case "i": .integer
                case "r": .real
                case "j": .json
                case "x": .hexadecimal
                default: .text
                }
            return Column(name: String(parts[0]), kind: kind)
        }
    }

    /// A table of what was found in versions.
    private init(_ table: StoreTable) {
        let integers: Set = [
            "position", "level", "heading", "parent", "is_quoted", "is_boilerplate", "source_start", "source_end",
            "sentences", "score", "block", "is_live", "isolation", "start", "source", "target",
        ]
        let reals: Set = ["strength", "confidence", "value"]
        let words = table.columns.map { column in
            if integers.contains(column) { return "\(column):i" }
            if reals.contains(column) { return "\(column):r" }
            if column == "details" { return "\(column):j" }
            return column == "sketch" ? "\(column):x" : column
        }
        self.init(
            table.name, (["path", "version:i"] + words).joined(separator: " "),
            """
            SELECT d.path, v.number, \(table.columns.map { "t.\($0)" }.joined(separator: ", "))
            FROM document d JOIN version v ON v.document_id = d.id JOIN \(table.name) t ON t.version_id = v.id
            ORDER BY d.path, v.number, \(table.key.map { "t.\($0)" }.joined(separator: ", "))
            """)
    }
}
