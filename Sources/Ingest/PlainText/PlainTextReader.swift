import TextModel

/// Reads plain text as it really comes: hard-wrapped, with page numbers and running heads, or one paragraph a line.
///
/// Lines are cut and furniture of the page is marked first. Then ``ParagraphFinder`` joins lines to paragraphs, and
/// ``PlainTextAssembler`` decides what each paragraph is.
struct PlainTextReader {
    /// The decoded file.
    let decoded: DecodedText
    /// Words that give the text its structure.
    let words: LineWords
    /// Levels of headings by the number of their line, from 0, where the layout of the file shows them.
    var headings: [Int: Int] = [:]
    /// Whether the layout of the file shows what is a heading.
    var isLaidOut = false
    /// Lines of footnotes, one range a note, where the layout of the file shows them. Text reads on past them.
    var notes: [Range<Int>] = []

    /// The document. Linear in the size of the text.
    func document(path: String) -> Document {
        let bytes = decoded.source.bytes
        var lines = LineScanner.lines(of: bytes)
        let matter = FrontMatter.drop(from: &lines, in: bytes)
        PageFurniture.mark(&lines, in: bytes, words: words)
        for index in notes.joined() where lines.indices.contains(index) { lines[index].isFurniture = true }
        let speakers = SpeakerTurns(lines: lines, bytes: bytes)
        let isMail = QuotedMail(bytes: bytes, words: words).strip(&lines, speakers: speakers)
        var assembler = PlainTextAssembler(
            decoded: decoded, words: words, lines: lines, speakers: speakers, isMail: isMail)
        assembler.builder.title = matter.title
        assembler.builder.metadata = matter.metadata
        assembler.knownHeadings = headings
        assembler.isLaidOut = isLaidOut
        assembler.notes = notes
        assembler.run()
        return assembler.builder.finish(path: path, format: InputFormat.text.rawValue, encoding: decoded.encoding)
    }
}

/// Quoted messages: lines after `>`.
struct QuotedMail {
    let bytes: [UInt8]
    let words: LineWords

    /// Moves the start of quoted lines behind their marks and counts the depth; returns whether the file is mail.
    func strip(_ lines: inout [TextLine], speakers: SpeakerTurns) -> Bool {
        var isMail = false
        for index in lines.indices where !lines[index].isBlank {
            let line = lines[index]
            let first = bytes[Int(line.start)]
            if first == UInt8(ascii: ">") {
                if speakers.areFound, speakers.turn(in: line.range) != nil { continue }
                stripLine(&lines[index])
            } else if !isMail, line.width < 200, bytes[Int(line.end) - 1] == UInt8(ascii: ":") || index < 40 {
                isMail = endsInOpener(line) || isField(line)
            }
        }
        return isMail
    }

    /// Whether the line introduces a quoted message: "On Monday, Anna wrote:".
    func endsInOpener(_ line: TextLine) -> Bool {
        var start = Int(line.end)
        while start > Int(line.start), bytes[start - 1] != 0x20 { start -= 1 }
        return words.messageOpeners.contains(bytes[start..<Int(line.end)])
    }

    /// Header fields that only mail has: two known ones in the first lines would do, "From:" alone is enough here with "@".
    private func isField(_ line: TextLine) -> Bool {
        let first = bytes[line.range].prefix { $0 != 0x20 }
        return words.mailFields.contains(first) && bytes[line.range].contains(UInt8(ascii: "@"))
    }

    private func stripLine(_ line: inout TextLine) {
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
