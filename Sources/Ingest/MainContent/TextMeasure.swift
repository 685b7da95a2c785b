/// How much a block says, in words, whatever its script.
struct TextMeasure {
    /// Words; in scripts without spaces, half the characters.
    private(set) var words = 0
    /// Bytes of the signs that programs are full of and prose is not.
    private(set) var signs = 0

    /// What a byte is at the start of a character.
    private enum Class {
        static let gap: UInt8 = 0
        static let word: UInt8 = 1
        static let sign: UInt8 = 2
        static let dash: UInt8 = 3
        static let dense: UInt8 = 4
    }

    private static let classes: [UInt8] = (0..<256).map { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: Class.word
        case 0x22, 0x23, 0x24, 0x26, 0x28...0x2B, 0x3B...0x3E, 0x5B...0x60, 0x7B...0x7E: Class.sign
        case 0xE2: Class.dash
        case 0xE3...0xEC: Class.dense
        case 0x80...: Class.word
        default: Class.gap
        }
    }

    /// Measures a stretch of text.
    init(_ text: [UInt8], _ range: Range<Int>) {
        let bytes = text.span
        let classes = Self.classes.span
        var dense = 0
        var isInWord = false
        var index = range.lowerBound
        while index < range.upperBound {
            var kind = classes[Int(bytes[index])]
            index += 1
            if kind == Class.dash {
                // U+2000 to U+207F are spaces, dashes and quotation marks; everything else here is letters and signs.
                kind = index < range.upperBound && bytes[index] <= 0x81 ? Class.gap : Class.word
                index += 2
            }
            if kind == Class.word {
                if !isInWord { words += 1 }
                isInWord = true
            } else if kind == Class.dense {
                dense += 1
                isInWord = true
                index += 2
            } else {
                if kind == Class.sign { signs += 1 }
                isInWord = false
            }
        }
        words += dense / 2
    }
}
