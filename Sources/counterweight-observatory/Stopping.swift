internal import ObservatoryServer
internal import Synchronization

/// Brings a server to its end once, however often it is asked to.
final class Stopping: Sendable {
    private let server: ObservatoryServer
    private let task = Mutex<Task<Void, Never>?>(nil)

    init(_ server: ObservatoryServer) { self.server = server }

    /// Stops the server; a second call waits for the first.
    func stop() async {
        let task = task.withLock { task in
            if let task { return task }
            let started = Task { [server] in await server.stop() }
            task = started
            return started
        }
        await task.value
    }
}
