internal import Glibc

/// Size of a file and when it was changed: enough to tell that it is still the same, unless someone sets the time back.
struct FileState: Hashable {
    /// In bytes.
    let size: Int
    /// Nanoseconds since 1970.
    let modified: Int

    /// The state of the file that a path leads to; `nil` when it leads to none.
    init?(path: String) {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        size = Int(status.st_size)
        modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
    }
}
