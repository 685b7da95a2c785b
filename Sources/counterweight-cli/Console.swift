internal import Glibc
internal import Reporting

/// Standard output and standard error, written byte by byte with their failures seen.
///
/// Findings and other results go to standard output; everything else goes to standard error.
enum Console {
    /// Why bytes could not be written.
    enum WriteError: Error {
        /// The reader of a pipe has gone.
        case brokenPipe
        /// What the system says: "no space left on device".
        case failed(String)
    }

    static let errorPrefix = "counterweight: error: "

    /// Makes a write to a closed pipe an error instead of a signal that ends the program.
    static func ignoreBrokenPipes() { _ = signal(SIGPIPE, SIG_IGN) }

    /// Whether a person looks at standard output.
    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Whether standard input is a keyboard.
    static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

    /// Columns of the terminal; 80 where there is none.
    static var width: Int { columns ?? 80 }

    /// Columns of the terminal, or those that the environment asks for; `nil` where neither says any.
    static var columns: Int? {
        if let columns = environment("COLUMNS").flatMap({ Int($0) }), columns > 0 { return columns }
        var size = winsize()
        guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    /// Whether a reader wants colours on standard output when the command line leaves it open.
    static var prefersColour: Bool {
        outputIsTerminal && environment("NO_COLOR").map(\.isEmpty) != false && environment("TERM") != "dumb"
    }

    /// Writes a result.
    static func print(_ text: String) throws(CommandError) { try write(Array(text.utf8)) }

    /// Writes a result. A reader that left early, as `head` does, is no failure.
    /// - Throws: ``CommandError`` when standard output is full or broken.
    static func write(_ bytes: [UInt8]) throws(CommandError) {
        do throws(WriteError) {
            try send(bytes, to: STDOUT_FILENO)
        } catch {
            guard case .failed(let reason) = error else { return }
            throw CommandError(
                "standard output: cannot be written: \(reason); nothing after this point was kept")
        }
    }

    /// Writes an error message.
    static func error(_ message: String) { standardError("\(errorPrefix)\(VisibleText.of(message))\n") }

    /// A number with a noun that has a regular plural.
    static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    /// Writes a note, a warning that changes nothing.
    static func note(_ message: String) { standardError("counterweight: note: \(VisibleText.of(message))\n") }

    /// Writes to standard error; nothing can be done when that fails.
    static func standardError(_ text: String) { try? send(Array(text.utf8), to: STDERR_FILENO) }

    /// Writes all bytes to an open file.
    static func send(_ bytes: [UInt8], to descriptor: Int32) throws(WriteError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes {
                unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw errno == EPIPE ? .brokenPipe : .failed(systemReason())
            }
            rest = rest.dropFirst(count)
        }
    }

    /// What the system says of the last failure, in lower case.
    static func systemReason() -> String { unsafe String(cString: strerror(errno)).lowercased() }

    private static func environment(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(cString: value)
    }
}
