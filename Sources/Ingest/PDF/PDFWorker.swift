package import TextModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What runs in the process of its own in which a PDF document is read: a hostile one can end or stall that process, and
/// nothing else.
///
/// The document comes from standard input, the lines go to standard output.
package enum PDFWorker {
    /// The hidden command of the program that runs this.
    package static let command = "read-pdf"

    /// Takes limits on this process, reads the document and writes its lines. Returns whether all could be written.
    package static func run(maximumMemory: Int, maximumSeconds: Int) -> Bool {
        limit(memory: maximumMemory, seconds: maximumSeconds)
        let bytes = standardInput()
        var isWritten = true
        let ending = PopplerPages.read(bytes) { page in
            isWritten = isWritten && write(PDFStream.text(of: page))
        }
        return isWritten && write("end \(ending.rawValue)\n")
    }

    /// Reads a document in this very process, through the same stream of lines: for fuzzing, which wants to see a crash.
    package static func readHere(_ bytes: [UInt8]) -> Document? {
        var stream = ""
        let ending = PopplerPages.read(bytes) { stream += PDFStream.text(of: $0) }
        let (pages, _) = PDFStream.pages(Array((stream + "end \(ending.rawValue)\n").utf8))
        return try? PDFReader(options: DocumentReader.Options(), words: LineWords(StructuralWords())).document(
            pages, path: "here.pdf")
    }

    /// No more memory or time than allowed, no files, no memory image when it crashes.
    private static func limit(memory: Int, seconds: Int) {
        set(__rlimit_resource_t(RLIMIT_AS.rawValue), memory)
        set(__rlimit_resource_t(RLIMIT_CPU.rawValue), seconds)
        set(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), 0)
        set(__rlimit_resource_t(RLIMIT_CORE.rawValue), 0)
        // A file that may not be written is an error then, not an end.
        _ = signal(SIGXFSZ, SIG_IGN)
    }

    private static func set(_ resource: __rlimit_resource_t, _ value: Int) {
        var limit = rlimit(rlim_cur: rlim_t(max(0, value)), rlim_max: rlim_t(max(0, value)))
        _ = unsafe setrlimit(resource, &limit)
    }

    private static func standardInput() -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            let piece = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                count = unsafe max(0, read(STDIN_FILENO, buffer.baseAddress, 1 << 16))
            }
            if piece.isEmpty { return bytes }
            bytes += piece
        }
    }

    private static func write(_ text: String) -> Bool {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
