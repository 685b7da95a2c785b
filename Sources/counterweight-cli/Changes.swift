internal import Desk
internal import Ingest
internal import TextModel

/// What changed, by file.
struct Changes {
    /// What is known of one file.
    struct InFile: Sendable {
        /// Lines by the command line.
        var named: [ClosedRange<Int>] = []
        /// Lines by git; `nil` when it knows of no change.
        var found: [ClosedRange<Int>]?

        /// The lines of a document of the file that count. Lines of git are those of the file itself: of a document that was
        /// taken out of a changed file, all count.
        func lines(of document: Document, in source: Input) -> ChangedLines {
            guard found != nil, isTakenOut(document, of: source) else { return ChangedLines(named + (found ?? [])) }
            return .all
        }

        /// The highest line by the command line that the document does not have, and how many it has.
        func missingLine(of document: Document, in source: Input) -> (line: Int, count: Int)? {
            guard let line = named.map(\.upperBound).max(), document.path == source.path else { return nil }
            let end = LineIndex(document.source).position(of: document.source.bytes.count)
            let count = end.column > 1 ? end.line : end.line - 1
            return line > count ? (line, count) : nil
        }

        private func isTakenOut(_ document: Document, of source: Input) -> Bool {
            document.path != source.path || InputFormat(path: source.path)?.isContainer == true
                || InputFormat(rawValue: document.format)?.hasFilePositions != true
        }
    }

    private var files: [String: InFile] = [:]
    /// Files as the command line names them, by real path.
    private var names: [String: String] = [:]

    /// Real paths of the files that changed by git.
    var foundPaths: [String] { files.filter { $0.value.found != nil }.map(\.key) }

    /// Adds lines of a file that the command line names.
    mutating func add(_ ranges: [ClosedRange<Int>], named name: String) {
        let path = RealPath.of(name)
        names[path] = name
        files[path, default: InFile()].named += ranges
    }

    /// Adds lines by real path that git found.
    mutating func add(_ found: [String: [ClosedRange<Int>]]) {
        for (path, ranges) in found { files[path, default: InFile()].found = ranges }
    }

    /// What is known of an input.
    func inFile(_ path: String) -> InFile { files[RealPath.of(path)] ?? InFile() }

    /// Makes sure that every file that the command line names is an input.
    /// - Throws: ``CommandError`` for one that is none.
    func check(_ inputs: [Input]) throws(CommandError) {
        guard !names.isEmpty else { return }
        let known = Set(inputs.map { RealPath.of($0.path) })
        let missing = names.filter { !known.contains($0.key) }.values.sorted()
        guard missing.isEmpty else {
            throw CommandError(
                missing.map {
                    "--changed-lines: \"\($0)\" is none of the files to check; check its path or name it too"
                })
        }
    }
}
