import TextModel

/// What a file is by its first bytes, when it is something that is not read.
struct FileSignature: Sendable {
    /// In words, with article: "a PDF document".
    let what: String
    /// Whether it holds a document that could be converted, rather than an image or a program.
    let isDocument: Bool

    private struct Row {
        let magic: [UInt8]
        var offset = 0
        let what: String
        var isDocument = false

        init(_ magic: String, offset: Int = 0, _ what: String, isDocument: Bool = false) {
            self.init(Array(magic.utf8), offset: offset, what, isDocument: isDocument)
        }

        init(_ magic: [UInt8], offset: Int = 0, _ what: String, isDocument: Bool = false) {
            self.magic = magic
            self.offset = offset
            self.what = what
            self.isDocument = isDocument
        }
    }

    private static let rows: [Row] = [
        Row("%!PS", "a PostScript document", isDocument: true),
        Row([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "an old or encrypted Microsoft Office document", isDocument: true),
        Row([0x89, 0x50, 0x4E, 0x47], "a PNG image"), Row([0xFF, 0xD8, 0xFF], "a JPEG image"),
        Row("GIF8", "a GIF image"), Row("RIFF", "a RIFF media file"), Row("II*\0", "a TIFF image"),
        Row("MM\0*", "a TIFF image"),
        Row([0x37, 0x7A, 0xBC, 0xAF], "a 7z archive"), Row("Rar!", "a RAR archive"),
        Row([0x7F, 0x45, 0x4C, 0x46], "an ELF program"),
        Row("SQLite format 3", "an SQLite database"), Row([0xCA, 0xFE, 0xBA, 0xBE], "a Java class"),
        Row("ftyp", offset: 4, "an MP4 media file"), Row("OggS", "an Ogg media file"),
    ]

    /// The signature of a file that is not read, or `nil`.
    init?(_ bytes: [UInt8]) {
        let match = Self.rows.first { bytes.dropFirst($0.offset).starts(with: $0.magic) }
        guard let match else { return nil }
        what = match.what
        isDocument = match.isDocument
    }

    /// Whether bytes without a known encoding are no text: a zero byte, or many control characters.
    static func looksBinary(_ bytes: [UInt8]) -> Bool {
        let head = bytes.span.extracting(first: 65_536)
        var controls = 0
        var index = 0
        while index < head.count {
            if let eight = EightBytes(head, at: index),
                !eight.has(below: 0x20) || !eight.has(below: 0x07) && !eight.has(from: 0x0E, through: 0x1F)
            {
                index += 8
                continue
            }
            let byte = head[index]
            index += 1
            guard byte < 0x20 else { continue }
            if byte == 0 { return true }
            if byte != 0x1B, byte < 0x07 || byte > 0x0D { controls += 1 }
        }
        return controls > 8 && controls * 20 > head.count
    }
}
