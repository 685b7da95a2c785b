/// The one document of a compressed file.
struct CompressedItem: ItemStream {
    let head: [UInt8]
    let archive: ArchiveReader
    let path: String
    let options: DocumentReader.Options
    private var isDone = false

    var skippedCount: Int { 0 }

    init(head: [UInt8], archive: ArchiveReader, path: String, options: DocumentReader.Options) {
        self.head = head
        self.archive = archive
        self.path = path
        self.options = options
    }

    mutating func next() -> SourceItem? {
        guard !isDone else { return nil }
        isDone = true
        do throws(ContainerError) {
            let bytes = head + (head.isEmpty ? [] : try archive.content(limit: options.maximumBytes))
            var item = SourceItem(path: path, bytes: bytes)
            item.formatName = InputFormat.uncompressed(path)
            return item
        } catch {
            return SourceItem(path: path, error: error.of(path, what: InputFormat.compressed.phrase))
        }
    }
}
