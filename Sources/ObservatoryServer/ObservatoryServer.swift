internal import FlyingFox
internal import FlyingSocks
internal import Glibc
internal import Synchronization

/// The observatory over HTTP.
package final class ObservatoryServer: Sendable {
    private let server: HTTPServer
    private let library: Library
    private let settings: ServerSettings
    private let isStopped = Mutex(false)

    /// Makes a server; nothing listens until ``run()``.
    /// - Throws: when the address is none.
    package init(library: Library, settings: ServerSettings) throws {
        self.library = library
        self.settings = settings
        let service = ObservatoryService(library: library, gate: Gate(settings: settings, sessions: Sessions()))
        let address = try sockaddr_in.inet(ip4: settings.host, port: settings.port)
        let configuration = HTTPServer.Configuration(address: address, timeout: 20, logger: .disabled)
        server = HTTPServer(config: configuration, handler: service)
    }

    /// Serves until ``stop()``.
    /// - Throws: when the address cannot be taken.
    package func run() async throws {
        do {
            try await server.run()
        } catch {
            // A server that is stopped says so with one error or another.
            guard isStopped.withLock({ $0 }) else { throw error }
        }
    }

    /// The port that it listens on, once it does.
    package func port() async throws -> UInt16 {
        try await server.waitUntilListening()
        switch await server.listeningAddress {
        case .ip4(_, let port)?, .ip6(_, let port)?: return port
        default: return settings.port
        }
    }

    /// Answers what it has begun to answer, for some seconds, then ends and closes the store.
    package func stop() async {
        isStopped.withLock { $0 = true }
        await server.stop(timeout: 3)
        library.close()
    }
}
