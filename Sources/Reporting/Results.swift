package import TextModel

/// Everything that one run has to say.
package struct Results: Sendable {
    /// Documents that were judged, by path.
    package let reports: [Report]
    /// Files that were not, by path.
    package let failures: [Failure]
    /// What judged them.
    package let tool: ToolInfo
    /// The rule book: rules and credits, by id as the caller orders them.
    package let rules: [RuleDescription]
    /// SHA-256 of the original files, by path.
    package let hashes: [String: String]
    /// The band from which on findings of a document are failures, by path; without one, every finding is.
    package let failBands: [String: Band]

    /// Collects a run; reports and failures are put in order of their paths.
    ///
    /// `hashes` holds hexadecimal digests of the original bytes by path. A valid UTF-8 file needs none,
    /// since its bytes can be told from the document.
    package init(
        reports: [Report], failures: [Failure] = [], tool: ToolInfo, rules: [RuleDescription] = [],
        hashes: [String: String] = [:], failBands: [String: Band] = [:]
    ) {
        self.reports = reports.sorted { $0.document.path < $1.document.path }
        self.failures = failures.sorted { ($0.path, $0.message) < ($1.path, $1.message) }
        self.tool = tool
        self.rules = rules
        self.hashes = hashes
        self.failBands = failBands
    }

    /// Whether a finding of a document makes the run fail.
    func isFailure(_ finding: Finding, in document: Document) -> Bool {
        guard let lowest = failBands[document.path] else { return true }
        return lowest != .none && finding.band >= lowest
    }

    /// SHA-256 of the original file, where it was given or can be told.
    func hash(of document: Document) -> String? { Self.hash(of: document, among: hashes) }

    /// SHA-256 of the original file, where it is among the known ones or can be told.
    package static func hash(of document: Document, among hashes: [String: String]) -> String? {
        if let known = hashes[document.path] { return known }
        guard document.source.originalOffsets == nil else { return nil }
        var hash = SHA256()
        if document.source.byteOrderMark == 3 { hash.update([0xEF, 0xBB, 0xBF]) }
        hash.update(document.source.bytes)
        return hash.hexDigest()
    }
}

/// A file that could not be read or decoded.
package struct Failure: Sendable, Hashable {
    /// Path as the user named it.
    package let path: String
    /// What went wrong and what to do next, one sentence.
    package let message: String

    /// Makes a failure.
    package init(path: String, message: String) {
        self.path = path
        self.message = message
    }
}

/// What produced the results, so that a reader can produce them again.
package struct ToolInfo: Sendable, Hashable {
    /// Name of the program.
    package let name: String
    /// Its version.
    package let version: String
    /// Version of the lexicon.
    package let lexiconVersion: String
    /// SHA-256 of the lexicon's files, in hexadecimal.
    package let lexiconHash: String

    /// Makes a description of the tool.
    package init(name: String, version: String, lexiconVersion: String, lexiconHash: String) {
        self.name = name
        self.version = version
        self.lexiconVersion = lexiconVersion
        self.lexiconHash = lexiconHash
    }
}
