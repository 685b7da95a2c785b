extension Span<UInt8> {
    /// Whether the bytes are those of `text`.
    func equals(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        for index in 0..<count where unsafe self[index] != text.utf8Start[index] { return false }
        return true
    }

    /// Whether the bytes are those of `text`, which is in lower case, or its capitals.
    func equalsFolded(_ text: StaticString) -> Bool { count == text.utf8CodeUnitCount && hasFolded(text, at: 0) }

    /// Whether `text`, which is in lower case, or its capitals stand at a place.
    func hasFolded(_ text: StaticString, at start: Int) -> Bool {
        guard start + text.utf8CodeUnitCount <= count else { return false }
        for offset in 0..<text.utf8CodeUnitCount {
            let byte = self[start + offset]
            guard unsafe ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) == text.utf8Start[offset] else {
                return false
            }
        }
        return true
    }

    /// The bytes as text.
    var text: String { unsafe withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) } }

    /// The bytes as text, with the letters of ASCII in lower case.
    var lowercasedText: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        for index in 0..<count { bytes.append((0x41...0x5A).contains(self[index]) ? self[index] | 0x20 : self[index]) }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Whether a style hides an element.
enum StyleTest {
    /// Whether the declarations say `display: none` or `visibility: hidden`, in any case and spacing.
    static func hides(_ style: Span<UInt8>) -> Bool {
        for index in 0..<style.count {
            let byte = style[index] | 0x20
            if byte == UInt8(ascii: "d"), has("display:none", in: style, at: index) { return true }
            if byte == UInt8(ascii: "v"), has("visibility:hidden", in: style, at: index) { return true }
        }
        return false
    }

    /// Whether the declarations name a property, in any case and spacing.
    static func names(_ property: StaticString, in style: Span<UInt8>) -> Bool {
        for index in 0..<style.count where has(property, in: style, at: index) { return true }
        return false
    }

    private static func has(_ text: StaticString, in style: Span<UInt8>, at start: Int) -> Bool {
        var index = start
        for offset in 0..<text.utf8CodeUnitCount {
            while index < style.count, style[index] <= 0x20 { index += 1 }
            guard index < style.count else { return false }
            let byte = style[index]
            let folded = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
            guard unsafe folded == text.utf8Start[offset] else { return false }
            index += 1
        }
        return true
    }
}
