import TextModel

/// One reading of one markup file: the parser's events, the cursor that places them, the blocks that come of them.
struct MarkupReading {
    /// A limit that the file breaks.
    enum Failure {
        case depth(offset: Int)
        case expansion(entity: String, offset: Int)
    }

    /// The blocks.
    var assembler: BlockAssembler
    /// Why the reading stopped.
    private(set) var failure: Failure?

    private var cursor: MarkupCursor
    private let isHTML: Bool
    private let vocabulary: Vocabulary
    private let maximumDepth: Int
    private var metadata = PageMetadata()
    private var stated: StatedPlaces
    /// The linked data at hand.
    private var linkedData: [UInt8]?
    /// Names that were looked up last, by their address.
    private var names: [KnownName] = Array(repeating: KnownName(), count: 512)
    private var depth = 0
    private var skippedFrom: Int? { didSet { assembler.isSkipping = skippedFrom != nil } }
    private var firstBreak: (message: String, offset: Int)?
    private var breakCount = 0
    private let source: SourceText

    /// What is known of an element by its name.
    private struct KnownName {
        var key: UInt = 0
        var role = ElementRole.unknown
        /// Whether it states something about the document.
        var states = false
    }

    /// A reading of `parsed`, the bytes that the parser gets, which stand for those of `source` one to one.
    init(source: SourceText, parsed: [UInt8], isHTML: Bool, vocabulary: Vocabulary, options: DocumentReader.Options) {
        assembler = BlockAssembler(
            source: source, isPage: isHTML || vocabulary.isPage, hasProvisions: vocabulary.hasProvisions)
        cursor = MarkupCursor(bytes: parsed, isHTML: isHTML, entityLimit: options.maximumEntityText)
        self.source = source
        self.isHTML = isHTML
        self.vocabulary = vocabulary
        stated = StatedPlaces(vocabulary.stated)
        maximumDepth = options.maximumDepth
    }

    mutating func start(_ name: Span<UInt8>, key: UInt, facts: ElementFacts) {
        if !isHTML { cursor.passStartTag(name, into: &assembler) }
        checkOverflow()
        depth += 1
        if depth > maximumDepth { failure = .depth(offset: cursor.position) }
        let known = known(name, key: key)
        if known.states, known.role != .metadata {
            stated.start(name.text, attributes: facts.attributes ?? [:], depth: depth)
        }
        guard skippedFrom == nil else { return }
        let role = facts.isNote ? .note : known.role
        if depth <= 2, let kind = vocabulary.kinds[name.text] { assembler.builder.kind = kind }
        if let language = facts.language, assembler.builder.language == nil, depth <= 2 {
            assembler.builder.language = language
        }
        if role == .metadata, let attributes = facts.attributes { metadata.note(attributes) }
        if facts.isLinkedData { linkedData = [] }
        if role == .skip || facts.isHidden {
            skippedFrom = depth
            // What is left out stands between words like a tag, unless it breaks the block as any wrapper does.
            if role != .skip, !role.isInline { assembler.close() }
            return
        }
        let landmark = facts.isLandmark && role.isInline ? .block : role
        assembler.start(landmark, facts: facts, at: cursor.position)
    }

    mutating func end(_ name: Span<UInt8>) {
        if !isHTML { cursor.passEndTag(name, into: &assembler) }
        checkOverflow()
        defer { depth -= 1 }
        stated.end(depth: depth)
        if let data = linkedData {
            metadata.note(linkedData: data)
            linkedData = nil
        }
        if let from = skippedFrom {
            if depth == from { skippedFrom = nil }
            return
        }
        assembler.end()
    }

    mutating func text(_ text: Span<UInt8>) {
        stated.text(text)
        cursor.match(text, into: &assembler)
        checkOverflow()
    }

    mutating func script(_ text: Span<UInt8>) {
        guard linkedData != nil else { return }
        for index in 0..<text.count { linkedData?.append(text[index]) }
    }

    mutating func section(_ text: Span<UInt8>) { cursor.matchSection(text, into: &assembler) }

    mutating func declare(entity: String, content: [UInt8]?) {
        if let content {
            cursor.entities.declare(entity, content: content)
        } else {
            cursor.entities.declareExternal(entity)
        }
    }

    mutating func broken(_ message: String) {
        breakCount += 1
        if firstBreak == nil { firstBreak = (message, cursor.position) }
    }

    /// Ends all blocks and makes the document of them, with the notes.
    mutating func finish(path: String, format: InputFormat, encoding: TextEncoding) -> Document {
        assembler.finish()
        let notes = ReadingNotes(
            source: source, cursor: cursor, isHTML: isHTML, firstBreak: firstBreak, breakCount: breakCount)
        assembler.builder.notes += notes.all
        let metadata = isHTML || vocabulary.isPage ? metadata : stated.metadata
        assembler.builder.metadata = metadata.metadata
        assembler.builder.title = metadata.value(.title) ?? assembler.builder.title
        assembler.builder.language = assembler.builder.language ?? metadata.value(.language)?.replacing("_", with: "-")
        return assembler.builder.finish(path: path, format: format.rawValue, encoding: encoding)
    }

    private mutating func checkOverflow() {
        guard failure == nil, let overflow = cursor.overflow else { return }
        failure = .expansion(entity: overflow.entity, offset: overflow.offset)
    }

    mutating func states(_ name: Span<UInt8>, key: UInt) -> Bool { known(name, key: key).states }

    /// What is known of a name, looked up once for every name: libxml2 keeps one copy of each.
    private mutating func known(_ name: Span<UInt8>, key: UInt) -> KnownName {
        // Addresses that are near each other come to lie far apart.
        let slot = Int(truncatingIfNeeded: (UInt64(key) &* 0x9E37_79B9_7F4A_7C15) >> 55)
        if names[slot].key == key { return names[slot] }
        let text = name.text
        let role = vocabulary.role(of: text)
        names[slot] = KnownName(key: key, role: role, states: role == .metadata || stated.concern(text))
        return names[slot]
    }
}
