internal import GRDB

/// Why a store cannot be used, or why work on it had to stop. Nothing that was committed before is lost.
package struct StoreError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What, where, and what to do next.
    package let description: String

    /// An error with its message.
    package init(_ description: String) { self.description = description }

    /// The message for what SQLite or the system said.
    init(_ error: any Error, path: String) {
        if let error = error as? StoreError {
            self = error
        } else if let error = error as? DatabaseError {
            self.init("\(path): \(Self.text(of: error))")
        } else {
            self.init("\(path): \(error)")
        }
    }

    private static func text(of error: DatabaseError) -> String {
        switch error.resultCode {
        case .SQLITE_FULL:
            "the disk is full; what was written before is intact: free some space and run the same command again"
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            "another program is writing to the store; wait until it has ended and run the same command again"
        case .SQLITE_NOTADB:
            "is no store: the file is no SQLite database; give another --store"
        case .SQLITE_CORRUPT:
            "the store is damaged; take it from a backup or scan into a new one (\(error.message ?? "corrupt"))"
        case .SQLITE_READONLY, .SQLITE_PERM:
            "the store cannot be written to; check the permissions of the file and of its directory"
        case .SQLITE_CANTOPEN:
            "the store cannot be opened; check that its directory exists and may be written to"
        case .SQLITE_IOERR:
            "the disk cannot be written or read; what was written before is intact (\(error.message ?? "input or output"))"
        default:
            "the store failed: \(error.message ?? "unknown") (SQLite \(error.resultCode.rawValue))"
        }
    }
}
