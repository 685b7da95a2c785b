internal import Analysis
internal import Counterweight
internal import Ingest
internal import Lexicons
internal import TextModel

/// One measurement, taken in a process of its own: it prints its figures on one line.
enum MeasurementTask {
    /// Size in bytes, then CPU seconds of ingest, segment, match, the rest, and the plain loop.
    case stages(path: String, runs: Int)
    /// Peak memory of judging a document once, in bytes.
    case memory(path: String)
    /// Peak memory of loading the lexicon, in bytes.
    case idleMemory
    /// Findings in documents, for whoever counts what it takes to judge them.
    case judge(paths: [String])
    /// CPU seconds of loading the lexicon and of the whole process; `cache` is a folder, or "none".
    case load(cache: String)

    private static let marker = "--measure"

    /// A reader that takes documents larger than the usual limit.
    private static func reader(_ lexicon: Lexicon) -> DocumentReader {
        var options = DocumentReader.Options(words: lexicon.structure)
        options.maximumBytes = 2 << 30
        return DocumentReader(options: options)
    }

    /// The task that the hidden arguments name; `nil` when the program was called by a user.
    init?(_ arguments: ArraySlice<String>) throws(BenchmarkError) {
        guard arguments.first == Self.marker else { return nil }
        let words = Array(arguments.dropFirst())
        switch (words.first, words.count) {
        case ("stages", 3): self = .stages(path: words[1], runs: Int(words[2]) ?? 1)
        case ("memory", 2): self = .memory(path: words[1])
        case ("idle", 1): self = .idleMemory
        case ("judge", 2...): self = .judge(paths: Array(words.dropFirst()))
        case ("load", 2): self = .load(cache: words[1])
        default: throw BenchmarkError("unknown measurement")
        }
    }

    private var arguments: [String] {
        switch self {
        case .stages(let path, let runs): ["stages", path, String(runs)]
        case .memory(let path): ["memory", path]
        case .idleMemory: ["idle"]
        case .judge(let paths): ["judge"] + paths
        case .load(let cache): ["load", cache]
        }
    }

    /// The figures, from a new process.
    func measure() throws(BenchmarkError) -> [Double] {
        let output = try ChildProcess.output(of: [Self.marker] + arguments)
        return output.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    }

    /// Takes the measurement in this process and prints the figures.
    func run() throws(BenchmarkError) {
        switch self {
        case .stages(let path, let runs): print(try Self.stages(of: path, runs: runs))
        case .memory(let path):
            let lexicon = try BenchmarkLexicon.load(cache: .ofEnvironment())
            let report = Analyzer(lexicon).report(on: try Self.document(path, Self.reader(lexicon)))
            guard report.words >= 0 else { return }
            print(System.peakMemory)
        case .idleMemory:
            let analyzer = Analyzer(try BenchmarkLexicon.load(cache: .ofEnvironment()))
            print(System.peakMemory, analyzer.lexicon.version.isEmpty ? 1 : 0)
        case .judge(let paths):
            let lexicon = try BenchmarkLexicon.load(cache: .ofEnvironment())
            let (reader, analyzer) = (Self.reader(lexicon), Analyzer(lexicon))
            var findings = 0
            for path in paths { findings += analyzer.report(on: try Self.document(path, reader)).findings.count }
            print(findings)
        case .load(let cache):
            let start = System.cpuTime
            let lexicon = try BenchmarkLexicon.load(cache: cache == "none" ? nil : LexiconCache(folder: cache))
            let end = System.cpuTime
            guard !lexicon.entries.isEmpty else { return }
            print(end - start, System.cpuTime)
        }
    }

    private static func stages(of path: String, runs: Int) throws(BenchmarkError) -> String {
        let lexicon = try BenchmarkLexicon.load(cache: .ofEnvironment())
        let bytes = try System.contents(of: path)
        let reader = reader(lexicon)
        let document = try document(path, reader)
        let segmenter = Segmenter(lexicon)
        let matcher = Matcher(lexicon, types: segmenter.types)
        let judge = Judge(lexicon)
        let tokens = segmenter.segment(document)
        var kept = 0
        let ingest = Stopwatch.median(of: runs) {
            kept &+= (try? reader.read(bytes: bytes, path: path).blocks.count) ?? 0
        }
        let segment = Stopwatch.median(of: runs) { kept &+= segmenter.segment(document).count }
        let match = Stopwatch.median(of: runs) { kept &+= matcher.matches(in: tokens).concepts.count }
        let report = Stopwatch.median(of: runs) { kept &+= judge.report(on: document).findings.count }
        let loop = Stopwatch.median(of: runs) { kept &+= WordLoop.hash(bytes) }
        let rest = max(0, report - segment - match)
        System.keep(kept)
        return [Double(bytes.count), ingest, segment, match, rest, loop].map { String($0) }.joined(separator: " ")
    }

    private static func document(_ path: String, _ reader: DocumentReader) throws(BenchmarkError) -> Document {
        do throws(IngestError) {
            return try reader.read(path: path)
        } catch {
            throw BenchmarkError(error.description)
        }
    }
}
