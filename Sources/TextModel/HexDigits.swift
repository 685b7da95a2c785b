extension FixedWidthInteger {
    /// The number that hexadecimal digits stand for; `nil` for none, for a sign and for what does not fit.
    package init?(hexDigits digits: some Collection<UInt8>) {
        let areDigits = digits.allSatisfy { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 6 }
        guard areDigits, let value = Self(String(decoding: digits, as: UTF8.self), radix: 16) else { return nil }
        self = value
    }
}
