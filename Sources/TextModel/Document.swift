/// A text as read: its blocks in order, and the way back to the bytes of the file.
public struct Document: Sendable {
    /// Path as the user named it, or the name given to standard input.
    public var path: String
    /// Input format by its short name: "text", "html", "xml".
    public var format: String
    /// How the bytes were decoded.
    public var encoding: TextEncoding
    /// Title from metadata or the first title block.
    public var title: String?
    /// BCP 47 language tag, declared or found.
    public var language: String?
    /// Who published it and when, as far as it says so.
    public var metadata = Metadata()
    /// Where it points to its own provisions or others, in order.
    public var references: [CrossReference] = []
    /// Genre, when the caller or the document's metadata names it.
    public var declaredKind: DocumentKind?
    /// Text of all blocks in UTF-8, one line feed between blocks.
    public var text: [UInt8]
    /// Blocks in reading order.
    public var blocks: [Block]
    /// The decoded file.
    public var source: SourceText
    /// From `text` to `source`.
    public var map: SourceMap
    /// What a reader should know about the reading: a guessed encoding, broken markup, a truncated file.
    public var notes: [Note]

    /// Makes a document of its parts; ``DocumentBuilder`` is the usual way.
    public init(
        path: String, format: String, encoding: TextEncoding, title: String?, language: String?,
        declaredKind: DocumentKind?, text: [UInt8], blocks: [Block], source: SourceText, map: SourceMap, notes: [Note]
    ) {
        self.path = path
        self.format = format
        self.encoding = encoding
        self.title = title
        self.language = language
        self.declaredKind = declaredKind
        self.text = text
        self.blocks = blocks
        self.source = source
        self.map = map
        self.notes = notes
    }

    /// The text of a span.
    public func string(_ span: TextSpan) -> String { String(decoding: text[span.range], as: UTF8.self) }

    /// The bytes of the original file that a span came from.
    public func sourceSpan(of span: TextSpan) -> SourceSpan { source.original(map.source(of: span)) }

    /// Headings above a block, outermost first, as block indices.
    public func headingPath(of block: Int) -> [Int] {
        var path: [Int] = []
        var next = blocks[block].heading
        while let heading = next, path.count < blocks.count {
            path.append(heading)
            next = blocks[heading].heading
        }
        return path.reversed()
    }

    /// Stems of a block, nearest first, as block indices.
    public func stems(of block: Int) -> [Int] {
        var stems: [Int] = []
        var next = blocks[block].parent
        while let parent = next, stems.count < blocks.count {
            stems.append(parent)
            next = blocks[parent].parent
        }
        return stems
    }
}

/// How the bytes of a file became text.
public struct TextEncoding: Hashable, Sendable {
    /// What named the encoding.
    public enum Origin: String, Sendable { case byteOrderMark = "bom", declared, meta, valid, guessed, requested }

    /// IANA name, such as "UTF-8" or "windows-1252".
    public let name: String
    /// What named it.
    public let origin: Origin

    /// Makes an encoding.
    public init(name: String, origin: Origin) {
        self.name = name
        self.origin = origin
    }
}

/// Genre of a document; it decides how its modal verbs and slogans are read.
public enum DocumentKind: String, Sendable, CaseIterable {
    case statute, strategy, speech, critique, rights, terms, technical, transcript, press, guidance, other
}

/// Something about the reading of a file that its user should know.
public struct Note: Hashable, Sendable {
    /// Short stable name, such as "encoding-guessed".
    public let code: String
    /// One sentence: what, and what was done about it.
    public let message: String
    /// Place in the original file, when there is one.
    public let offset: Int?

    /// Makes a note.
    public init(code: String, message: String, offset: Int? = nil) {
        self.code = code
        self.message = message
        self.offset = offset
    }
}
