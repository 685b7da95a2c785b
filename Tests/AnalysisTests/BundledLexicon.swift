import Analysis
import Lexicons

/// The lexicon of the repository, compiled once for all tests.
enum BundledLexicon {
    private static let compiled = Result { () throws(LexiconError) in
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        return try LexiconFolder(path: root + "/Lexicons").source().compile(sha256: "").lexicon
    }
    private static let judging = compiled.map(Judge.init)

    /// The lexicon.
    static func lexicon() throws -> Lexicon { try compiled.get() }
    /// A judge with the lexicon.
    static func judge() throws -> Judge { try judging.get() }
}
