/// Makes text from a document safe to print.
///
/// A document must not move the cursor, colour the screen or turn the reading direction of what stands
/// beside it. Control characters become their pictures, and invisible ones that change the order or
/// the look of text become their code point in angle brackets.
package enum VisibleText {
    /// The text with everything that could act on a terminal made visible.
    package static func of(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { replacement(for: $0) != nil }) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if let visible = replacement(for: scalar) {
                result += visible
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// What stands for a scalar that may not be printed; `nil` for all others. A tab becomes four spaces.
    static func replacement(for scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0x09: return "    "
        case 0..<0x20: return picture(0x2400 + scalar.value)
        case 0x7F: return picture(0x2421)
        case 0x80..<0xA0, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFFF9...0xFFFB,
            0xE0000...0xE0FFF:
            return "<U+" + hexadecimal(scalar.value) + ">"
        default: return nil
        }
    }

    private static func picture(_ value: UInt32) -> String? {
        Unicode.Scalar(value).map { String(Character($0)) }
    }

    private static func hexadecimal(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
