internal import GRDB
package import Observatory
internal import Review
internal import Synchronization

/// The store as the server sees it: many readers, each with a view that does not move while a page is made, and one
/// writer.
package final class Library: Sendable {
    /// Gone once the library is closed, and with it the lock on the store.
    private let store: Mutex<Store?>
    private let readers: DatabasePool
    let desk = ReviewDesk()

    /// Opens a store for writing; nobody else writes to it until the server ends.
    /// - Throws: ``StoreError`` when it cannot be opened.
    package init(path: String) throws(StoreError) {
        let store = try Store(path: path, for: .writing(purpose: "counterweight-observatory serve"))
        do {
            // What a reviewer was told is written has to survive the loss of power too.
            try store.database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            var configuration = Configuration()
            configuration.readonly = true
            configuration.maximumReaderCount = 4
            configuration.busyMode = .timeout(5)
            readers = try DatabasePool(path: path, configuration: configuration)
        } catch {
            throw StoreError("\(path): \(error)")
        }
        self.store = Mutex(store)
    }

    /// Reads; the closure sees one state of the store.
    func read<Value: Sendable>(_ body: @Sendable @escaping (Database) throws -> Value) async throws -> Value {
        try await readers.read(body)
    }

    /// Writes in one transaction, which is on the disk when this returns.
    func write<Value: Sendable>(_ body: @Sendable @escaping (Database) throws -> Value) async throws -> Value {
        guard let store = store.withLock({ $0 }) else { throw StoreError("the server has ended; nothing was written") }
        return try await store.database.write(body)
    }

    /// Brings everything into the one file and closes it.
    package func close() {
        try? readers.close()
        store.withLock { store in
            try? store?.database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
            try? store?.database.close()
            store = nil
        }
    }
}
