internal import Glibc

/// A file that results are written to.
struct OutputFile {
    let path: String

    /// The file, made or emptied and open for writing piece by piece.
    struct Handle {
        fileprivate let file: OutputFile
        fileprivate let descriptor: Int32

        /// Writes at the end; a pipe whose reader has gone is no failure.
        /// - Throws: ``CommandError`` when the disk is full.
        func write(_ bytes: [UInt8]) throws(CommandError) {
            do throws(Console.WriteError) {
                try Console.send(bytes, to: descriptor)
            } catch {
                guard case .failed(let reason) = error else { return }
                _ = Glibc.close(descriptor)
                throw file.failure(reason)
            }
        }

        /// Closes the file.
        /// - Throws: ``CommandError`` when what was written did not reach it.
        func close() throws(CommandError) {
            guard Glibc.close(descriptor) == 0 else { throw file.failure(Console.systemReason()) }
        }
    }

    /// Makes or replaces the file.
    /// - Throws: ``CommandError`` when it cannot be made or the disk is full.
    func write(_ bytes: [UInt8]) throws(CommandError) {
        let handle = try open()
        try handle.write(bytes)
        try handle.close()
    }

    /// Makes or empties the file.
    /// - Throws: ``CommandError`` when it cannot be made.
    func open() throws(CommandError) -> Handle {
        let descriptor = unsafe Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw failure(Console.systemReason()) }
        return Handle(file: self, descriptor: descriptor)
    }

    /// Makes or replaces the file, and the folders that lead to it.
    /// - Throws: ``CommandError`` when that cannot be done.
    func writeMakingFolders(_ bytes: [UInt8]) throws(CommandError) {
        var folder = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/").dropLast() {
            folder += "\(part)/"
            guard unsafe mkdir(folder, 0o777) != 0, errno != EEXIST else { continue }
            throw failure(Console.systemReason())
        }
        try write(bytes)
    }

    /// Makes sure that the file is none of the inputs, by whatever path it is named.
    /// - Throws: ``CommandError`` when it is.
    func protect(_ inputs: [String]) throws(CommandError) {
        guard let own = FileIdentity(path: path) else { return }
        for input in inputs where FileIdentity(path: input) == own {
            throw CommandError(
                "\(path): is an input, which the output would replace; choose another place for the output")
        }
    }

    fileprivate func failure(_ reason: String) -> CommandError {
        CommandError("\(path): cannot be written: \(reason); choose another place for the output")
    }
}

/// What makes two paths name one file.
struct FileIdentity: Hashable {
    private let device: UInt
    private let inode: UInt
    /// Whether it is a directory.
    let isDirectory: Bool

    /// The file that a path leads to, through symbolic links; `nil` when it leads to none.
    init?(path: String) {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        device = UInt(status.st_dev)
        inode = UInt(status.st_ino)
        isDirectory = status.st_mode & S_IFMT == S_IFDIR
    }
}
