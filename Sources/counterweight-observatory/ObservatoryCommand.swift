internal import ArgumentParser
internal import Dispatch
internal import Glibc
internal import Observatory
internal import ObservatoryServer

/// The command line of the server.
@main
struct ObservatoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "counterweight-observatory",
        abstract: "The observatory and the review for several people at once.",
        subcommands: [ServeCommand.self])
}

/// `serve`: the store in a browser.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Browse, search and review a store in a browser.",
        discussion: """
            Listens on this machine only unless --host says otherwise, and always asks for the token. It speaks plain HTTP: \
            for other machines, put a server with TLS before it. COUNTERWEIGHT_TOKEN in the environment sets the token; \
            otherwise each start has a new one. Ends cleanly on an interrupt.
            """)
    @Argument(help: ArgumentHelp("The store.", valueName: "file.db")) var store: String
    @Option(help: ArgumentHelp("Address to listen on.", valueName: "address")) var host = "127.0.0.1"
    @Option(help: ArgumentHelp("Port to listen on; 0 takes one that is free.", valueName: "port")) var port: UInt16 =
        8420
    @Option(
        help: ArgumentHelp("Name under which browsers ask for the server, beside its address.", valueName: "host"))
    var name: [String] = []
    @Option(help: ArgumentHelp("Requests a second that one person may make.", valueName: "n")) var rate = 200.0

    func validate() throws {
        guard rate >= 1 else { throw ValidationError("--rate: give 1 or more") }
    }

    func run() async throws {
        let token = unsafe getenv("COUNTERWEIGHT_TOKEN").map { unsafe String(cString: $0) } ?? ServerSettings.newToken()
        guard token.utf8.count >= 16 else {
            Self.fail("COUNTERWEIGHT_TOKEN: a token has 16 letters or more")
            throw ExitCode(2)
        }
        var settings = ServerSettings(token: token)
        settings.host = host
        settings.port = port
        settings.rate = rate
        settings.names.formUnion(name.map { $0.lowercased() } + [host])
        let server: ObservatoryServer
        do {
            server = try ObservatoryServer(library: try Library(path: store), settings: settings)
        } catch let error as StoreError {
            Self.fail(error.description)
            throw ExitCode(2)
        } catch {
            Self.fail("--host: \(host) is no address; give one such as 127.0.0.1 or 0.0.0.0")
            throw ExitCode(2)
        }
        let stopping = Stopping(server)
        let sources = Self.sources(for: stopping)
        defer { withExtendedLifetime(sources) {} }
        async let serving: Void = server.run()
        let announcing = Task {
            let port = try await server.port()
            Self.say("http://\(host):\(port)/\ntoken: \(token)\n", on: STDOUT_FILENO)
        }
        do {
            try await serving
        } catch {
            announcing.cancel()
            Self.fail("\(host):\(port): cannot be listened on; another program may have the port: give another --port")
            throw ExitCode(2)
        }
        await stopping.stop()
    }

    private static func fail(_ message: String) { say("counterweight-observatory: \(message)\n", on: STDERR_FILENO) }

    private static func say(_ text: String, on descriptor: Int32) {
        let bytes = Array(text.utf8)
        _ = unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
    }

    /// Stops the server at the first interrupt, as long as what is returned is held.
    private static func sources(for stopping: Stopping) -> [any DispatchSourceSignal] {
        [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { Task { await stopping.stop() } }
            source.resume()
            return source
        }
    }
}
