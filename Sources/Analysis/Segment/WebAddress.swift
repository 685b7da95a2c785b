/// Addresses on the web within running text. They are names: what their parts spell says nothing of the text.
enum WebAddress {
    /// Where an address ends that begins with the word before `index` and goes on there: a scheme with "://", or a host
    /// with a path. `nil` when there is none. Linear in the address.
    ///
    /// A closing bracket that was not opened in it ends an address, and so does what no address holds; punctuation at its
    /// end belongs to the sentence.
    static func end(after word: Token, at index: Int, in text: Span<UInt8>, limit: Int) -> Int? {
        guard Int(word.end) == index else { return nil }
        let isScheme =
            text[index] == UInt8(ascii: ":") && index + 3 < limit && text[index + 1] == UInt8(ascii: "/")
            && text[index + 2] == UInt8(ascii: "/")
        let isPath = text[index] == UInt8(ascii: "/") && index + 1 < limit && isHost(word, in: text)
        guard isScheme || isPath else { return nil }
        var end = index
        var open = 0
        scan: while end < limit {
            switch text[end] {
            case UInt8(ascii: "("): open += 1
            case UInt8(ascii: ")"):
                if open == 0 { break scan }
                open -= 1
            case 0...0x20, 0x7F..., UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
                UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "\\"):
                break scan
            default: break
            }
            end += 1
        }
        while end > index + 1, punctuation.contains(text[end - 1]) { end -= 1 }
        return end
    }

    private static let punctuation = Array(".,;:!?'*_".utf8)

    /// Whether a word ends in a period and two letters or more.
    private static func isHost(_ word: Token, in text: Span<UInt8>) -> Bool {
        var letters = 0
        var place = Int(word.end) - 1
        while place > Int(word.start), (text[place] | 0x20) &- 0x61 < 26 {
            letters += 1
            place -= 1
        }
        return letters >= 2 && place > Int(word.start) && text[place] == UInt8(ascii: ".")
    }
}
