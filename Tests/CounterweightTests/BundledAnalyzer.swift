import Counterweight
import Lexicons

/// The analyzer with the lexicon of the repository, made once for all tests.
enum BundledAnalyzer {
    /// Root of the repository.
    static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(
        separator: "/")
    private static let compiled = Result { () throws(LexiconError) in
        try LexiconFolder(path: root + "/Lexicons").source().compile(sha256: "")
    }
    private static let making = compiled.map { Analyzer($0.lexicon) }

    /// The analyzer.
    static func analyzer() throws -> Analyzer { try making.get() }
    /// The examples of its concepts.
    static func examples() throws -> [ConceptExamples] { try compiled.get().examples }
}
