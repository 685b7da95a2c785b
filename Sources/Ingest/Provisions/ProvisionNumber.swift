import TextModel

/// A number of a provision taken apart: "Article 5" is 5, "9 (1)" is 9 and 1, "22A(2)(b)" is 22A, 2 and b.
struct ProvisionNumber: Equatable {
    /// The place of the short form of its word, such as that of "Article".
    private(set) var form: Int?
    /// Its parts from the outside in, without brackets.
    private(set) var parts: [String] = []
    /// Whether the first part stands in brackets.
    private(set) var isBracketed = false

    /// Takes a number apart; a bullet or dash has no parts.
    init(_ number: String, words: ReferenceWords) {
        for token in number.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0xA0 }) {
            let token = Array(token)
            if form == nil, parts.isEmpty, let first = token.first, first != 0x28, !Self.isDigit(first) {
                form =
                    words.provision(token[...]) ?? words.provision(token[..<(token.lastIndex(of: 0x2E) ?? token.count)])
                if form != nil { continue }
            }
            if parts.isEmpty { isBracketed = token.first == 0x28 }
            parts += Self.parts(of: token)
        }
    }

    /// The parts of one printed number: stretches of letters, digits and inner periods.
    static func parts(of token: [UInt8]) -> [String] {
        var parts: [String] = []
        var part: [UInt8] = []
        for (index, byte) in token.enumerated() {
            let isInner = byte == 0x2E && !part.isEmpty && index + 1 < token.count && isDigit(token[index + 1])
            if isAlphanumeric(byte) || isInner {
                part.append(byte)
            } else if !part.isEmpty {
                parts.append(String(decoding: part, as: UTF8.self))
                part = []
            }
        }
        if !part.isEmpty { parts.append(String(decoding: part, as: UTF8.self)) }
        return parts.allSatisfy { $0.utf8.count <= 8 } ? parts : []
    }

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) }
    static func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }
}
