/// A table that the judgement of one version fills, with the columns that follow the version's id.
enum StoreTable: UInt8, CaseIterable, Sendable {
    case block, mention, link, finding, credit, profile

    /// Name in the database.
    var name: String { String(describing: self) }

    /// Columns after `version_id`, in the order in which ``DocumentRows`` writes them.
    var columns: [String] {
        switch self {
        case .block:
            [
                "position", "kind", "number", "level", "heading", "parent", "speaker", "is_quoted", "is_boilerplate",
                "source_start", "source_end", "text", "sentences", "stance", "band", "score", "sketch",
            ]
        case .mention: ["position", "block", "concept", "stance", "is_live", "isolation", "start", "text"]
        case .link: ["position", "kind", "source", "target", "strength", "cue"]
        case .finding:
            [
                "position", "block", "rule", "band", "score", "confidence", "stance", "start", "text", "source_start",
                "source_end", "message", "suggestion", "details", "fingerprint",
            ]
        case .credit: ["position", "block", "rule", "start", "text", "message"]
        case .profile: ["measure", "key", "value"]
        }
    }

    /// Columns that identify a row within its version.
    var key: [String] { self == .profile ? ["measure", "key"] : ["position"] }

    /// The statement that adds a row; the version's id is its first argument.
    var insertion: String {
        let marks = ["?"] + columns.map { _ in "?" }
        return
            "INSERT INTO \(name) (version_id, \(columns.joined(separator: ", "))) VALUES (\(marks.joined(separator: ", ")))"
    }
}
