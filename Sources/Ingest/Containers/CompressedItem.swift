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
            // The name keeps the extension, which would name the wrong format.
            let format =
                InputFormat(signature: bytes) == nil
                ? InputFormat.uncompressed(path).flatMap { InputFormat(path: $0) } : nil
            return SourceItem(path: path, bytes: bytes, format: format)
        } catch {
            return SourceItem(path: path, error: error.of(path, what: InputFormat.compressed.phrase))
        }
    }
}
