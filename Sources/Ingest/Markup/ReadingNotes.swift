import TextModel

/// What the reader of a document should know about its markup.
struct ReadingNotes {
    /// The notes.
    private(set) var all: [Note] = []

    /// Collects the notes when a reading is over.
    init(
        source: SourceText, cursor: MarkupCursor, isHTML: Bool, firstBreak: (message: String, offset: Int)?,
        breakCount: Int
    ) {
        if let firstBreak, !isHTML {
            let reason = firstBreak.message.split(whereSeparator: \.isNewline).joined(separator: " ")
            let others = breakCount > 1 ? " (and \(breakCount - 1) more)" : ""
            add(
                "markup-broken", "broken markup near here: \(reason)\(others); read as well as it could be",
                firstBreak.offset, source)
        }
        if let offset = cursor.firstResynchronisation {
            let count = cursor.resynchronisations
            add(
                "markup-resynchronised",
                "broken markup: text lost its place \(count) \(count == 1 ? "time" : "times"); positions near here may be inexact",
                offset, source)
        }
        for name in cursor.entities.unfetched.sorted() {
            add("entity-external", "external entity \"\(name)\" not fetched", nil, source)
        }
        for name in cursor.entities.looping.sorted() {
            add("entity-loop", "entity \"\(name)\" refers to itself or nests too deep; left out", nil, source)
        }
        if let unknown = cursor.firstUnknownEntity {
            add("entity-unknown", "entity \"\(unknown.name)\" is not declared; kept as written", unknown.offset, source)
        }
    }

    private mutating func add(_ code: String, _ message: String, _ offset: Int?, _ source: SourceText) {
        all.append(Note(code: code, message: message, offset: offset.map { source.original($0) }))
    }
}
