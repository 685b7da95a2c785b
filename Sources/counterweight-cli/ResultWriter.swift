internal import Reporting
internal import TextModel

/// Writes the results of a run to their places: document by document where the format allows it, else at the end.
///
/// Reports are only kept for formats that have to know all of them, so that memory does not grow with a corpus.
struct ResultWriter {
    private struct Output {
        let target: OutputTarget
        let options: ReportingOptions
        var stream: (any ResultStream)?
        var sections: (any SectionedStream)?
        /// What each section holds so far.
        var contents: [PutAway] = []
        /// Bytes for a file; standard output is written at once.
        var pending: [UInt8] = []
        var file: OutputFile.Handle?
    }

    /// Bytes that are gathered for a file before it is touched: most mistakes show earlier.
    private static let chunk = 1 << 20

    private var outputs: [Output]
    private let isQuiet: Bool
    /// Codes of the notes that are told; `nil` for all.
    private let noted: Set<String>?
    private var kept: [Report] = []
    private var hasReports = false
    private var hasShown = false
    /// Notes on the reading of documents that should be told.
    private(set) var notes: [String] = []
    /// Findings that do not count, and why.
    private(set) var tally = StandingTally()

    /// Writes to targets, each with its options; `rules` is the rule book.
    init(
        _ targets: [(OutputTarget, ReportingOptions)], rules: [RuleDescription], isQuiet: Bool, noted: Set<String>?
    ) {
        outputs = targets.map {
            Output(
                target: $0, options: $1, stream: $0.format.stream(options: $1),
                sections: $0.format.sections(options: $1, rules: rules))
        }
        self.isQuiet = isQuiet
        self.noted = noted
    }

    /// Writes a document, or keeps it for the end; `hash` is that of its file, which some formats ask for.
    /// - Throws: ``CommandError`` when something cannot be written.
    mutating func add(_ report: Report, hash: @autoclosure () -> String?) throws(CommandError) {
        let isFirst = !hasReports
        hasReports = true
        for note in report.document.notes where noted?.contains(note.code) != false {
            let place = note.offset.map { ":byte \($0)" } ?? ""
            notes.append("\(report.document.path)\(place): \(note.message) [\(note.code)]")
        }
        tally.add(report)
        if let lowest = outputs.map(\.options.minimumBand).min() {
            hasShown = hasShown || report.findings.contains { $0.isActive && $0.band >= lowest }
        }
        for index in outputs.indices {
            if let pieces = outputs[index].sections?.add(report, hash: hash()) {
                if outputs[index].contents.isEmpty { outputs[index].contents = pieces.map { _ in PutAway() } }
                for (content, piece) in zip(outputs[index].contents, pieces) { try content.append(piece) }
            }
            let start = isFirst ? outputs[index].stream?.begin() ?? [] : []
            guard let bytes = outputs[index].stream?.add(report) else { continue }
            try write(start + bytes, to: index)
        }
        if outputs.contains(where: { $0.stream == nil && $0.sections == nil }) { kept.append(report) }
    }

    /// Writes what is left, and what had to wait for all.
    /// - Throws: ``CommandError`` when something cannot be written.
    mutating func end(_ results: ([Report]) -> Results) throws(CommandError) {
        let all = results(kept)
        for index in outputs.indices {
            // Text for people that would say nothing is left out.
            if outputs[index].target.isForReading, !hasReports || isQuiet && !hasShown { continue }
            if var stream = outputs[index].stream {
                let start = hasReports ? [] : stream.begin()
                try write(start + stream.end(failures: all.failures), to: index)
            } else if let frames = outputs[index].sections?.frames(tool: all.tool, failures: all.failures) {
                for place in frames.indices {
                    try write(frames[place], to: index)
                    guard outputs[index].contents.indices.contains(place) else { continue }
                    try outputs[index].contents[place].forEachPiece { (piece) throws(CommandError) in
                        try write(piece, to: index)
                    }
                }
            } else {
                try write(outputs[index].target.format.bytes(of: all, options: outputs[index].options), to: index)
            }
            try finish(index)
        }
    }

    private mutating func write(_ bytes: [UInt8], to index: Int) throws(CommandError) {
        guard outputs[index].target.path != nil else {
            if !bytes.isEmpty { try Console.write(bytes) }
            return
        }
        outputs[index].pending += bytes
        if outputs[index].pending.count >= Self.chunk { try flush(index) }
    }

    private mutating func flush(_ index: Int) throws(CommandError) {
        guard let path = outputs[index].target.path else { return }
        if outputs[index].file == nil { outputs[index].file = try OutputFile(path: path).open() }
        try outputs[index].file?.write(outputs[index].pending)
        outputs[index].pending.removeAll(keepingCapacity: true)
    }

    private mutating func finish(_ index: Int) throws(CommandError) {
        guard outputs[index].target.path != nil else { return }
        try flush(index)
        if let file = outputs[index].file { try file.close() }
    }
}
