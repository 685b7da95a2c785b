import TextModel

/// Reads HTML and XML.
struct MarkupReader {
    /// The decoded file.
    let decoded: DecodedText
    /// `html` or `xml`.
    let format: InputFormat
    /// Limits.
    let options: DocumentReader.Options
    /// What elements of pages say about themselves.
    let regions: RegionWords

    /// The document.
    /// - Throws: `tooDeep` and `entityExpansion`; everything else that is wrong becomes a note.
    func document(path: String) throws(IngestError) -> Document {
        let bytes = ForbiddenCharacters.replaced(in: decoded.source.bytes)
        let vocabulary = format == .html ? .html : xmlVocabulary(bytes)
        let document = try document(path: path, parsing: bytes, with: vocabulary)
        guard format == .html, document.blocks.isEmpty else { return document }
        // Some pages bring all their text for browsers without scripts.
        var second = try self.document(path: path, parsing: bytes, with: .htmlWithoutScripts)
        guard !second.blocks.isEmpty else { return document }
        second.notes.append(
            Note(code: "noscript-read", message: "the page has text only inside noscript elements; that was read"))
        return second
    }

    private func document(path: String, parsing bytes: [UInt8], with vocabulary: Vocabulary) throws(IngestError)
        -> Document
    {
        let isHTML = format == .html
        let listener = MarkupListener(
            MarkupReading(
                source: decoded.source, parsed: bytes, isHTML: isHTML, vocabulary: vocabulary, options: options))
        listener.reading.assembler.builder.notes = decoded.notes
        listener.reading.assembler.builder.kind = vocabulary.kind
        SAXParser.parse(
            isHTML ? LeanPage.of(bytes, regions: regions) : bytes, isHTML: isHTML,
            regions: isHTML || vocabulary.isPage ? regions : nil, receiver: listener)
        switch listener.reading.failure {
        case .depth(let offset):
            throw .tooDeep(path: path, limit: options.maximumDepth, offset: decoded.source.original(offset))
        case .expansion(let entity, let offset):
            throw .entityExpansion(
                path: path, entity: entity, limit: options.maximumEntityText, offset: decoded.source.original(offset))
        case nil: break
        }
        var document = listener.reading.finish(path: path, format: format, encoding: decoded.encoding)
        MainContent(listener.reading.assembler.outline, words: regions).mark(&document)
        return document
    }

    private func xmlVocabulary(_ bytes: [UInt8]) -> Vocabulary {
        guard let root = RootElement(bytes) else { return .generic }
        let vocabulary = Vocabulary.of(root)
        guard vocabulary.name == Vocabulary.generic.name else { return vocabulary }
        let survey = GenericSurvey()
        SAXParser.parse(bytes, isHTML: false, regions: nil, receiver: survey)
        return vocabulary.adding(survey.inlineRoles)
    }
}

/// Characters that XML forbids, which would stop its parser.
enum ForbiddenCharacters {
    /// The bytes with every forbidden character as spaces of the same length.
    static func replaced(in bytes: [UInt8]) -> [UInt8] {
        var first: Int?
        let span = bytes.span
        var index = 0
        while index < span.count {
            if let eight = EightBytes(span, at: index), !eight.has(0xEF), !eight.has(below: 0x20) || !hasControl(eight)
            {
                index += 8
                continue
            }
            let byte = span[index]
            if byte < 0x20
                ? byte != 0x09 && byte != 0x0A && byte != 0x0D : byte == 0xEF && isNoncharacter(span, at: index)
            {
                first = index
                break
            }
            index += 1
        }
        guard let first else { return bytes }
        var copy = bytes
        for index in first..<copy.count {
            let byte = copy[index]
            if byte < 0x20 {
                if byte != 0x09, byte != 0x0A, byte != 0x0D { copy[index] = 0x20 }
            } else if byte == 0xEF, isNoncharacter(copy.span, at: index) {
                copy.replaceSubrange(index..<(index + 3), with: [0x20, 0x20, 0x20])
            }
        }
        return copy
    }

    /// Whether one of eight bytes is a control character other than a tab or a line end.
    private static func hasControl(_ eight: EightBytes) -> Bool {
        eight.has(below: 0x09) || eight.has(from: 0x0B, through: 0x0C) || eight.has(from: 0x0E, through: 0x1F)
    }

    private static func isNoncharacter(_ bytes: Span<UInt8>, at index: Int) -> Bool {
        index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
    }
}
