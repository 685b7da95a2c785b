internal import TextModel

/// A draft that an editor has open, and what was last said of it.
struct OpenDraft {
    let uri: String
    /// Path as `check` would name it.
    let path: String
    let languageID: String
    let encoding: PositionEncoding
    var version: Int?
    var buffer: TextBuffer {
        didSet { isStale = true }
    }
    /// Whether it changed since it was judged.
    var isStale = true
    private(set) var judged: JudgedText?

    init(uri: String, path: String, languageID: String, version: Int?, text: String, encoding: PositionEncoding) {
        self.uri = uri
        self.path = path
        self.languageID = languageID
        self.version = version
        self.encoding = encoding
        buffer = TextBuffer(text)
    }

    /// Judges the text as it stands; why that failed, if it did.
    mutating func judge(by judge: Judge) -> String? {
        isStale = false
        judged = nil
        guard buffer.hasText else { return nil }
        switch judge.outcome(draft(buffer)) {
        case .failure(let message): return message
        case .report(let report):
            judged = JudgedText(report, of: buffer, encoding, lowestBand: judge.lowestBand)
            return nil
        }
    }

    /// This draft with another text.
    func draft(_ buffer: TextBuffer) -> Draft { Draft(path: path, languageID: languageID, bytes: buffer.bytes) }
}
