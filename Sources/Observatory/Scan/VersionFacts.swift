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
    /// Year of its date, or the one that its path names.
    let year: Int?
    /// Date that it states.
    let date: String?
    /// Body that publishes it, as it states.
    let body: String?
    /// Address that it states.
    let address: String?
    /// SHA-256 of everything that was found, which tells whether another run found the same.
    let digest: String

    /// Code of the note on text in a language that the lexicon does not read.
    static let foreignNote = "language-not-judged"

    /// Words without which a text cannot tell its language.
    static let fewestWords = 12

    /// A condition on the view `documents` under the name `d`: judged, though its language is not known.
    static let isUnknown = "d.is_judged AND d.language IS NULL AND d.words >= \(fewestWords)"

    /// Whether it was judged though its language is not known.
    var isUnknown: Bool { language == nil && words >= Self.fewestWords && !isForeign }

    /// Whether nothing was judged, since all of it is in such a language.
    var isForeign: Bool { passages == 0 && notes.contains("\"\(Self.foreignNote)\"") }

    /// Columns of the table after document, number, engine and run.
    static let columns = [
        "sha256", "bytes", "format", "encoding", "title", "language", "kind", "words", "sentences", "passages", "band",
        "notes", "digest", "year", "date", "body", "address",
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
        let stated = StatedFacts(document)
        year = stated.year
        date = stated.date
        body = stated.body
        address = stated.address
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
        year = try values.integer()
        date = try values.text()
        body = try values.text()
        address = try values.text()
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
        values.integer(year)
        values.text(date)
        values.text(body)
        values.text(address)
    }

    /// Values of ``columns``.
    var arguments: [(any DatabaseValueConvertible)?] {
        [
            sha256, bytes, format, encoding, title, language, kind, words, sentences, passages, band, notes, digest,
            year,
            date, body, address,
        ]
    }
}
