import TextModel

/// Reads EPUB books: the chapters in the order of reading, as one document, without the table of contents.
struct BookReader {
    /// Limits.
    let options: DocumentReader.Options
    /// Words that give text its structure.
    let words: LineWords
    /// What elements of chapters say about themselves.
    let regions: RegionWords

    private static let what = InputFormat.epub.phrase

    /// The document.
    /// - Throws: ``IngestError`` when the book is damaged, encrypted or breaks a limit.
    func document(_ bytes: [UInt8], path: String) throws(IngestError) -> Document {
        let parts: [String: [UInt8]]
        do throws(ContainerError) {
            let endings = ["xml", "opf", "xhtml", "html", "htm"]
            parts = try PartReader(bytes, options: options) { name in
                endings.contains { name.lowercased().hasSuffix("." + $0) }
            }.parts
        } catch {
            throw error.of(path, what: Self.what)
        }
        guard let package = parts["META-INF/container.xml"].flatMap({ BookPackage.path(in: $0) }),
            let content = parts[package].map({ BookPackage($0, path: package) }), !content.chapters.isEmpty
        else { throw .damaged(path: path, what: Self.what, reason: "it names no chapters") }
        let encrypted = parts["META-INF/encryption.xml"].map { BookPackage.encryptedParts(in: $0) } ?? []
        var text = InnerText()
        text.title = content.title
        text.metadata = content.stated
        text.language = content.language
        for chapter in content.chapters {
            guard !encrypted.contains(chapter) else { throw .encrypted(path: path, what: Self.what) }
            guard let bytes = parts[chapter] else {
                text.notes.append(
                    Note(code: "chapter-missing", message: "the chapter \(chapter) is not in the book"))
                continue
            }
            if !bytes.isEmpty { try add(bytes, chapter: chapter, path: path, to: &text) }
        }
        return text.document(path: path, format: .epub, words: words)
    }

    private func add(_ bytes: [UInt8], chapter: String, path: String, to text: inout InnerText) throws(IngestError) {
        let label = "\(path)!\(chapter)"
        let decoded = try TextDecoder(requested: nil, format: .xml).decode(bytes, path: label)
        let format: InputFormat = InputFormat(sniffing: decoded.source.bytes) == .xml ? .xml : .html
        let document = try MarkupReader(decoded: decoded, format: format, options: options, regions: regions).document(
            path: label)
        for block in document.blocks {
            text.append(
                InnerParagraph(
                    kind: block.kind, text: Array(document.text[block.span.range]), number: block.number,
                    level: block.level, isQuoted: block.isQuoted, boilerplate: block.boilerplate))
        }
        text.notes += document.notes.map { Note(code: $0.code, message: "\(chapter): \($0.message)") }
    }
}

/// The package file of a book: its metadata and the order of its chapters.
struct BookPackage {
    /// Title by the metadata.
    let title: String?
    /// Language by the metadata.
    let language: String?
    /// Authors, publisher and date by the metadata.
    let stated: Metadata
    /// Names of the parts that hold the chapters, in order of reading.
    private(set) var chapters: [String] = []

    /// Reads the package at `path` within the book.
    init(_ bytes: [UInt8], path: String) {
        let metadata = PartMetadata(bytes, isBook: true)
        title = metadata.title
        language = metadata.language
        stated = metadata.stated
        let folder = path.split(separator: "/").dropLast().map(String.init)
        var items: [String: String] = [:]
        let xml = XMLPull(bytes)
        while let event = xml.next() {
            if event == .start("item"), let id = xml.attribute("id"), let address = xml.attribute("href") {
                let isContents = xml.attribute("properties")?.split(separator: " ").contains("nav") == true
                if !isContents { items[id] = Self.resolved(address, in: folder) }
            } else if event == .start("itemref"), let item = xml.attribute("idref").flatMap({ items[$0] }),
                xml.attribute("linear") != "no", !chapters.contains(item)
            {
                chapters.append(item)
            }
        }
    }

    /// The path of the package by the container file.
    static func path(in container: [UInt8]) -> String? {
        let xml = XMLPull(container)
        while let event = xml.next() {
            if event == .start("rootfile"), let path = xml.attribute("full-path") { return path }
        }
        return nil
    }

    /// Parts that are encrypted; fonts often are without keeping anyone from reading.
    static func encryptedParts(in encryption: [UInt8]) -> Set<String> {
        var parts: Set<String> = []
        let xml = XMLPull(encryption)
        while let event = xml.next() {
            if event == .start("CipherReference"), let part = xml.attribute("URI") { parts.insert(part) }
        }
        return parts
    }

    /// A relative address as the name of a part, with `%20` and `..` undone.
    private static func resolved(_ address: String, in folder: [String]) -> String {
        var bytes: [UInt8] = []
        let raw = Array(address.prefix { $0 != "#" }.utf8)
        var index = 0
        while index < raw.count {
            if raw[index] == UInt8(ascii: "%"), index + 2 < raw.count, let high = TransferDecoding.hex(raw[index + 1]),
                let low = TransferDecoding.hex(raw[index + 2])
            {
                bytes.append(high << 4 | low)
                index += 3
            } else {
                bytes.append(raw[index])
                index += 1
            }
        }
        var path = folder
        for step in String(decoding: bytes, as: UTF8.self).split(separator: "/") {
            if step == ".." { _ = path.popLast() } else if step != "." { path.append(String(step)) }
        }
        return path.joined(separator: "/")
    }
}
