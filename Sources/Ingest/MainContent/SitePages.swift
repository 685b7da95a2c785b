internal import Synchronization
import TextModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The pages that lie beside a page, for telling what their site prints on all of them.
///
/// A few pages of a folder are read for all of it, the first time that one is asked for: they are spread evenly over its
/// names in order, so that the answer depends on the folder alone and not on what else is read, or when. What is kept is
/// a number for each block that repeats.
public final class SitePages: Sendable {
    private let known = Mutex<[String: RepeatedBlocks?]>([:])

    /// Knows of no page yet.
    public init() {}

    /// What repeats on the pages beside the file at `path`; `nil` when nothing does, and for a document that is no file
    /// of its own: one within an archive, or one that was given a name.
    func repeated(beside path: String, readBy reader: DocumentReader) -> RepeatedBlocks? {
        var status = stat()
        guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        let folder = Self.folder(of: path)
        if let found = known.withLock({ $0[folder] }) { return found }
        // Read without the lock: two readers may both do so, and find the same.
        let found = RepeatedBlocks(pages: Self.sample(of: folder).compactMap { try? reader.read(path: $0) })
        known.withLock { $0[folder] = .some(found) }
        return found
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func sample(of folder: String) -> [String] {
        let pages = names(in: folder).filter { InputFormat(path: $0) == .html }.sorted()
        let weights = PageWeights()
        guard pages.count >= weights.fewestPages else { return [] }
        let count = min(weights.sampledPages, pages.count)
        return (0..<count).map { "\(folder)/\(pages[$0 * pages.count / count])" }
    }

    private static func names(in folder: String) -> [String] {
        guard let handle = unsafe opendir(folder) else { return [] }
        defer { unsafe closedir(handle) }
        var names: [String] = []
        while let entry = unsafe readdir(handle) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names
    }
}
