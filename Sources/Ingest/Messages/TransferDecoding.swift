/// Undoes the encodings that bring any content through mail.
enum TransferDecoding {
    /// The content under a `Content-Transfer-Encoding`; as it stands when that is unknown or changes nothing.
    static func decoded(_ bytes: ArraySlice<UInt8>, encoding: String?) -> [UInt8] {
        switch encoding?.filter({ !$0.isWhitespace }).lowercased() {
        case "base64": base64(bytes)
        case "quoted-printable": quotedPrintable(bytes)
        default: Array(bytes)
        }
    }

    /// Bytes of base64; characters that do not belong are passed over.
    static func base64(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var decoded: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for byte in bytes {
            let value: UInt32
            switch byte {
            case 0x41...0x5A: value = UInt32(byte - 0x41)
            case 0x61...0x7A: value = UInt32(byte - 0x61) + 26
            case 0x30...0x39: value = UInt32(byte - 0x30) + 52
            case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
            case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
            default: continue
            }
            bits = bits << 6 | value
            count += 1
            if count == 4 {
                decoded += [UInt8(truncatingIfNeeded: bits >> 16), UInt8(truncatingIfNeeded: bits >> 8)]
                decoded.append(UInt8(truncatingIfNeeded: bits))
                bits = 0
                count = 0
            }
        }
        if count >= 2 { decoded.append(UInt8(truncatingIfNeeded: count == 2 ? bits >> 4 : bits >> 10)) }
        if count == 3 { decoded.append(UInt8(truncatingIfNeeded: bits >> 2)) }
        return decoded
    }

    /// Bytes of quoted-printable: `=C3=A9`, and `=` at the end of a line that goes on.
    static func quotedPrintable(_ bytes: ArraySlice<UInt8>, underscoreIsSpace: Bool = false) -> [UInt8] {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            guard byte == UInt8(ascii: "=") else {
                decoded.append(underscoreIsSpace && byte == UInt8(ascii: "_") ? 0x20 : byte)
                continue
            }
            if index + 1 < bytes.endIndex, let high = hex(bytes[index]), let low = hex(bytes[index + 1]) {
                decoded.append(high << 4 | low)
                index += 2
                continue
            }
            var end = index
            while end < bytes.endIndex, bytes[end] == 0x20 || bytes[end] == 0x09 || bytes[end] == 0x0D { end += 1 }
            if end < bytes.endIndex, bytes[end] == 0x0A { index = end + 1 } else { decoded.append(byte) }
        }
        return decoded
    }

    /// The value of a hexadecimal digit.
    static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
