/// Paths as texts, without a look at the disk.
package enum FilePath {
    /// The path without `.` and, where that is certain, without `..`; "." for nothing.
    package static func normalised(_ path: String) -> String {
        var parts: [Substring] = []
        let isAbsolute = path.hasPrefix("/")
        for part in path.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else if part != ".." || !isAbsolute {
                parts.append(part)
            }
        }
        let joined = parts.joined(separator: "/")
        return isAbsolute ? "/" + joined : joined.isEmpty ? "." : joined
    }

    /// The path without empty steps and `.`; `..` stays, since it leads elsewhere after a symbolic link.
    package static func plain(_ path: String) -> String {
        let joined = path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
        return path.hasPrefix("/") ? "/" + joined : joined.isEmpty ? "." : joined
    }

    /// The path as seen from a folder, with `..` where it is not below; both are absolute.
    package static func seen(_ path: String, from folder: String) -> String {
        let (steps, around) = (path.split(separator: "/"), folder.split(separator: "/"))
        let shared = zip(steps, around).prefix { $0 == $1 }.count
        return (around.dropFirst(shared).map { _ in ".." } + steps.dropFirst(shared)).joined(separator: "/")
    }

    /// The path from the root, for one that is relative to `folder`.
    package static func absolute(_ path: String, from folder: String) -> String {
        normalised(path.hasPrefix("/") ? path : "\(folder)/\(path)")
    }

    /// The folder that holds a path; "/" for the root.
    package static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The path as seen from a folder above it; `nil` when it is not below.
    package static func relative(_ path: String, to folder: String) -> String? {
        let prefix = folder == "/" ? "/" : folder + "/"
        return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : nil
    }
}
