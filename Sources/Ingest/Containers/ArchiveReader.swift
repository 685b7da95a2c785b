internal import CFormatLibraries

/// Goes through a ZIP or tar archive, or through compressed bytes, from the first entry to the last.
///
/// Nothing is ever written to disk, so the names of entries are labels and no paths. Memory is that of one entry.
@safe final class ArchiveReader {
    /// A file of the archive.
    struct Entry {
        /// Its name in the archive as it stands there.
        let name: String
        /// Whether it is a regular file.
        let isFile: Bool
        /// Whether its content is encrypted.
        let isEncrypted: Bool
    }

    /// Where the archive is.
    enum Origin {
        case file(path: String)
        case memory([UInt8])
    }

    /// Whether the entries of an archive are wanted or just the bytes under a compression.
    enum Content { case entries, compressed }

    private static let end: Int32 = 1
    private static let warning: Int32 = -20

    private let library: ArchiveLibrary
    private let archive: UnsafeMutableRawPointer
    private let copy: UnsafeMutableRawBufferPointer?
    private var budget: ExpansionBudget

    /// Opens an archive.
    /// - Throws: ``ContainerError`` when libarchive is missing or the archive cannot be opened.
    init(_ origin: Origin, content: Content, budget: ExpansionBudget) throws(ContainerError) {
        do throws(SystemLibrary.Missing) { library = try ArchiveLibrary() } catch { throw .missing(error) }
        self.budget = budget
        guard let archive = unsafe library.make() else { throw .damaged("out of memory") }
        unsafe self.archive = unsafe archive
        let settings = unsafe content == .entries ? library.settings : library.rawSettings
        for index in unsafe settings.indices { _ = unsafe settings[index](archive) }
        let result: Int32
        switch origin {
        case .file(let path):
            unsafe copy = nil
            result = unsafe library.openFile(archive, path, 1 << 16)
        case .memory(let bytes):
            let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 16)
            unsafe memory.copyBytes(from: bytes)
            unsafe copy = unsafe memory
            result = unsafe library.openMemory(archive, memory.baseAddress, bytes.count)
        }
        guard result >= Self.warning else { throw .damaged(problem) }
    }

    deinit {
        _ = unsafe library.free(archive)
        unsafe copy?.deallocate()
    }

    /// The next entry, or `nil` after the last.
    /// - Throws: ``ContainerError`` when the archive is damaged or has too many entries.
    func next() throws(ContainerError) -> Entry? {
        let locale = WideLocale()
        defer { locale.leave() }
        var entry: UnsafeMutableRawPointer?
        let result = unsafe library.nextHeader(archive, &entry)
        if result == Self.end { return nil }
        guard result >= Self.warning, let entry = unsafe entry else { throw .damaged(problem) }
        try budget.countEntry()
        let name = unsafe library.nameInUTF8(entry) ?? library.name(entry)
        return Entry(
            name: unsafe name.map { unsafe String(cString: $0) } ?? "unnamed",
            isFile: unsafe library.kind(entry) == 0o100000,
            isEncrypted: unsafe library.isEncrypted(entry) != 0)
    }

    /// The next piece of the entry's content; empty at its end.
    func piece() throws(ContainerError) -> [UInt8] {
        let size = 1 << 16
        var got = 0
        let piece = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            got = unsafe library.read(archive, buffer.baseAddress, size)
            count = max(0, got)
        }
        guard got >= 0 else { throw .damaged(problem) }
        try budget.count(piece.count)
        return piece
    }

    /// The whole content of the entry.
    /// - Throws: ``ContainerError`` when it is damaged or longer than `limit`.
    func content(limit: Int) throws(ContainerError) -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            let piece = try self.piece()
            if piece.isEmpty { return bytes }
            bytes += piece
            guard bytes.count <= limit else { throw .entryTooLarge(limit: limit) }
        }
    }

    private var problem: String { unsafe library.problem(archive).map { unsafe String(cString: $0) } ?? "damaged" }
}
