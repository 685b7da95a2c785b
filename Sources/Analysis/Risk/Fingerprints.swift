internal import TextModel

/// Gives every finding a name that survives edits elsewhere in the document.
///
/// It is taken from the rule and the passage's words alone, lower-cased and without white space and
/// punctuation, so that re-wrapping or a changed quotation mark keeps it. Equal ones in a document are
/// told apart by their order.
struct Fingerprints {
    private var seen: [String: Int] = [:]

    /// Stamps a finding. The passage's text is hashed once for each finding: linear in it.
    mutating func stamp(_ finding: Finding, in document: Document) -> Finding {
        var hash = SHA256()
        hash.update(Array(finding.rule.utf8))
        hash.update([0])
        let text = document.string(document.blocks[finding.block].span).lowercased()
        hash.update(Array(String(text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }).utf8))
        let name = String(hash.hexDigest().prefix(16))
        let count = seen[name, default: 0]
        seen[name] = count + 1
        var stamped = finding
        stamped.fingerprint = count == 0 ? name : "\(name)-\(count + 1)"
        return stamped
    }
}
