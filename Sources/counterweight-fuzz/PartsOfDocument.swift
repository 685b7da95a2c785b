internal import Ingest

/// Bytes that are no ZIP file as the parts of a document that is one inside, a zero byte between two parts.
///
/// A fuzzer hardly ever changes a ZIP file so that it stays one; this way it reaches the readers of the parts.
struct PartsOfDocument {
    /// The file: the bytes as they are where their format is no such document.
    let bytes: [UInt8]

    private static let names: [InputFormat: [String]] = [
        .docx: ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml"],
        .odt: ["content.xml", "styles.xml", "meta.xml"],
        .epub: ["OPS/book.opf", "OPS/one.xhtml", "OPS/two.xhtml"],
    ]
    private static let container = "<container><rootfile full-path=\"OPS/book.opf\"/></container>"

    init(_ raw: [UInt8], format: InputFormat) {
        guard let names = Self.names[format], !raw.starts(with: [0x50, 0x4B]) else {
            bytes = raw
            return
        }
        let parts = raw.split(separator: 0, maxSplits: names.count - 1, omittingEmptySubsequences: false)
        var archive = StoredArchive()
        if format == .epub { archive.add("META-INF/container.xml", Array(Self.container.utf8)) }
        for (name, part) in zip(names, parts) { archive.add(name, Array(part)) }
        bytes = archive.bytes
    }
}

/// A ZIP archive without compression, as small as it can be.
private struct StoredArchive {
    private var entries: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    mutating func add(_ name: String, _ content: [UInt8]) {
        let size = Self.number(content.count, 4)
        let fields =
            Self.number(20, 2) + Self.number(0, 8) + Self.number(Self.crc(content), 4) + size + size
            + Self.number(name.utf8.count, 2)
        directory += [0x50, 0x4B, 1, 2] + Self.number(20, 2) + fields + Self.number(0, 12)
        directory += Self.number(entries.count, 4) + Array(name.utf8)
        entries += [0x50, 0x4B, 3, 4] + fields + Self.number(0, 2) + Array(name.utf8) + content
        count += 1
    }

    var bytes: [UInt8] {
        entries + directory + [0x50, 0x4B, 5, 6] + Self.number(0, 4) + Self.number(count, 2) + Self.number(count, 2)
            + Self.number(directory.count, 4) + Self.number(entries.count, 4) + Self.number(0, 2)
    }

    private static func number(_ value: Int, _ length: Int) -> [UInt8] {
        (0..<length).map { UInt8(truncatingIfNeeded: $0 < 8 ? value >> (8 * $0) : 0) }
    }

    private static func crc(_ bytes: [UInt8]) -> Int {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return Int(~crc)
    }
}
