internal import TextModel

/// Gives every finding a name that survives edits elsewhere in the document.
///
/// It is taken from the rule and the passage's words alone, lower-cased and without white space and
/// punctuation, so that re-wrapping or a changed quotation mark keeps it. Equal ones in a document are
/// told apart by their order.
struct Fingerprints {
    private var seen: [String: Int] = [:]
    private var passage: (block: Int, text: [UInt8])?

    /// Stamps a finding. Linear in the passage.
    mutating func stamp(_ finding: inout Finding, in document: Document) {
        var hash = SHA256()
        hash.update(finding.rule.utf8.span)
        hash.update([0].span)
        let words = letters(of: finding.block, in: document)
        hash.update(words.span)
        let name = hash.hexDigest(digits: 16)
        let count = seen[name, default: 0]
        seen[name] = count + 1
        finding.fingerprint = count == 0 ? name : "\(name)-\(count + 1)"
    }

    /// A passage without white space and punctuation, ASCII lower-cased; kept for the next finding in it.
    private mutating func letters(of block: Int, in document: Document) -> [UInt8] {
        if let passage, passage.block == block { return passage.text }
        let bytes = document.text[document.blocks[block].span.range]
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            switch byte {
            case 0x41...0x5A: text.append(byte | 0x20)
            case 0x61...0x7A, 0x30...0x39: text.append(byte)
            case 0xE2 where index + 2 < bytes.endIndex && bytes[index + 1] & 0xFC == 0x80: index += 2
            case 0x80...: text.append(byte)
            default: break
            }
            index += 1
        }
        passage = (block, text)
        return text
    }
}
