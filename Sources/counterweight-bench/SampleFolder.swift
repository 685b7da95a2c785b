internal import Ingest
internal import Lexicons
internal import TextModel

/// Documents to measure, or to make a text from.
enum SampleFolder {
    /// The samples of the repository, seen from its root.
    static let standard = "Corpora/samples"

    /// The documents that paths name: a folder stands for its files of a known format, in order of name.
    static func documents(in paths: [String]) throws(BenchmarkError) -> [String] {
        var documents: [String] = []
        for path in paths {
            if let names = System.names(in: path) {
                documents += names.filter { InputFormat(path: $0) != nil }.sorted().map { "\(path)/\($0)" }
            } else if path == standard {
                throw BenchmarkError("\(standard) is not here; run from the root of the repository, or name documents")
            } else {
                documents.append(path)
            }
        }
        guard !documents.isEmpty else {
            throw BenchmarkError("no document found; formats that are read: \(InputFormat.list)")
        }
        return documents
    }

    /// All sentences of the documents' passages, roughly cut.
    static func sentences(of documents: [String]) throws(BenchmarkError) -> [String] {
        let lexicon = try BenchmarkLexicon.load(cache: .ofEnvironment())
        let reader = DocumentReader(options: DocumentReader.Options(words: lexicon.structure))
        var sentences: [String] = []
        for path in documents {
            do throws(IngestError) {
                let document = try reader.read(path: path)
                for block in document.blocks where !block.isBoilerplate && block.span.count > 40 {
                    sentences += document.string(block.span).split(separator: ". ").filter { $0.count > 20 }.map {
                        $0.hasSuffix(".") ? String($0) : $0 + "."
                    }
                }
            } catch {
                throw BenchmarkError(error.description)
            }
        }
        guard !sentences.isEmpty else { throw BenchmarkError("the samples hold no sentences") }
        return sentences
    }
}
