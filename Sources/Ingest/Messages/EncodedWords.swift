/// Header fields with text in other encodings than ASCII: `=?utf-8?Q?D=C3=A9claration?=`.
enum EncodedWords {
    /// The field as text. Words that cannot be decoded stay as they are.
    static func text(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var rest = bytes[...]
        var afterWord = false
        while !rest.isEmpty {
            if let (word, length) = word(rest) {
                // White space between two words is only there to break the line.
                if afterWord { while text.last == 0x20 { text.removeLast() } }
                text += word
                rest = rest.dropFirst(length)
                afterWord = true
            } else if let first = rest.popFirst() {
                text.append(first < 0x20 ? 0x20 : first)
                if first > 0x20 { afterWord = false }
            }
        }
        return SmallText.folded(text)
    }

    private static func word(_ bytes: ArraySlice<UInt8>) -> ([UInt8], Int)? {
        guard bytes.starts(with: "=?".utf8) else { return nil }
        let mark = UInt8(ascii: "?")
        let start = bytes.startIndex + 2
        let limit = min(bytes.endIndex, start + 1000)
        guard let first = bytes[start..<limit].firstIndex(of: mark), first + 2 < limit, bytes[first + 2] == mark,
            let last = bytes[(first + 3)..<limit].firstIndex(of: mark), last + 1 < limit,
            bytes[last + 1] == UInt8(ascii: "=")
        else { return nil }
        let content = bytes[(first + 3)..<last]
        let decoded: [UInt8]
        switch bytes[first + 1] | 0x20 {
        case UInt8(ascii: "b"): decoded = TransferDecoding.base64(content)
        case UInt8(ascii: "q"): decoded = TransferDecoding.quotedPrintable(content, underscoreIsSpace: true)
        default: return nil
        }
        let name = String(decoding: bytes[start..<first], as: UTF8.self)
        let charset = name.split(separator: "*").first.map(String.init) ?? name
        guard let text = try? TextDecoder(requested: charset, format: .text).decode(decoded, path: "") else {
            return nil
        }
        return (text.source.bytes, last + 2 - bytes.startIndex)
    }
}
