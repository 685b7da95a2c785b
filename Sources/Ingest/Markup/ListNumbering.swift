/// The numbers that a browser prints before the items of a list.
struct ListNumbering {
    /// The number of the next item.
    private var next: Int
    private let step: Int
    private let style: ListNumber.Style

    /// The numbers of a list by what it says about itself; `nil` where it has none, or counts down from the number of its
    /// items, which nobody knows yet.
    init?(_ facts: ElementFacts) {
        guard facts.listStyle != ListNumber.Style.none, facts.listStart != nil || !facts.isReversed else { return nil }
        next = facts.listStart ?? 1
        step = facts.isReversed ? -1 : 1
        style = facts.listStyle ?? .decimal
    }

    /// Letters as browsers count them after z, and office programs do not: aa, ab; `nil` for other styles and numbers.
    private static func letters(_ value: Int, _ style: ListNumber.Style) -> String? {
        guard style == .lowerLetter || style == .upperLetter, value > 26 else { return nil }
        let first = UInt8(ascii: style == .upperLetter ? "A" : "a")
        var (rest, letters) = (value, [UInt8]())
        while rest > 0 {
            rest -= 1
            letters.append(first + UInt8(rest % 26))
            rest /= 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }

    /// The number of an item, which may name another one to count on from.
    mutating func number(value: Int?) -> String {
        let own = value ?? next
        next = own &+ step
        return (Self.letters(own, style) ?? ListNumber.text(own, style: style)) + "."
    }
}

extension ListNumber.Style {
    /// The style that the attribute `type` of a list names.
    init?(type: Span<UInt8>) {
        guard type.count == 1 else { return nil }
        switch type[0] {
        case UInt8(ascii: "1"): self = .decimal
        case UInt8(ascii: "a"): self = .lowerLetter
        case UInt8(ascii: "A"): self = .upperLetter
        case UInt8(ascii: "i"): self = .lowerRoman
        case UInt8(ascii: "I"): self = .upperRoman
        default: return nil
        }
    }

    private static let names: [(String, ListNumber.Style)] = [
        ("lower-alpha", .lowerLetter), ("lower-latin", .lowerLetter), ("upper-alpha", .upperLetter),
        ("upper-latin", .upperLetter), ("lower-roman", .lowerRoman), ("upper-roman", .upperRoman),
        ("decimal-leading-zero", .zeroDecimal), ("decimal", .decimal), ("none", .none), ("disc", .none),
    ]

    /// The style that a style attribute names.
    init?(style: Span<UInt8>) {
        guard style.count > 10, StyleTest.names("list-style", in: style) else { return nil }
        var found: ListNumber.Style?
        for declaration in style.lowercasedText.split(separator: ";") {
            let parts = declaration.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, ["list-style", "list-style-type"].contains(parts[0].filter { !$0.isWhitespace })
            else { continue }
            found = Self.names.first { parts[1].contains($0.0) }?.1 ?? found
        }
        guard let found else { return nil }
        self = found
    }
}
