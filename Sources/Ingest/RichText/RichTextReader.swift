import TextModel

/// Reads RTF documents: the text as it stands when tracked deletions are gone, without comments, heads and feet.
struct RichTextReader {
    /// Words that give text its structure.
    let words: LineWords

    /// The document. Linear in the size of the file; what is broken is read as well as it can be.
    func document(_ bytes: [UInt8], path: String) -> Document {
        var body = RichTextBody(bytes)
        body.read()
        return body.text.document(path: path, format: .rtf, words: words)
    }
}
