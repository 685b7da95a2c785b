internal import Desk
internal import Glibc

/// Paths as the system knows them, so that two ways of writing one are equal.
enum RealPath {
    /// The path from the root without symbolic links; of what does not exist, as it is written.
    static func of(_ path: String) -> String {
        guard let found = unsafe realpath(path, nil) else {
            return FilePath.absolute(path, from: TextFile.workingFolder)
        }
        defer { unsafe free(found) }
        return unsafe String(cString: found)
    }
}
