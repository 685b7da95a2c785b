import TextModel

/// Reads plain text as it really comes: hard-wrapped, with page numbers and running heads, or one paragraph a line.
///
/// Lines are cut and furniture of the page is marked first. Then ``ParagraphFinder`` joins lines to paragraphs, and
/// ``PlainTextAssembler`` decides what each paragraph is.
struct PlainTextReader {
    /// The decoded file.
    let decoded: DecodedText

    /// The document. Linear in the size of the text.
    func document(path: String) -> Document {
        let bytes = decoded.source.bytes
        var lines = LineScanner.lines(of: bytes)
        let title = FrontMatter.drop(from: &lines, in: bytes)
        PageFurniture.mark(&lines, in: bytes)
        let speakers = SpeakerTurns(lines: lines, bytes: bytes)
        let isMail = QuotedMail.strip(&lines, in: bytes, speakers: speakers)
        var assembler = PlainTextAssembler(decoded: decoded, lines: lines, speakers: speakers, isMail: isMail)
        assembler.builder.title = title
        assembler.run()
        return assembler.builder.finish(path: path, format: InputFormat.text.rawValue, encoding: decoded.encoding)
    }
}

/// Quoted messages: lines after `>`.
enum QuotedMail {
    /// Moves the start of quoted lines behind their marks and counts the depth; returns whether the file is mail.
    static func strip(_ lines: inout [TextLine], in bytes: [UInt8], speakers: SpeakerTurns) -> Bool {
        var isMail = false
        for index in lines.indices where !lines[index].isBlank {
            let line = lines[index]
            let first = bytes[Int(line.start)]
            if first == UInt8(ascii: ">") {
                if speakers.areFound, speakers.turn(in: line.range) != nil { continue }
                stripLine(&lines[index], in: bytes)
            } else if !isMail, line.width < 200, bytes[Int(line.end) - 1] == UInt8(ascii: ":") || index < 40 {
                isMail = endsInWrote(line, bytes) || isField(line, bytes)
            }
        }
        return isMail
    }

    /// Whether the line introduces a quoted message: "On Monday, Anna wrote:".
    static func endsInWrote(_ line: TextLine, _ bytes: [UInt8]) -> Bool {
        guard let last = bytes[line.range].split(separator: 0x20).last else { return false }
        return StructuralWords.wrote.contains(last)
    }

    /// Header fields that only mail has: two known ones in the first lines would do, "From:" alone is enough here with "@".
    private static func isField(_ line: TextLine, _ bytes: [UInt8]) -> Bool {
        guard let first = bytes[line.range].split(separator: 0x20).first else { return false }
        return StructuralWords.mailFields.contains(first) && bytes[line.range].contains(UInt8(ascii: "@"))
    }

    private static func stripLine(_ line: inout TextLine, in bytes: [UInt8]) {
        var index = Int(line.start)
        var depth = 0
        while index < Int(line.end), bytes[index] == UInt8(ascii: ">") || bytes[index] == 0x20 {
            if bytes[index] == UInt8(ascii: ">") { depth += 1 }
            index += 1
        }
        line.width -= Int32(index) - line.start
        line.start = Int32(index)
        line.quoteDepth = UInt8(min(depth, 255))
    }
}
