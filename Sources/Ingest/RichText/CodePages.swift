/// Code pages of RTF by their Windows numbers, each decoded once.
struct CodePages {
    private var tables: [Int: [[UInt8]]] = [:]

    /// Code pages of two bytes a character.
    private static let wide: Set<Int> = [932, 936, 949, 950, 1361]
    private static let charsets: [Int: Int] = [
        0: 1252, 77: 10000, 128: 932, 129: 949, 130: 1361, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258,
        177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 255: 437,
    ]

    /// The code page that a font's character set stands for; `nil` for that of the document.
    static func page(ofCharset charset: Int) -> Int? { charsets[charset] }

    /// The text of bytes in a code page.
    mutating func text(_ bytes: [UInt8], page: Int) -> [UInt8] {
        if bytes.allSatisfy({ $0 < 0x80 }) { return bytes }
        if Self.wide.contains(page) { return Self.decoded(bytes, page) ?? bytes.map { $0 < 0x80 ? $0 : 0x3F } }
        if tables[page] == nil { tables[page] = Self.table(page) }
        guard let table = tables[page] else { return [] }
        return bytes.flatMap { table[Int($0)] }
    }

    /// The text of each byte, by one conversion of all of them with line feeds between.
    private static func table(_ page: Int) -> [[UInt8]] {
        let upper = (0x80...0xFF).flatMap { (byte: Int) -> [UInt8] in [UInt8(byte), 0x0A] }
        let texts = decoded(upper, page)?.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init) ?? []
        return (0...0xFF).map { byte in
            if byte < 0x80 { return [UInt8(byte)] }
            return texts.indices.contains(byte - 0x80) ? texts[byte - 0x80] : [0xEF, 0xBF, 0xBD]
        }
    }

    private static func decoded(_ bytes: [UInt8], _ page: Int) -> [UInt8]? {
        let name = page == 10000 ? "macintosh" : page == 65001 ? "UTF-8" : page == 874 ? "CP874" : "CP\(page)"
        guard var conversion = Conversion(from: name) else { return nil }
        conversion.run(bytes, from: 0)
        return conversion.source(byteOrderMark: 0).bytes
    }
}
