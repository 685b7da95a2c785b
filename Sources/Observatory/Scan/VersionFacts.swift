internal import GRDB
internal import Reporting
internal import TextModel

/// What the `version` table says of one version of a document.
struct VersionFacts {
    let sha256: String
    let bytes: Int
    let format: String
    let encoding: String
    let title: String?
    let language: String?
    let kind: String
    let words: Int
    let sentences: Int
    let passages: Int
    let band: String
    /// Notes on the reading, as JSON.
    let notes: String
    /// SHA-256 of everything that was found, which tells whether another run found the same.
    let digest: String

    /// Columns of the table after document, number, engine and run.
    static let columns = [
        "sha256", "bytes", "format", "encoding", "title", "language", "kind", "words", "sentences", "passages", "band",
        "notes", "digest",
    ]

    /// The facts of a report on `bytes` bytes with that hash.
    init(_ report: Report, sha256: String, bytes: Int, rows: [UInt8]) {
        let document = report.document
        digest = SHA256.hexDigest(of: rows)
        self.sha256 = sha256
        self.bytes = bytes
        format = document.format
        encoding = document.encoding.name
        title = document.title
        language = document.language
        kind = report.kind.rawValue
        words = report.words
        sentences = report.sentences.count
        passages = report.verdicts.count
        band = (report.verdicts.map(\.band).max() ?? .none).name
        var json = JSONWriter(isIndented: false)
        json.array { json in
            for note in document.notes {
                json.object { json in
                    json.string("code", note.code)
                    json.string("message", note.message)
                    json.integer("offset", note.offset)
                }
            }
        }
        notes = String(decoding: json.bytes, as: UTF8.self)
    }

    /// Reads them back.
    init(_ values: inout ValueReader) throws(ValueReader.Malformed) {
        guard let sha256 = try values.text(), let bytes = try values.integer(), let format = try values.text(),
            let encoding = try values.text()
        else { throw ValueReader.Malformed() }
        self.sha256 = sha256
        self.bytes = bytes
        self.format = format
        self.encoding = encoding
        title = try values.text()
        language = try values.text()
        guard let kind = try values.text(), let words = try values.integer(), let sentences = try values.integer(),
            let passages = try values.integer(), let band = try values.text(), let notes = try values.text(),
            let digest = try values.text()
        else { throw ValueReader.Malformed() }
        self.kind = kind
        self.words = words
        self.sentences = sentences
        self.passages = passages
        self.band = band
        self.notes = notes
        self.digest = digest
    }

    /// Writes them.
    func write(to values: inout RowWriter) {
        values.text(sha256)
        values.integer(bytes)
        values.text(format)
        values.text(encoding)
        values.text(title)
        values.text(language)
        values.text(kind)
        values.integer(words)
        values.integer(sentences)
        values.integer(passages)
        values.text(band)
        values.text(notes)
        values.text(digest)
    }

    /// Values of ``columns``.
    var arguments: [(any DatabaseValueConvertible)?] {
        [sha256, bytes, format, encoding, title, language, kind, words, sentences, passages, band, notes, digest]
    }
}
