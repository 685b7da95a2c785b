/// The parts of a document that is a ZIP file inside: DOCX, ODT, EPUB.
struct PartReader {
    /// The parts by name.
    let parts: [String: [UInt8]]

    /// Reads the parts that are wanted and lets the others be: images may be large and are no text.
    /// - Throws: ``ContainerError`` when the file is damaged, encrypted or breaks a limit.
    init(_ bytes: [UInt8], options: DocumentReader.Options, wants: (String) -> Bool) throws(ContainerError) {
        let archive = try ArchiveReader(
            .memory(bytes), content: .entries, budget: ExpansionBudget(options, isPerDocument: true))
        var parts: [String: [UInt8]] = [:]
        while let entry = try archive.next() {
            let name = entry.name.hasPrefix("/") ? String(entry.name.dropFirst()) : entry.name
            // The first part of a name is the one that office programs open.
            guard entry.isFile, wants(name), parts[name] == nil else { continue }
            guard !entry.isEncrypted else { throw .encrypted }
            parts[name] = try archive.content(limit: options.maximumBytes)
        }
        self.parts = parts
    }
}
