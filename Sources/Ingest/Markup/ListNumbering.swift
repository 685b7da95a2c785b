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

    /// The number of an item, which may name another one to count on from.
    mutating func number(value: Int?) -> String {
        let own = value ?? next
        next = own &+ step
        return ListNumber.text(own, style: style) + "."
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
        guard style.count > 10 else { return nil }
        let text = style.lowercasedText
        guard let start = text.firstRange(of: "list-style")?.upperBound else { return nil }
        let value = text[start...].prefix { $0 != ";" }
        guard let found = Self.names.first(where: { value.contains($0.0) }) else { return nil }
        self = found.1
    }
}
