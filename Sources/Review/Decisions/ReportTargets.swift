internal import TextModel

/// The findings of a report as `check --format json` writes it, as places for decisions.
package struct ReportTargets: Sendable {
    /// Why a file cannot be used.
    package struct Malformed: Error, Sendable, CustomStringConvertible {
        /// What is wrong and what to do.
        package let description: String
    }

    /// The findings.
    package let targets: [AnchorTarget]
    /// Hashes of all documents by path.
    package let documents: [String: String]
    /// The passage of each finding.
    package let passages: [DecisionEvent.Subject: String]

    /// Reads a report's bytes.
    /// - Throws: ``Malformed`` when they are no such report.
    package init(bytes: [UInt8]) throws(Malformed) {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONParser.value(of: bytes)
        } catch {
            throw Malformed(description: "is not valid JSON: \(error.message) at byte \(error.offset)")
        }
        guard let documents = value["documents"]?.elements, let findings = value["findings"]?.elements else {
            throw Malformed(
                description: "is no report; make one with: counterweight check PATH --format json --output FILE")
        }
        var hashes: [String: String] = [:]
        for document in documents {
            if let path = document["path"]?.text { hashes[path] = document["sha256"]?.text ?? "" }
        }
        var targets: [AnchorTarget] = []
        var passages: [DecisionEvent.Subject: String] = [:]
        for finding in findings {
            guard let path = finding["path"]?.text, let rule = finding["rule"]?.text,
                let fingerprint = finding["fingerprint"]?.text, let exact = finding["quote"]?["exact"]?.text
            else { throw Malformed(description: "has a finding without path, rule, fingerprint or quote") }
            let subject = DecisionEvent.Subject(path: path, rule: rule, fingerprint: fingerprint)
            let quote = QuoteSelector(
                exact: exact, prefix: finding["quote"]?["prefix"]?.text ?? "",
                suffix: finding["quote"]?["suffix"]?.text ?? "")
            targets.append(AnchorTarget(subject: subject, hash: hashes[path] ?? "", quote: quote))
            passages[subject] = finding["passage"]?["text"]?.text
        }
        self.targets = targets
        self.documents = hashes
        self.passages = passages
    }
}
