/// What a character is to the tokenizer.
enum CharacterClass: UInt8 {
    case letter, digit, space, apostrophe, period, ender, comma, clause, quote, openBracket, closeBracket, ignorable,
        other

    /// Class of an ASCII character.
    static func ascii(_ byte: UInt8) -> CharacterClass {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
        case 0x09...0x0D, 0x20: .space
        case UInt8(ascii: "'"): .apostrophe
        case UInt8(ascii: "."): .period
        case UInt8(ascii: "!"), UInt8(ascii: "?"): .ender
        case UInt8(ascii: ","): .comma
        case UInt8(ascii: ";"), UInt8(ascii: ":"): .clause
        case UInt8(ascii: "\""): .quote
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .openBracket
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): .closeBracket
        default: .other
        }
    }

    /// Class of a character outside ASCII.
    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: self = .ignorable
        // The acute accent as a sign of its own stands for an apostrophe on many keyboards.
        case 0x2018, 0x2019, 0x02BC, 0xB4: self = .apostrophe
        case 0x201C...0x201F, 0xAB, 0xBB, 0x2039, 0x203A, 0x300C...0x300F: self = .quote
        case 0x2013...0x2015: self = .clause
        case 0x2026, 0x203C...0x203D, 0x3002, 0xFF01, 0xFF1F, 0x061F, 0x06D4, 0x0964: self = .ender
        case 0x060C, 0x3001, 0xFF0C: self = .comma
        // Digits above the line are signs of notes and powers.
        case 0xB2, 0xB3, 0xB9, 0x2070, 0x2074...0x2079: self = .other
        case 0xFF1A, 0xFF1B, 0x061B: self = .clause
        default:
            let properties = scalar.properties
            if properties.isAlphabetic || properties.generalCategory == .nonspacingMark
                || properties.generalCategory == .spacingMark
            {
                self = .letter
            } else if properties.numericType != nil {
                self = .digit
            } else if properties.isWhitespace {
                self = .space
            } else {
                self = .other
            }
        }
    }
}
