internal import ArgumentParser
internal import Ingest
internal import Reporting
internal import TextModel

/// `extract`: shows what is read of a file, block by block.
struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract", abstract: "Print the text of documents in blocks, one JSON object a line.")

    @Argument(help: ArgumentHelp("Files; - is standard input.", valueName: "file"))
    var files: [String]
    @Flag(help: "Print navigation, footers and the like too.") var includeBoilerplate = false
    @OptionGroup(title: "Input") var input: InputOptions
    @Option(
        help: ArgumentHelp(
            "Name of standard input in the output; its extension names the format.", valueName: "name"))
    var stdinFilename: String?
    @OptionGroup var lexicons: LexiconOptions

    func run() throws {
        let reader = try input.reader(try lexicons.load())
        var failed = false
        for file in files {
            let input: Input =
                file == "-" ? .standardInput(name: stdinFilename ?? "<stdin>") : .file(path: file)
            let line: [UInt8]
            do throws(IngestError) {
                line =
                    DocumentLine(
                        try input.read(with: reader).document, includesBoilerplate: includeBoilerplate
                    ).bytes
            } catch {
                Console.error(error.description)
                failed = true
                continue
            }
            try Console.write(line)
        }
        if failed { throw ExitCode(2) }
    }
}

/// A document as one line of JSON.
struct DocumentLine {
    private let document: Document
    /// Indices of the blocks that are written, in order.
    private let shown: [Int]
    /// Where a block stands among those that are written.
    private let position: [Int: Int]

    init(_ document: Document, includesBoilerplate: Bool) {
        self.document = document
        shown = document.blocks.indices.filter { includesBoilerplate || !document.blocks[$0].isBoilerplate }
        position = Dictionary(uniqueKeysWithValues: shown.enumerated().map { ($0.element, $0.offset) })
    }

    /// The line with its line feed.
    var bytes: [UInt8] {
        var json = JSONWriter(isIndented: false)
        json.object { json in
            json.string("path", document.path)
            json.string("title", document.title)
            json.string("language", document.language)
            json.string("format", document.format)
            json.string("encoding", document.encoding.name)
            json.string("kind", document.declaredKind?.rawValue)
            json.array("notes") { json in
                for note in document.notes { write(note, to: &json) }
            }
            json.array("blocks") { json in
                for block in shown { write(block, to: &json) }
            }
        }
        json.endLine()
        return json.bytes
    }

    private func write(_ note: Note, to json: inout JSONWriter) {
        json.object { json in
            json.string("code", note.code)
            json.string("message", note.message)
            json.integer("offset", note.offset)
        }
    }

    private func write(_ index: Int, to json: inout JSONWriter) {
        let block = document.blocks[index]
        json.object { json in
            json.string("kind", block.kind.rawValue)
            json.string("text", document.string(block.span))
            json.string("number", block.number)
            json.integer("level", block.level)
            json.object("source") { json in
                json.integer("start", block.source.start)
                json.integer("end", block.source.end)
            }
            json.boolean("boilerplate", block.isBoilerplate)
            if let reason = block.boilerplate { json.string("reason", reason.rawValue) }
            json.strings(
                "headings", document.headingPath(of: index).map { document.string(document.blocks[$0].span) })
            json.integer("parent", block.parent.flatMap { position[$0] })
            json.string("speaker", block.speaker)
            json.boolean("quoted", block.isQuoted)
        }
    }
}
