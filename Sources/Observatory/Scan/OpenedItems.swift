package import Ingest

/// The documents of a corpus in order, an archive as the documents that it holds.
///
/// One document is in memory at a time, however large the archive is. Where an archive holds two documents of one name,
/// the second is named with its number: "laws.zip!act.txt#2".
package final class OpenedItems: Sequence, IteratorProtocol {
    /// Names of the documents that were given out so far.
    package private(set) var paths: [String] = []

    private let options: DocumentReader.Options
    private var rest: ArraySlice<ScanItem>
    private var archive: (item: ScanItem, source: DocumentSource)?
    /// How often each name of the archive was given out.
    private var names: [String: Int] = [:]

    /// Opens archives within the limits of `options`.
    package init(_ items: [ScanItem], options: DocumentReader.Options) {
        self.options = options
        rest = items[...]
    }

    /// Number of documents; `nil` when archives have to be opened to know it.
    package var total: Int? { rest.contains(where: Self.isArchive) ? nil : rest.count }

    /// The next document.
    package func next() -> ScanItem? {
        while true {
            if let archive {
                if let member = archive.source.next() { return given(Self.item(named(member), of: archive.item)) }
                self.archive = nil
                names = [:]
            }
            guard let item = rest.popFirst() else { return nil }
            guard Self.isArchive(item) else { return given(item) }
            archive = (item, DocumentSource(path: item.path, options: options))
        }
    }

    private func given(_ item: ScanItem) -> ScanItem {
        paths.append(item.path)
        return item
    }

    private func named(_ member: SourceItem) -> (path: String, member: SourceItem) {
        let count = names[member.path, default: 0] + 1
        names[member.path] = count
        return (count == 1 ? member.path : "\(member.path)#\(count)", member)
    }

    /// A document of an archive, which what is known of the archive is true of.
    private static func item(_ named: (path: String, member: SourceItem), of archive: ScanItem) -> ScanItem {
        var metadata = archive.metadata
        metadata.title = metadata.title ?? named.member.title
        switch named.member.bytes {
        case .success(let bytes):
            let content = ScanItem.Content.member(
                bytes: bytes, format: named.member.format?.rawValue, encoding: named.member.encoding)
            return ScanItem(path: named.path, content: content, metadata: metadata)
        case .failure(let error):
            let prefix = "\(named.path): "
            let text = error.description
            let reason = text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text
            return ScanItem(path: named.path, content: .missing(reason: reason), metadata: metadata)
        }
    }

    /// Whether a file is named as an archive; a single document that is compressed is none.
    private static func isArchive(_ item: ScanItem) -> Bool {
        guard case .file(let path) = item.content else { return false }
        switch InputFormat(path: path) {
        case .zip, .tar, .warc: return true
        case .compressed:
            guard let dot = path.lastIndex(of: "."), let inner = InputFormat(path: String(path[..<dot])) else {
                return false
            }
            return inner == .tar || inner == .warc
        default: return false
        }
    }
}
