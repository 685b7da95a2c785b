internal import Lexicons

/// The lexicon that measurements use: the one that came with the program.
enum BenchmarkLexicon {
    /// The lexicon, by way of a cache or compiled afresh.
    static func load(cache: LexiconCache?) throws(BenchmarkError) -> Lexicon {
        do throws(LexiconError) {
            return try LexiconFolder.bundled().load(cache: cache)
        } catch {
            throw BenchmarkError(error.description)
        }
    }
}
