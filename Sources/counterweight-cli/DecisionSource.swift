internal import ArgumentParser
internal import Ingest
internal import Observatory
internal import Review

/// Where decisions are read from: files, or a store.
struct DecisionSource: ParsableArguments {
    @Argument(help: ArgumentHelp("Files of decisions.", valueName: "decisions.json")) var files: [String] = []
    @Option(help: ArgumentHelp("Read the decisions of a store as well.", valueName: "file.db")) var store: String?

    /// All of them, equal ones once.
    func file() throws(CommandError) -> DecisionFile {
        guard !files.isEmpty || store != nil else { throw CommandError("name a file of decisions or give --store") }
        let read = try Self.read(files)
        guard let store else { return read }
        let events = try attempt { () throws(StoreError) in
            try StoredEvents(try Store(path: store, for: .reading)).all()
        }
        return try Self.taken { () throws(DecisionFile.Malformed) in
            try DecisionFile(events: read.events + events, documents: read.documents)
        }
    }

    /// The decisions of several files, equal ones once.
    static func read(_ paths: [String]) throws(CommandError) -> DecisionFile {
        var events: [DecisionEvent] = []
        var documents: [String: String] = [:]
        for path in paths {
            let file = try read(path)
            events += file.events
            documents.merge(file.documents) { first, second in first.isEmpty ? second : first }
        }
        return try taken { () throws(DecisionFile.Malformed) in
            try DecisionFile(events: events, documents: documents)
        }
    }

    /// The decisions of one file, whichever of the formats it is in.
    static func read(_ path: String) throws(CommandError) -> DecisionFile {
        let bytes = try bytes(path)
        // The text that a brat file counts in lies beside it.
        let text = path.hasSuffix(".ann") ? try Self.bytes(String(path.dropLast(4)) + ".txt") : nil
        do throws(DecisionFile.Malformed) {
            return try DecisionFormat.read(bytes, text: text)
        } catch {
            throw CommandError("\(path): \(error.description)")
        }
    }

    /// A file of decisions that holds events.
    static func bytes(of events: [DecisionEvent]) throws(CommandError) -> [UInt8] {
        try taken { () throws(DecisionFile.Malformed) in try DecisionFile(events: events) }.bytes
    }

    /// The findings of a report.
    static func report(_ path: String) throws(CommandError) -> ReportTargets {
        let bytes = try bytes(path)
        do throws(ReportTargets.Malformed) {
            return try ReportTargets(bytes: bytes)
        } catch {
            throw CommandError("\(path): \(error.description)")
        }
    }

    private static func bytes(_ path: String) throws(CommandError) -> [UInt8] {
        do throws(IngestError) {
            return try FileBytes.read(path: path, limit: 1 << 30)
        } catch {
            throw CommandError(error.description)
        }
    }

    private static func taken(
        _ body: () throws(DecisionFile.Malformed) -> DecisionFile
    ) throws(CommandError) -> DecisionFile {
        do throws(DecisionFile.Malformed) { return try body() } catch { throw CommandError(error.description) }
    }
}
