internal import ArgumentParser
internal import Glibc
internal import Observatory

/// `stream`: judges documents that come as JSON lines, for programs that spread work over many machines.
struct StreamCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stream", abstract: "Judge documents from standard input, a JSON line in and a JSON line out.",
        discussion: """
            A line is an object with id, the document as text or base64, and where known path, media_type, kind and \
            language. Answers come in the order of the lines; a line that cannot be judged is answered with its error. \
            Exit codes: 0 all lines were answered, 2 standard input or output failed.
            """)

    @OptionGroup(title: "Input") var input: InputOptions
    @OptionGroup var lexicons: LexiconOptions

    func run() throws {
        let lexicon = try lexicons.load()
        let reader = try input.reader(lexicon)
        let judge = StreamJudge(reader: reader, lexicon: lexicon)
        // A byte may take six in JSON, as an escape.
        var lines = StreamLines(limit: 6 * min(reader.options.maximumBytes, 1 << 28) + 65_536)
        while let line = try lines.next() {
            if let bytes = line.bytes {
                guard bytes.contains(where: { $0 > 0x20 }) else { continue }
                try Console.write(judge.answer(to: bytes, number: line.number))
            } else {
                try Console.write(judge.refusal(of: line.number, limit: lines.limit))
            }
        }
    }
}

/// Lines of standard input, one at a time.
private struct StreamLines {
    /// Bytes of the longest line that is kept.
    let limit: Int
    private var buffer: [UInt8] = []
    private var start = 0
    private var number = 0
    private var isOver = false

    init(limit: Int) { self.limit = limit }

    /// The next line without its line feed, its bytes `nil` when it was too long; `nil` at the end.
    /// - Throws: ``CommandError`` when standard input cannot be read.
    mutating func next() throws(CommandError) -> (bytes: [UInt8]?, number: Int)? {
        number += 1
        var isTooLong = false
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                defer { start = end + 1 }
                return (isTooLong ? nil : Array(buffer[start..<end]), number)
            }
            if isOver {
                defer { start = buffer.count }
                return start < buffer.count || isTooLong ? (isTooLong ? nil : Array(buffer[start...]), number) : nil
            }
            buffer.removeFirst(start)
            start = 0
            if buffer.count > limit {
                isTooLong = true
                buffer.removeAll()
            }
            searched = buffer.count
            try fill()
        }
    }

    private mutating func fill() throws(CommandError) {
        var got = 0
        let chunk = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { bytes, count in
            repeat { got = unsafe read(STDIN_FILENO, bytes.baseAddress, 1 << 16) } while got < 0 && errno == EINTR
            count = max(got, 0)
        }
        guard got >= 0 else { throw CommandError("standard input: cannot be read: \(Console.systemReason())") }
        isOver = got == 0
        buffer += chunk
    }
}
