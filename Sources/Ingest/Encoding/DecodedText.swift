import TextModel

/// A file after decoding: its text, how it was decoded, and what should be said about that.
struct DecodedText: Sendable {
    let source: SourceText
    let encoding: TextEncoding
    let notes: [Note]
}
