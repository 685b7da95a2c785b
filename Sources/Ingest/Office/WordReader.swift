import TextModel

/// Reads Word documents (DOCX): the text as it stands when all tracked changes are accepted, without comments.
///
/// Numbers are those that Word prints: they are counted by the numbering of the document, not found in its text.
struct WordReader {
    /// Limits.
    let options: DocumentReader.Options
    /// Words that give text its structure.
    let words: LineWords

    private static let parts: Set<String> = ["styles.xml", "numbering.xml", "footnotes.xml", "endnotes.xml"]

    /// The document.
    /// - Throws: ``IngestError`` when the file is damaged, encrypted or breaks a limit.
    func document(_ bytes: [UInt8], path: String) throws(IngestError) -> Document {
        let parts: [String: [UInt8]]
        do throws(ContainerError) {
            parts = try PartReader(bytes, options: options) { name in
                name == "_rels/.rels" || name == "docProps/core.xml"
                    || name.hasPrefix("word/") && name.hasSuffix(".xml")
                        && !name.dropFirst(5).contains("/")
            }.parts
        } catch {
            throw error.of(path, what: InputFormat.docx.phrase)
        }
        guard let main = parts[mainPart(parts)] else {
            throw .damaged(path: path, what: InputFormat.docx.phrase, reason: "it has no part word/document.xml")
        }
        let styles = WordStyles(parts["word/styles.xml"] ?? [])
        let numbering = WordNumbering(parts["word/numbering.xml"] ?? [])
        var body = WordBody(styles: styles, numbering: numbering)
        for (part, reference) in [
            ("word/footnotes.xml", "footnoteReference"), ("word/endnotes.xml", "endnoteReference"),
        ] {
            if let bytes = parts[part] { body.readNotes(bytes, of: reference) }
        }
        body.read(main)
        var text = body.text
        let metadata = parts["docProps/core.xml"].map { PartMetadata($0) }
        text.title = metadata?.title
        text.metadata = metadata?.stated ?? Metadata()
        text.language = styles.language
        if body.isBroken { text.notes.append(.brokenPart(mainPart(parts))) }
        return text.document(path: path, format: .docx, words: words)
    }

    /// The part that holds the text; almost always `word/document.xml`.
    private func mainPart(_ parts: [String: [UInt8]]) -> String {
        guard let relations = parts["_rels/.rels"] else { return "word/document.xml" }
        let xml = XMLPull(relations)
        while let event = xml.next() {
            guard event == .start("Relationship"), xml.attribute("Type")?.hasSuffix("/officeDocument") == true,
                let target = xml.attribute("Target")
            else { continue }
            let name = target.hasPrefix("/") ? String(target.dropFirst()) : target
            if parts[name] != nil { return name }
        }
        return "word/document.xml"
    }
}

extension Note {
    /// The XML of a part breaks off; what stands before was read.
    static func brokenPart(_ name: String) -> Note {
        Note(code: "markup-broken", message: "the part \(name) is broken; its text may be incomplete")
    }
}

/// What a document says about itself beside its text, in Dublin Core.
struct PartMetadata {
    /// The title.
    private(set) var title: String?
    /// The language.
    private(set) var language: String?

    /// Authors, publisher and date.
    private(set) var stated = Metadata()

    /// Reads the metadata part of an office document or book. That of a book says when it was published; that of an office
    /// document says when its file was made, or the template that the file was copied from, which is no date of its text.
    init(_ bytes: [UInt8], isBook: Bool = false) {
        let xml = XMLPull(bytes)
        var open: String?
        var values: [String: [String]] = [:]
        while let event = xml.next() {
            switch event {
            case .start(let name): open = name
            case .end: open = nil
            case .text(let text):
                let value = SmallText.folded(text)
                if let open, !value.isEmpty { values[open, default: []].append(value) }
            }
        }
        title = values["title"]?.first
        language = values["language"]?.first
        // In OpenDocument the creator is whoever wrote last.
        stated.authors = values["initial-creator"] ?? values["creator"] ?? []
        stated.institution = values["publisher"]?.first
        if isBook { stated.date = values["date"]?.first }
    }
}

/// Short texts of metadata.
enum SmallText {
    /// The text with each run of white space as one space, and none at its ends.
    static func folded(_ text: [UInt8]) -> String {
        String(decoding: Array(text.split { $0 <= 0x20 }.joined(separator: [0x20])), as: UTF8.self)
    }
}
