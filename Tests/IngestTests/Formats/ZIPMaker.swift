import Foundation

/// Writes ZIP archives without compression, entry by entry, whole or with the flaws that a test asks for.
struct ZIPMaker {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// An archive of these parts.
    static func archive(_ parts: KeyValuePairs<String, String>) -> [UInt8] {
        var maker = ZIPMaker()
        for (name, text) in parts { maker.add(name, Array(text.utf8)) }
        return maker.finished()
    }

    /// Adds an entry. An encrypted one only says so: its content is not.
    mutating func add(_ name: String, _ content: [UInt8], isEncrypted: Bool = false) {
        let crc = Self.crc(content)
        let flags: UInt16 = (isEncrypted ? 1 : 0) | 0x0800
        let fields =
            Self.two(20) + Self.two(flags) + Self.two(0) + Self.two(0) + Self.two(0x21) + Self.four(crc)
            + Self.four(UInt32(content.count)) + Self.four(UInt32(content.count)) + Self.two(UInt16(name.utf8.count))
        let offset = UInt32(bytes.count)
        bytes += [0x50, 0x4B, 3, 4] + fields + Self.two(0) + Array(name.utf8) + content
        directory += [0x50, 0x4B, 1, 2] + Self.two(20) + fields + Self.two(0) + Self.two(0) + Self.two(0) + Self.two(0)
        directory += Self.four(0) + Self.four(offset) + Array(name.utf8)
        count += 1
    }

    /// The bytes of the archive.
    func finished() -> [UInt8] {
        bytes + directory + [0x50, 0x4B, 5, 6] + Self.two(0) + Self.two(0) + Self.two(UInt16(count))
            + Self.two(UInt16(count)) + Self.four(UInt32(directory.count)) + Self.four(UInt32(bytes.count))
            + Self.two(0)
    }

    private static func two(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }

    private static func four(_ value: UInt32) -> [UInt8] {
        two(UInt16(value & 0xFFFF)) + two(UInt16(value >> 16))
    }

    static func crc(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }
}

/// Writes gzip files with stored blocks.
enum GzipMaker {
    static func file(_ content: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
        var rest = content[...]
        repeat {
            let piece = rest.prefix(65_535)
            rest = rest.dropFirst(piece.count)
            let count = UInt16(piece.count)
            bytes += [rest.isEmpty ? 1 : 0] + two(count) + two(~count) + piece
        } while !rest.isEmpty
        let crc = ZIPMaker.crc(content)
        let size = UInt32(truncatingIfNeeded: content.count)
        return bytes + two(UInt16(crc & 0xFFFF)) + two(UInt16(crc >> 16)) + two(UInt16(size & 0xFFFF))
            + two(UInt16(size >> 16))
    }

    private static func two(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }
}
