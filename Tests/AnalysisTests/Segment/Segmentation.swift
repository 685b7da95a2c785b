import Lexicons
import TextModel

@testable import Analysis

/// A text of one paragraph cut into sentences and words.
struct Segmentation {
    let document: Document
    let tokens: TokenStream

    init(_ text: String) throws {
        try self.init(paragraphs: [text])
    }

    init(paragraphs: [String]) throws {
        var builder = DocumentBuilder(source: SourceText(bytes: paragraphs.flatMap { Array($0.utf8) }))
        var start = 0
        for paragraph in paragraphs {
            builder.open(.paragraph)
            builder.append(verbatim: start..<(start + paragraph.utf8.count))
            start += paragraph.utf8.count
        }
        document = builder.finish(path: "x", format: "text", encoding: TextEncoding(name: "UTF-8", origin: .valid))
        tokens = Segmenter(try BundledLexicon.lexicon()).segment(document)
    }

    /// The sentences as written.
    var sentences: [String] { tokens.sentences.map { document.string($0.span) } }
    /// The words as written.
    var words: [String] { (0..<tokens.count).map { document.string(tokens.span(of: $0..<($0 + 1))) } }
    /// What stands in quotation marks, from its first to its last word.
    var quotations: [String] { tokens.quotations.map { document.string(tokens.span(of: $0)) } }
}
