/// One word of a document: where it stands, which word it is, and what stands before it.
package struct Token: Sendable, Hashable {
    /// First byte in the document's text.
    package let start: UInt32
    /// Byte after the last.
    package let end: UInt32
    /// Word type, capital and break in one number, so that a token is twelve bytes.
    private let packed: UInt32

    private static let capital: UInt32 = 1 << 3
    private static let typeShift: UInt32 = 4

    init(start: Int, end: Int, type: Int, breakBefore: TokenStream.Break, isCapitalised: Bool) {
        self.start = UInt32(truncatingIfNeeded: start)
        self.end = UInt32(truncatingIfNeeded: end)
        packed =
            UInt32(truncatingIfNeeded: type) << Self.typeShift | UInt32(breakBefore.rawValue)
            | (isCapitalised ? Self.capital : 0)
    }

    /// Word type, an index into ``WordTypes``.
    package var type: Int { Int(packed >> Self.typeShift) }
    /// Whether the word begins with a capital.
    package var isCapitalised: Bool { packed & Self.capital != 0 }
    /// What stands before the word.
    package var breakBefore: TokenStream.Break { TokenStream.Break(rawValue: UInt8(packed & 7)) ?? .sentence }
    /// The same word with nothing before it.
    var following: Token {
        Token(
            start: Int(start), end: Int(end), type: type, breakBefore: .none, isCapitalised: isCapitalised)
    }
    /// Whether nothing stronger stands before the word.
    func follows(_ strongest: TokenStream.Break) -> Bool { packed & 7 <= UInt32(strongest.rawValue) }
}
