import Lexicons
import TextModel

/// The structural words of this repository's lexicon, read once for all tests.
enum RepositoryWords {
    private static let folder =
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        + "/Lexicons"
    private static let reading = Result { () throws(LexiconError) in
        try LexiconFolder(path: folder).load(cache: nil).structure
    }

    /// The words.
    static func words() throws -> StructuralWords { try reading.get() }
}
