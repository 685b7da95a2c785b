import TextModel

/// Reads PDF documents: their lines come from a process of its own, ``PDFLayout`` makes text of them, and the text is
/// read as plain text is, with the headings that the size of the letters shows.
struct PDFReader {
    /// Limits, and the program that reads PDF documents.
    let options: DocumentReader.Options
    /// Words that give text its structure.
    let words: LineWords

    /// The document.
    /// - Throws: ``IngestError`` when the document is damaged, encrypted, only scanned or breaks a limit.
    func document(_ bytes: [UInt8], path: String) throws(IngestError) -> Document {
        let pages = try pages(bytes, path: path)
        return try document(pages, path: path)
    }

    /// The document of pages whose lines are known.
    func document(_ pages: [PDFPage], path: String) throws(IngestError) -> Document {
        guard pages.contains(where: { !$0.lines.isEmpty }) else { throw .scanned(path: path, pages: pages.count) }
        let layout = PDFLayout(pages, words: words)
        let decoded = DecodedText(
            source: SourceText(bytes: layout.text), encoding: TextEncoding(name: "UTF-8", origin: .declared), notes: [])
        var document = PlainTextReader(
            decoded: decoded, words: words, headings: layout.headings, isLaidOut: true, notes: layout.notes
        ).document(path: path)
        document.format = InputFormat.pdf.rawValue
        for index in document.blocks.indices {
            document.blocks[index].page = layout.page(at: document.blocks[index].source.start)
        }
        let empty = pages.indices.filter { pages[$0].lines.isEmpty }.map { $0 + 1 }
        if !empty.isEmpty {
            let list = empty.prefix(10).map(String.init).joined(separator: ", ") + (empty.count > 10 ? ", …" : "")
            let message = "\(empty.count) of \(pages.count) pages have no text (\(list)): blank, or scanned paper"
            document.notes.append(Note(code: "pages-without-text", message: message))
        }
        return document
    }

    private func pages(_ bytes: [UInt8], path: String) throws(IngestError) -> [PDFPage] {
        guard let program = WorkerProcess.program(named: options.worker) else {
            throw .worker(
                path: path, reason: "is the program counterweight, which is neither beside this one nor on the path")
        }
        let process = WorkerProcess(
            path: program,
            arguments: [
                PDFWorker.command, "--memory", String(options.maximumMemory), "--seconds",
                String(options.maximumSeconds),
            ], seconds: options.maximumSeconds, limit: options.maximumBytes)
        switch process.run(on: bytes) {
        case .output(let output):
            let (pages, ending) = PDFStream.pages(output)
            switch ending {
            case .complete?: return pages
            case .encrypted?: throw .encrypted(path: path, what: InputFormat.pdf.phrase)
            case .missing?:
                throw .missingLibrary(
                    path: path, what: InputFormat.pdf.phrase, library: "poppler-glib", package: "libpoppler-glib8")
            case .damaged?, nil:
                throw .damaged(path: path, what: InputFormat.pdf.phrase, reason: "its structure is broken")
            }
        case .tooSlow: throw .tooSlow(path: path, seconds: options.maximumSeconds)
        case .tooMuch: throw .expansion(path: path, limit: options.maximumBytes)
        case .signal(let number):
            throw .worker(
                path: path,
                reason: "was stopped by signal \(number): the file is damaged, or takes more memory than the limit of "
                    + "\(options.maximumMemory) bytes")
        case .failed(let reason): throw .worker(path: path, reason: reason)
        }
    }
}
