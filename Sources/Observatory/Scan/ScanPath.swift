internal import Glibc

/// Names of documents by their paths.
extension ScanItem {
    /// A path without what says nothing: "./a//b" is "a/b", and so is "c/../a/b" unless a link makes it another file.
    package static func normalized(_ path: String) -> String {
        let root = path.hasPrefix("/") ? "/" : ""
        let parts = path.split(separator: "/", omittingEmptySubsequences: true).filter { $0 != "." }
        let plain = root + parts.joined(separator: "/")
        guard parts.contains("..") else { return plain }
        let direct = parts.reduce(into: [Substring]()) { direct, part in
            if part == "..", let last = direct.last, last != ".." {
                direct.removeLast()
            } else {
                direct.append(part)
            }
        }
        let short = root + direct.joined(separator: "/")
        return isSameFile(plain, short) ? short : plain
    }

    /// Items of which each file is named once: where one is named from the root and from the working folder too, the
    /// second name stays, and has the facts of both.
    package static func united(_ items: [ScanItem], in workingFolder: String) -> [ScanItem] {
        let root = workingFolder.hasSuffix("/") ? workingFolder : workingFolder + "/"
        var relative = Dictionary(items.filter { !$0.path.hasPrefix("/") }.map { ($0.path, $0) }) { first, _ in first }
        var absolute: [ScanItem] = []
        for item in items where item.path.hasPrefix("/") {
            let path = String(item.path.dropFirst(item.path.hasPrefix(root) ? root.count : 0))
            guard let same = relative[path] else {
                absolute.append(item)
                continue
            }
            relative[path] = ScanItem(
                path: path, content: same.content, metadata: same.metadata.filled(from: item.metadata))
        }
        return (relative.values + absolute).sorted { $0.path < $1.path }
    }

    private static func isSameFile(_ path: String, _ other: String) -> Bool {
        var (own, named) = (stat(), stat())
        guard unsafe stat(path, &own) == 0, unsafe stat(other, &named) == 0 else { return false }
        return own.st_ino == named.st_ino && own.st_dev == named.st_dev
    }
}
