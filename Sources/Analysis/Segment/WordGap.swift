/// What stands between two words, gathered sign by sign.
struct WordGap {
    /// The strongest mark so far.
    var strength = TokenStream.Break.none
    /// Byte after the sentence end, when a sign that may end a sentence was seen; otherwise -1.
    private(set) var sentenceEnd = -1
    /// Whether that sign is a period.
    private(set) var isPeriod = false
    /// Whether it is an ellipsis, in one sign or several.
    private(set) var isEllipsis = false
    /// Whether white space was seen since.
    var hasSpace = false
    /// Whether something opens: a bracket or a quotation.
    private(set) var hasOpening = false

    /// Adds a sign that is no quotation mark; `to` is the byte after it.
    mutating func add(_ kind: CharacterClass, value: UInt32, to: Int) {
        switch kind {
        case .space:
            hasSpace = true
        case .period, .ender:
            if sentenceEnd < 0 || !hasSpace || !isPeriod {
                isEllipsis = (kind == .period && isPeriod && !hasSpace) || value == 0x2026
                isPeriod = kind == .period || value == 0x2026
            } else {
                isEllipsis = true
            }
            sentenceEnd = to
            hasSpace = false
        case .comma:
            strengthen(.comma)
            sentenceEnd = -1
        case .clause:
            strengthen(.clause)
            sentenceEnd = -1
        case .apostrophe, .quote:
            closeOrOpen(isClosing: !hasSpace, to: to)
        case .closeBracket:
            // "[...]" marks an omission and ends nothing.
            if hasOpening, isEllipsis { sentenceEnd = -1 }
            closeOrOpen(isClosing: true, to: to)
        case .openBracket:
            closeOrOpen(isClosing: false, to: to)
        case .other where value == 0x2D && hasSpace:
            strengthen(.clause)
        case .letter, .digit, .ignorable, .other:
            break
        }
    }

    /// Adds a mark that closes or opens something.
    mutating func closeOrOpen(isClosing: Bool, to: Int) {
        strengthen(.mark)
        if isClosing, sentenceEnd >= 0, !hasSpace { sentenceEnd = to }
        if !isClosing { hasOpening = true }
    }

    private mutating func strengthen(_ mark: TokenStream.Break) {
        if strength < mark { strength = mark }
    }
}
