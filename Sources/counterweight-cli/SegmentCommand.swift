internal import ArgumentParser
internal import Counterweight
internal import Ingest
internal import Lexicons
internal import Reporting
internal import TextModel

/// `segment`: shows where the sentences of a text begin and end.
struct SegmentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "segment", abstract: "Print the sentences of a text with their byte offsets, as JSON.")

    @Argument(help: ArgumentHelp("A file; - is standard input.", valueName: "file"))
    var file: String
    @OptionGroup(title: "Input") var input: InputOptions
    @OptionGroup var lexicons: LexiconOptions

    func run() throws {
        let lexicon = try lexicons.load()
        let document = try input.document(file, lexicon)
        let splitter = SentenceSplitter(lexicon)
        var json = JSONWriter(isIndented: false)
        json.object { json in
            json.array("sentences") { json in
                for sentence in splitter.sentences(of: document) {
                    let source = document.sourceSpan(of: sentence.span)
                    json.object { json in
                        json.string("text", document.string(sentence.span))
                        json.integer("start", source.start)
                        json.integer("end", source.end)
                    }
                }
            }
        }
        json.endLine()
        try Console.write(json.bytes)
    }
}

extension InputOptions {
    /// The one document that a path, or - for standard input, stands for.
    /// - Throws: ``CommandError`` when it cannot be read.
    func document(_ path: String, _ lexicon: Lexicon) throws(CommandError) -> Document {
        let reader = try reader(lexicon)
        let input: Input = path == "-" ? .standardInput(name: "<stdin>") : .file(path: path)
        do throws(IngestError) {
            return try input.document(with: reader)
        } catch {
            throw CommandError(error.description)
        }
    }
}
