/// Values of numerals.
enum Numeral {
    /// The value of a well-formed roman numeral in one case.
    static func roman(_ word: ArraySlice<UInt8>) -> Int? {
        guard !word.isEmpty, word.count <= 8, let first = word.first else { return nil }
        let isUpper = first < 0x60
        var total = 0
        var previous = 0
        for byte in word.reversed() {
            guard (byte < 0x60) == isUpper, let value = digits[byte | 0x20] else { return nil }
            total += value < previous ? -value : value
            previous = max(previous, value)
        }
        return total > 0 && text(of: total) == word.map({ $0 | 0x20 }) ? total : nil
    }

    /// The place of a letter in the alphabet: a, b, …, z, aa, bb, …
    static func letter(_ word: ArraySlice<UInt8>) -> Int? {
        guard let first = word.first, word.count <= 2, word.allSatisfy({ $0 == first }) else { return nil }
        guard (0x61...0x7A).contains(first | 0x20) else { return nil }
        return Int((first | 0x20) - 0x60) + 26 * (word.count - 1)
    }

    private static let digits: [UInt8: Int] = [0x69: 1, 0x76: 5, 0x78: 10, 0x6C: 50, 0x63: 100, 0x64: 500, 0x6D: 1000]

    private static func text(of value: Int) -> [UInt8] {
        let parts: [(Int, String)] = [
            (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
            (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
        ]
        var rest = value
        var text: [UInt8] = []
        for (size, letters) in parts {
            while rest >= size {
                text += letters.utf8
                rest -= size
            }
        }
        return text
    }
}
