/// How a server is run.
package struct ServerSettings: Sendable {
    /// Address it listens on.
    package var host = "127.0.0.1"
    /// Port; 0 takes any that is free.
    package var port: UInt16 = 8420
    /// Names under which it may be asked for beside its address, without port.
    package var names: Set<String> = ["localhost", "127.0.0.1", "[::1]"]
    /// What lets somebody in.
    package var token: String
    /// Requests a second that one person may make, and twice as many at once.
    package var rate = 200.0
    /// Attempts to sign in that everybody together may make in a minute.
    package var attempts = 40.0
    /// Bytes that a request may send.
    package var bodyLimit = 64 << 10

    /// Takes a token.
    package init(token: String) { self.token = token }

    /// A token that nobody guesses: 32 letters and digits from the system's random numbers.
    package static func newToken() -> String {
        let letters = Array("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789")
        var generator = SystemRandomNumberGenerator()
        return String((0..<32).compactMap { _ in letters.randomElement(using: &generator) })
    }
}
