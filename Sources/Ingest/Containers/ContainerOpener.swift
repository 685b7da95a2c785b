/// Tells containers from documents and opens them.
struct ContainerOpener {
    /// Limits.
    let options: DocumentReader.Options

    /// What the file at `path` holds, read from disk piece by piece; `nil` when the file is a document by itself.
    func stream(ofFile path: String) throws(IngestError) -> (any ItemStream)? {
        let head = try FileBytes.head(path: path, count: 4096)
        guard let format = format(path: path, named: options.inputFormat, head: head[...]) else { return nil }
        // A message is as large as one document.
        guard format != .email else { return nil }
        return try stream(format, .file(path: path), path: path)
    }

    /// What an item in memory holds; `nil` when it is a document.
    func stream(of item: SourceItem, bytes: [UInt8]) throws(IngestError) -> (any ItemStream)? {
        guard let format = format(path: item.formatName ?? item.path, named: item.format, head: bytes[...]) else {
            return nil
        }
        if format == .email { return MessageItems(bytes, path: item.path, options: options) }
        return try stream(format, .memory(bytes), path: item.path)
    }

    /// The format of a container; `nil` for documents.
    private func format(path: String, named: InputFormat?, head: ArraySlice<UInt8>) -> InputFormat? {
        if let named { return named.isContainer ? named : nil }
        if let signature = InputFormat(signature: head) { return signature.isContainer ? signature : nil }
        if let byName = InputFormat(path: path) { return byName.isContainer ? byName : nil }
        return InputFormat.beginsLikeMail(head) ? .email : nil
    }

    private func stream(_ format: InputFormat, _ origin: ArchiveReader.Origin, path: String) throws(IngestError)
        -> (any ItemStream)?
    {
        do throws(ContainerError) {
            switch format {
            case .zip:
                guard case .format(.zip) = try ZIPKind(origin, options: options) else { return nil }
                return try ArchiveItems(origin, path: path, format: .zip, options: options)
            case .warc: return try WARCItems(origin, path: path, options: options)
            case .compressed: return try compressed(origin, path: path)
            default: return try ArchiveItems(origin, path: path, format: format, options: options)
            }
        } catch {
            throw error.of(path, what: format.phrase)
        }
    }

    /// A compressed archive is read as the archive; otherwise a compressed file is one document.
    private func compressed(_ origin: ArchiveReader.Origin, path: String) throws(ContainerError) -> any ItemStream {
        let archive = try ArchiveReader(
            origin, content: .compressed, budget: ExpansionBudget(options, isPerDocument: true))
        var head: [UInt8] = []
        if try archive.next() != nil { head = try archive.piece() }
        switch InputFormat(signature: head) {
        case .warc: return try WARCItems(origin, path: path, options: options)
        case .tar: return try ArchiveItems(origin, path: path, format: .tar, options: options)
        default: return CompressedItem(head: head, archive: archive, path: path, options: options)
        }
    }
}
