import TextModel

/// Reads Markdown in the dialect of GitHub, with metadata in YAML or TOML at its top.
///
/// MD4C reports text as addresses within the file, so positions are exact without a search.
struct MarkdownReader {
    /// The decoded file.
    let decoded: DecodedText
    /// Limits.
    let options: DocumentReader.Options

    /// The document. Linear in the size of the file.
    /// - Throws: `missingLibrary` without MD4C, `tooDeep` for nesting beyond the limit.
    func document(path: String) throws(IngestError) -> Document {
        let bytes = decoded.source.bytes
        var lines = LineScanner.lines(of: Array(bytes.prefix(1 << 16)))
        let matter = FrontMatter.drop(from: &lines, in: bytes)
        let start = lines.last(where: \.isFurniture).map { Int($0.end) } ?? 0
        let reading = MarkdownReading(source: decoded.source, start: start, maximumDepth: options.maximumDepth)
        reading.assembler.builder.notes = decoded.notes
        reading.assembler.builder.title = matter.title
        reading.assembler.builder.metadata = matter.metadata
        do throws(SystemLibrary.Missing) { try MarkdownParser.parse(bytes, from: start, receiver: reading) } catch {
            throw .missingLibrary(
                path: path, what: InputFormat.markdown.phrase, library: error.library, package: error.package)
        }
        if let offset = reading.tooDeepAt {
            throw .tooDeep(path: path, limit: options.maximumDepth, offset: decoded.source.original(offset))
        }
        reading.assembler.finish()
        return reading.assembler.builder.finish(
            path: path, format: InputFormat.markdown.rawValue, encoding: decoded.encoding)
    }
}
