/// Why a command cannot go on; exit code 2. Every message says what, where and what to do next.
struct CommandError: Error {
    /// One line each, without the name of the program.
    let messages: [String]

    init(_ message: String) { messages = [message] }

    init(_ messages: [String]) { self.messages = messages }
}
