import TextModel

/// Reads OpenDocument texts (ODT): without what tracked changes deleted and without comments, with the numbers that the
/// program would print.
struct OpenDocumentReader {
    /// Limits.
    let options: DocumentReader.Options
    /// Words that give text its structure.
    let words: LineWords

    /// The document.
    /// - Throws: ``IngestError`` when the file is damaged, encrypted or breaks a limit.
    func document(_ bytes: [UInt8], path: String) throws(IngestError) -> Document {
        let parts: [String: [UInt8]]
        do throws(ContainerError) {
            parts = try PartReader(bytes, options: options) {
                ["content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"].contains($0)
            }.parts
        } catch {
            throw error.of(path, what: InputFormat.odt.phrase)
        }
        if let manifest = parts["META-INF/manifest.xml"], isEncrypted(manifest) {
            throw .encrypted(path: path, what: InputFormat.odt.phrase)
        }
        guard let content = parts["content.xml"] else {
            throw .damaged(path: path, what: InputFormat.odt.phrase, reason: "it has no part content.xml")
        }
        var styles = OpenDocumentStyles()
        if let bytes = parts["styles.xml"] { styles.read(bytes) }
        styles.read(content)
        var body = OpenDocumentBody(styles: styles)
        body.read(content)
        var text = body.text
        let metadata = parts["meta.xml"].map { PartMetadata($0) }
        text.title = metadata?.title
        text.metadata = metadata?.stated ?? Metadata()
        text.language = metadata?.language ?? styles.language
        if body.isBroken { text.notes.append(.brokenPart("content.xml")) }
        return text.document(path: path, format: .odt, words: words)
    }

    private func isEncrypted(_ manifest: [UInt8]) -> Bool {
        let xml = XMLPull(manifest)
        while let event = xml.next() {
            if event == .start("encryption-data") { return true }
        }
        return false
    }
}
