package import TextModel

/// Results that are written document by document, so that no more than one has to be held in memory.
///
/// The pieces, put together in order of the paths, are byte for byte what ``OutputFormat/bytes(of:options:)`` gives.
package protocol ResultStream {
    /// What comes before the first document.
    mutating func begin() -> [UInt8]
    /// What is written of a document.
    mutating func add(_ report: Report) -> [UInt8]
    /// What comes after the last document.
    mutating func end(failures: [Failure]) -> [UInt8]
}

extension ResultStream {
    /// Nothing, in most formats.
    package mutating func begin() -> [UInt8] { [] }
    /// Nothing, in most formats.
    package mutating func end(failures: [Failure]) -> [UInt8] { [] }
}

/// A format that can be written document by document.
protocol StreamingFormatter: Formatter {
    func makeStream(_ options: ReportingOptions) -> any ResultStream
}

extension StreamingFormatter {
    func stream(_ options: ReportingOptions) -> (any ResultStream)? { makeStream(options) }

    func bytes(of results: Results, options: ReportingOptions) -> [UInt8] {
        var stream = makeStream(options)
        var bytes = stream.begin()
        for report in results.reports { bytes += stream.add(report) }
        return bytes + stream.end(failures: results.failures)
    }
}
