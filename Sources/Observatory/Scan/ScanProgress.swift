/// How far a scan is.
package struct ScanProgress: Sendable, Hashable {
    /// Documents that are done.
    package var done: Int { judged + foreign + unchanged + failed }
    /// Documents in all; `nil` while that is not known.
    package var total: Int?
    /// Documents that were judged.
    package var judged = 0
    /// Documents of which nothing is judged, since they are in a language that the lexicon does not read.
    package var foreign = 0
    /// Documents that the store has as they are.
    package var unchanged = 0
    /// Documents that could not be read or judged.
    package var failed = 0
    /// Bytes of the documents that were judged.
    package var bytes = 0

    /// Nothing is done.
    package init(total: Int? = nil) { self.total = total }
}
