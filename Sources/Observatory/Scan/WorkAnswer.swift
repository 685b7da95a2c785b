/// What became of a document.
struct WorkAnswer {
    /// The outcome of one document.
    enum Outcome {
        /// It was judged.
        case judged(VersionFacts, rows: ArraySlice<UInt8>)
        /// Its bytes are those of the version that the store has.
        case unchanged
        /// It could not be read or judged.
        case failed(FailureKind, message: String)
    }

    /// Why a document failed, as far as it decides whether another attempt is worth while.
    enum FailureKind: String {
        /// It cannot be read as it is; another attempt costs nothing.
        case unreadable
        /// It took too long or needed too much memory; it is left alone until it changes.
        case exhausting
    }

    /// Number of the document in its scan.
    let sequence: Int
    /// Size of the file in bytes, and when it was changed, in nanoseconds; `nil` when that cannot be relied on.
    let size: Int?
    let modified: Int?
    /// What became of it.
    let outcome: Outcome

    /// The answer as the writer reads it, with its length before it.
    var frame: [UInt8] {
        var values = RowWriter()
        values.integer(sequence)
        values.integer(size)
        values.integer(modified)
        switch outcome {
        case .unchanged: values.integer(0)
        case .failed(let kind, let message):
            values.integer(1)
            values.text(kind.rawValue)
            values.text(message)
        case .judged(let facts, let rows):
            values.integer(2)
            facts.write(to: &values)
            return Frame.bytes(of: values.bytes + rows)
        }
        return Frame.bytes(of: values.bytes)
    }

    /// Reads an answer back.
    init(_ bytes: ArraySlice<UInt8>) throws(ValueReader.Malformed) {
        var values = ValueReader(bytes)
        guard let sequence = try values.integer() else { throw ValueReader.Malformed() }
        self.sequence = sequence
        size = try values.integer()
        modified = try values.integer()
        switch try values.integer() {
        case 0: outcome = .unchanged
        case 1:
            guard let name = try values.text(), let kind = FailureKind(rawValue: name),
                let message = try values.text()
            else { throw ValueReader.Malformed() }
            outcome = .failed(kind, message: message)
        case 2:
            let facts = try VersionFacts(&values)
            outcome = .judged(facts, rows: values.rest)
        default: throw ValueReader.Malformed()
        }
    }

    /// An answer.
    init(sequence: Int, size: Int?, modified: Int?, outcome: Outcome) {
        self.sequence = sequence
        self.size = size
        self.modified = modified
        self.outcome = outcome
    }
}
