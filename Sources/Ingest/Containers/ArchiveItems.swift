/// The documents of a ZIP or tar archive in the order of its entries.
///
/// Hidden files and files whose extension names no format are passed over, as they are in a directory.
struct ArchiveItems: ItemStream {
    private(set) var skippedCount = 0

    private let archive: ArchiveReader
    private let path: String
    private let format: InputFormat
    private let options: DocumentReader.Options
    private var isDone = false
    private var hasItems = false

    /// Opens the archive at `path`, which is a ZIP or tar archive by `format`.
    init(_ origin: ArchiveReader.Origin, path: String, format: InputFormat, options: DocumentReader.Options)
        throws(ContainerError)
    {
        archive = try ArchiveReader(origin, content: .entries, budget: ExpansionBudget(options, isPerDocument: false))
        self.path = path
        self.format = format
        self.options = options
    }

    mutating func next() -> SourceItem? {
        while !isDone {
            do throws(ContainerError) {
                guard let entry = try archive.next() else { break }
                guard entry.isFile, let item = item(of: entry) else { continue }
                hasItems = true
                return item
            } catch {
                isDone = true
                return SourceItem(path: path, error: error.of(path, what: format.phrase))
            }
        }
        isDone = true
        guard !hasItems else { return nil }
        hasItems = true
        return SourceItem(path: path, error: .holdsNothing(path: path, what: format.phrase))
    }

    private mutating func item(of entry: ArchiveReader.Entry) -> SourceItem? {
        let name = entry.name.split(separator: "/").last ?? ""
        let isWanted = InputFormat(path: entry.name) != nil || !name.contains(".")
        let isHidden = entry.name.split(separator: "/").contains { $0.hasPrefix(".") && $0 != "." && $0 != ".." }
        guard isWanted, !isHidden, !entry.name.hasPrefix("__MACOSX/") else {
            skippedCount += 1
            return nil
        }
        let label = "\(path)!\(entry.name)"
        guard !entry.isEncrypted else {
            return SourceItem(path: label, error: .encrypted(path: label, what: "a file"))
        }
        do throws(ContainerError) {
            let bytes = try archive.content(limit: options.maximumBytes)
            // A file without extension and text may be anything.
            if !name.contains("."), bytes.isEmpty || bytes.prefix(512).contains(0) {
                skippedCount += 1
                return nil
            }
            return SourceItem(path: label, bytes: bytes)
        } catch {
            if case .expandsTooMuch = error { isDone = true }
            return SourceItem(path: label, error: error.of(label, what: "a file"))
        }
    }
}
