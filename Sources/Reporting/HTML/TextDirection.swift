/// The direction of a text, by its first letter that has one.
enum TextDirection: String {
    case leftToRight = "ltr"
    case rightToLeft = "rtl"

    init(of text: String) {
        let first = text.unicodeScalars.first { $0.properties.isAlphabetic }
        self = first.map { Self.isRightToLeft($0.value) } == true ? .rightToLeft : .leftToRight
    }

    /// Hebrew, Arabic, Syriac, Thaana, N'Ko and the other blocks that Unicode sets aside for such scripts.
    private static func isRightToLeft(_ value: UInt32) -> Bool {
        switch value {
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }
}
