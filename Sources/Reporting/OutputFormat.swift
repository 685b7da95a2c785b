package import TextModel

/// A way to write results down: one file for each and one line in ``all``.
package struct OutputFormat: Sendable {
    /// Name on the command line: "full".
    package let name: String
    /// What it is for, in a few words, for the help text.
    package let summary: String
    /// Whether it shows suggested wording, which costs time to find.
    package let showsSuggestions: Bool
    private let formatter: any Formatter

    /// Every format, in the order in which the help text lists them.
    package static let all: [OutputFormat] = [
        OutputFormat("full", "passages with their findings, for a terminal", FullFormat()),
        OutputFormat("concise", "one line for each finding", ConciseFormat(), showsSuggestions: false),
        OutputFormat("json", "one versioned object", JSONFormat()),
        OutputFormat("jsonl", "one JSON object for each finding", JSONLinesFormat()),
        OutputFormat("html", "one page that works offline", HTMLFormat()),
        OutputFormat("markdown", "a summary for a comment or a job page", MarkdownFormat(), showsSuggestions: false),
        OutputFormat("csv", "one row for each finding", CSVFormat(), showsSuggestions: false),
        OutputFormat("sarif", "SARIF 2.1.0, for code scanning", SARIFFormat()),
        OutputFormat("github", "annotations of GitHub Actions", GitHubFormat(), showsSuggestions: false),
        OutputFormat("gitlab", "a code quality report of GitLab", GitLabFormat(), showsSuggestions: false),
        OutputFormat("rdjsonl", "diagnostics for reviewdog", ReviewdogFormat()),
        OutputFormat("junit", "JUnit XML", JUnitFormat(), showsSuggestions: false),
    ]

    /// The format with that name.
    package init?(name: String) {
        guard let format = Self.all.first(where: { $0.name == name }) else { return nil }
        self = format
    }

    private init(_ name: String, _ summary: String, _ formatter: any Formatter, showsSuggestions: Bool = true) {
        self.name = name
        self.summary = summary
        self.formatter = formatter
        self.showsSuggestions = showsSuggestions
    }

    /// The results in this format, UTF-8, with a line feed at the end unless there is nothing to say.
    ///
    /// The same results give the same bytes whatever the order in which they were collected.
    package func bytes(of results: Results, options: ReportingOptions = ReportingOptions()) -> [UInt8] {
        formatter.bytes(of: results, options: options)
    }

    /// The results in this format document by document; `nil` for a format that has to know them all.
    package func stream(options: ReportingOptions = ReportingOptions()) -> (any ResultStream)? {
        formatter.stream(options)
    }

    /// The results in this format document by document, in sections that have to be put away until the end; `nil` for a
    /// format that is a stream or has to know all documents. `rules` is the rule book.
    package func sections(
        options: ReportingOptions = ReportingOptions(), rules: [RuleDescription]
    ) -> (any SectionedStream)? {
        formatter.sections(options, rules: rules)
    }
}

/// What every format can do.
protocol Formatter: Sendable {
    func bytes(of results: Results, options: ReportingOptions) -> [UInt8]
    /// The same document by document; `nil` for a format that has to know them all.
    func stream(_ options: ReportingOptions) -> (any ResultStream)?
    /// The same in sections; `nil` for a format that has none.
    func sections(_ options: ReportingOptions, rules: [RuleDescription]) -> (any SectionedStream)?
}

extension Formatter {
    func stream(_ options: ReportingOptions) -> (any ResultStream)? { nil }
    func sections(_ options: ReportingOptions, rules: [RuleDescription]) -> (any SectionedStream)? { nil }
}
