internal import Glibc

/// Keeps two programs from writing one store at the same time.
///
/// The lock lies beside the store as `FILE-lock`, names its holder, and goes with the process that holds it, however
/// that ends. It cannot lie on the database itself: closing any descriptor of that file would drop SQLite's own locks.
final class StoreLock: Sendable {
    private let path: String
    private let descriptor: Int32

    /// Takes the lock at once or not at all.
    /// - Throws: ``StoreError`` that names the holder.
    init(store: String, purpose: String) throws(StoreError) {
        path = store + "-lock"
        while true {
            let opened = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
            guard opened >= 0 else {
                throw StoreError(
                    "\(store): the store cannot be written to: \(Self.systemReason()); check the permissions and the space of its directory"
                )
            }
            guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
                let holder = Self.contents(of: opened)
                close(opened)
                throw StoreError(
                    "\(store): another program is writing to the store\(holder.isEmpty ? "" : " (\(holder))"); "
                        + "wait until it has ended and run the same command again")
            }
            // The holder before may have removed the file between our open and our lock.
            if Self.isSameFile(opened, path) {
                descriptor = opened
                break
            }
            close(opened)
        }
        let holder = Array("process \(getpid()), \(purpose)".utf8)
        _ = ftruncate(descriptor, 0)
        // Who holds it is told as a kindness; a full disk must not keep anyone from reading.
        _ = unsafe holder.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
    }

    deinit {
        _ = unsafe unlink(path)
        close(descriptor)
    }

    private static func contents(of descriptor: Int32) -> String {
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 200) { buffer, count in
            count = unsafe max(0, pread(descriptor, buffer.baseAddress, 200, 0))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isSameFile(_ descriptor: Int32, _ path: String) -> Bool {
        var own = stat()
        var named = stat()
        guard unsafe fstat(descriptor, &own) == 0, unsafe stat(path, &named) == 0 else { return false }
        return own.st_ino == named.st_ino && own.st_dev == named.st_dev
    }

    private static func systemReason() -> String { unsafe String(cString: strerror(errno)).lowercased() }
}
