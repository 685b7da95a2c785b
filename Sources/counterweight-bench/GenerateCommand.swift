/// `generate`: writes a corpus to try a scan on.
struct GenerateCommand {
    private var documents = 20_000
    private var seed = 1
    private var folder: String?

    /// The command that the arguments name; `nil` when they name none.
    init?(_ arguments: ArraySlice<String>) throws(BenchmarkError) {
        guard arguments.first == "generate" else { return nil }
        var rest = arguments.dropFirst()
        while let argument = rest.popFirst() {
            switch argument {
            case "--documents": documents = try Self.number(rest.popFirst(), of: argument)
            case "--seed": seed = try Self.number(rest.popFirst(), of: argument)
            default:
                guard !argument.hasPrefix("-"), folder == nil else {
                    throw BenchmarkError("generate: unexpected \(argument)\n\n\(BenchmarkArguments.usage)")
                }
                folder = argument
            }
        }
        guard folder != nil else { throw BenchmarkError("generate needs a folder\n\n\(BenchmarkArguments.usage)") }
    }

    /// Writes the documents and their manifest.
    func run() throws(BenchmarkError) {
        guard let folder else { return }
        let samples = try SampleFolder.documents(in: [SampleFolder.standard])
        let library = GeneratedLibrary(sentences: try SampleFolder.sentences(of: samples), seed: UInt64(seed))
        try System.makeFolder(folder)
        var manifest = "path,title,year,country,body,collection,kind\n"
        var made: Set<String> = []
        var bytes = 0
        for index in 0..<documents {
            let document = library.document(index)
            let parts = document.path.split(separator: "/").dropLast()
            for depth in 1...parts.count {
                let path = "\(folder)/\(parts.prefix(depth).joined(separator: "/"))"
                if made.insert(path).inserted { try System.makeFolder(path) }
            }
            try System.write(document.bytes, to: "\(folder)/\(document.path)")
            bytes += document.bytes.count
            manifest +=
                "\(document.path),\(document.title),\(document.year),\(document.country),\(document.body),\(document.collection),\(document.kind)\n"
        }
        try System.write(Array(manifest.utf8), to: "\(folder)/manifest.csv")
        print("\(documents) documents, \(bytes) bytes, in \(folder)")
    }

    private static func number(_ text: String?, of option: String) throws(BenchmarkError) -> Int {
        guard let text, let number = Int(text), (1...10_000_000).contains(number) else {
            throw BenchmarkError("\(option) needs a number from 1 to 10000000")
        }
        return number
    }
}
