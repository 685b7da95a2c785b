internal import TextModel

/// Fields of a form or a query as a browser encodes them.
struct FormFields: Sendable {
    private let values: [String: String]

    /// Reads `a=b&c=d`; of equal names the first counts. Bytes that are no UTF-8 become replacement characters.
    init(_ text: some StringProtocol) {
        var values: [String: String] = [:]
        for pair in text.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = Self.decoded(parts[0])
            if values[name] == nil { values[name] = parts.count > 1 ? Self.decoded(parts[1]) : "" }
        }
        self.values = values
    }

    /// The value of a name, or an empty text.
    subscript(_ name: String) -> String { values[name] ?? "" }

    /// As a place in an address: everything but letters, digits and `-._~` as percent and digits.
    static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
            default: bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func decoded(_ text: some StringProtocol) -> String {
        let encoded = Array(text.utf8)
        var bytes: [UInt8] = []
        var index = 0
        while index < encoded.count {
            if encoded[index] == 0x25, index + 2 < encoded.count,
                let byte = UInt8(hexDigits: encoded[(index + 1)...(index + 2)])
            {
                bytes.append(byte)
                index += 3
            } else {
                bytes.append(encoded[index] == 0x2B ? 0x20 : encoded[index])
                index += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
