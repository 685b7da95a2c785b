/// All documents that a path stands for, one at a time: the file itself, or what an archive, a web archive, a message
/// with attachments or a compressed file holds, archives within archives included.
///
/// Memory is that of one document however large the archive is, and nothing is written to disk. What cannot be got is an
/// item with its error, and the next one follows.
///
/// ```swift
/// for item in DocumentSource(path: "gazette.zip", options: reader.options) {
///     do { judge(try reader.read(item)) } catch { report(error) }
/// }
/// ```
public final class DocumentSource: Sequence, IteratorProtocol {
    /// Files in archives that were passed over because their name tells of a format that is not read.
    public private(set) var skippedCount = 0

    private let opener: ContainerOpener
    private let options: DocumentReader.Options
    private var streams: [any ItemStream] = []
    private var first: SourceItem?

    /// The documents of the file at `path`. Problems with it come as its only item.
    public init(path: String, options: DocumentReader.Options) {
        self.options = options
        opener = ContainerOpener(options: options)
        do throws(IngestError) {
            if let stream = try opener.stream(ofFile: path) {
                streams = [stream]
            } else {
                first = SourceItem(
                    path: path, bytes: try FileBytes.read(path: path, limit: Swift.min(options.maximumBytes, 1 << 30)),
                    format: options.inputFormat)
            }
        } catch {
            first = SourceItem(path: path, error: error)
        }
    }

    /// The documents of bytes that were read already; `path` names them and their format.
    public init(bytes: [UInt8], path: String, options: DocumentReader.Options) {
        self.options = options
        opener = ContainerOpener(options: options)
        first = SourceItem(path: path, bytes: bytes, format: options.inputFormat)
    }

    /// The next document; `nil` after the last.
    public func next() -> SourceItem? {
        if let item = first {
            first = nil
            if let item = opened(item) { return item }
        }
        while let last = streams.indices.last {
            if let item = streams[last].next() {
                if let item = opened(item) { return item }
            } else {
                skippedCount += streams[last].skippedCount
                streams.removeLast()
            }
        }
        return nil
    }

    /// The item, or `nil` when it is a container, whose items come next.
    private func opened(_ item: SourceItem) -> SourceItem? {
        guard !item.isOpened, case .success(let bytes) = item.bytes else { return item }
        do throws(IngestError) {
            guard let stream = try opener.stream(of: item, bytes: bytes) else { return item }
            guard streams.count <= options.maximumNesting else {
                throw .nestedTooDeep(path: item.path, limit: options.maximumNesting)
            }
            streams.append(stream)
            return nil
        } catch {
            return SourceItem(path: item.path, error: error)
        }
    }
}
