internal import Counterweight
internal import Desk
internal import Ingest
internal import Lexicons
internal import Reporting
internal import TextModel

/// One input with everything that decides how it is judged, so that any thread can do it.
struct JudgingTask: Sendable {
    /// What became of it.
    struct Judged: Sendable {
        /// Reports of its documents, in the order that an archive has them.
        fileprivate(set) var reports: [Report] = []
        fileprivate(set) var failures: [Failure] = []
        /// Hashes of the files whose bytes the documents do not tell, by path.
        fileprivate(set) var hashes: [String: String] = [:]
        /// Files in archives that were passed over because their extension names no format that is read.
        fileprivate(set) var skippedCount = 0
        /// Lowest band that its own settings call a failure.
        let failOn: Band
        /// Rules that its own settings let count.
        let rules: Set<String>
        /// The lines that count of each of its documents, by path; `nil` when all do.
        fileprivate(set) var changes: [String: ChangedLines]?

        /// The same with other reports of its documents.
        func replacing(reports: [Report]) -> Judged {
            var judged = self
            judged.reports = reports
            return judged
        }
    }

    let source: Input
    let reader: DocumentReader
    let analyzer: Analyzer
    let selection: RuleSelection
    let comments: CommentSuppression
    let language: String?
    let failOn: Band
    let changes: Changes.InFile?
    /// Lowest band for which wording is offered; `nil` where nothing shows it.
    let wordingFrom: Band?

    /// Reads and judges it.
    func judged() -> Judged {
        var judged = Judged(failOn: failOn, rules: selection.ids, changes: changes.map { _ in [:] })
        let documents: DocumentSource
        do throws(IngestError) { documents = try source.documents(for: reader) } catch {
            judged.failures.append(Failure(error, path: source.path))
            return judged
        }
        while let item = documents.next() {
            do throws(IngestError) {
                let document = try reader.read(item)
                if let missing = changes?.missingLine(of: document, in: source) {
                    let message =
                        "--changed-lines names line \(missing.line), but it has \(missing.count); check the lines"
                    judged.failures.append(Failure(path: item.path, message: message))
                    continue
                }
                let lines = changes?.lines(of: document, in: source)
                judged.changes?[document.path] = lines
                judged.hashes[item.path] = Input.hash(of: item, read: document)
                judged.reports.append(report(on: labelled(document), lines: lines))
            } catch {
                judged.failures.append(Failure(error, path: item.path))
            }
        }
        judged.skippedCount = documents.skippedCount
        return judged
    }

    private func report(on document: Document, lines: ChangedLines?) -> Report {
        let report = comments.applied(to: selection.applied(to: analyzer.report(on: document)))
        guard let wordingFrom else { return report }
        return RemedyWriter(analyzer).report(report, from: wordingFrom, in: lines?.passages(of: report))
    }

    /// The document with the caller's language, and a note where there is no text.
    private func labelled(_ document: Document) -> Document {
        var document = document
        if let language { document.language = language }
        if document.blocks.isEmpty {
            let message =
                "no text was found in it, so nothing was judged; save a page that builds itself by script as shown"
            document.notes.append(Note(code: "no-text", message: message))
        }
        return document
    }
}
