/// What the user asked to measure.
struct BenchmarkArguments {
    /// Size of the generated text, in millions of bytes.
    private(set) var megabytes = 4
    /// Runs of every measurement; the median counts.
    private(set) var runs = 5
    /// Documents to measure instead of generated ones.
    private(set) var paths: [String] = []
    /// Whether to print the usage and do nothing.
    private(set) var wantsHelp = false

    static let usage = """
        usage: counterweight-bench [--megabytes N] [--runs N] [PATH...]
               counterweight-bench generate [--documents N] [--seed N] DIR

        Without paths, measures a text of N million bytes made from the words and sentences of
        Corpora/samples, as plain text, HTML and XML. A path is a document or a folder of documents.

        generate writes N documents of several genres, years and countries to the folder DIR, with a
        manifest.csv that names them; the same seed gives the same bytes.
        """

    /// Reads the arguments after the program's name.
    init(_ arguments: ArraySlice<String>) throws(BenchmarkError) {
        var rest = arguments
        while let argument = rest.popFirst() {
            switch argument {
            case "--megabytes": megabytes = try Self.number(rest.popFirst(), of: argument)
            case "--runs": runs = try Self.number(rest.popFirst(), of: argument)
            case "--help", "-h": wantsHelp = true
            default:
                guard !argument.hasPrefix("-") else {
                    throw BenchmarkError("unknown option \(argument)\n\n\(Self.usage)")
                }
                paths.append(argument)
            }
        }
    }

    private static func number(_ text: String?, of option: String) throws(BenchmarkError) -> Int {
        guard let text, let number = Int(text), (1...1_000).contains(number) else {
            throw BenchmarkError("\(option) needs a number from 1 to 1000")
        }
        return number
    }
}

/// Why nothing can be measured.
struct BenchmarkError: Error {
    let message: String
    init(_ message: String) { self.message = message }
}
