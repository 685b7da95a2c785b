/// The least that any reader of words must do: fold case, tell letters from the rest, hash every word.
enum WordLoop {
    /// A number that depends on every word.
    static func hash(_ bytes: [UInt8]) -> Int {
        let span = bytes.span
        var total: UInt64 = 0
        var word: UInt64 = 0xCBF2_9CE4_8422_2325
        var index = 0
        while index < span.count {
            let byte = span[index]
            let folded = byte | 0x20
            if (folded >= 0x61 && folded <= 0x7A) || byte >= 0x80 {
                word = (word ^ UInt64(folded)) &* 0x0000_0100_0000_01B3
            } else {
                total ^= word
                word = 0xCBF2_9CE4_8422_2325
            }
            index += 1
        }
        return Int(truncatingIfNeeded: total ^ word)
    }
}
