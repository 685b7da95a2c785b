import TextModel

/// Settles the language of a document, and marks the blocks that are in another one.
///
/// A declaration counts unless the text contradicts it: pages are often declared in the language of their template.
/// The detector is asked about a sample of the document only when the common words of the known language leave doubt,
/// and about a block only when their share speaks against the language of the document. So a change between two
/// languages that are both unknown is not noticed.
struct LanguageMarker {
    /// The language whose common words are known.
    let known: KnownLanguage

    /// Below this share of common words, a text is hardly in the known language.
    private static let low = 0.08
    /// Above this share, it hardly is in another one.
    private static let high = 0.2
    /// Fewer words tell nothing.
    private static let fewestWords = 12
    /// Bytes of text that the detector gets for the whole document.
    private static let sampleBytes = 4096

    /// Marks a document.
    func mark(_ document: inout Document) {
        settle(&document)
        guard let language = document.language else { return }
        let isKnown = Self.isSame(language, known.tag)
        for index in document.blocks.indices where document.blocks[index].boilerplate == nil {
            let block = document.blocks[index]
            if let declared = block.language {
                if Self.isSame(declared, language) { document.blocks[index].language = nil }
                continue
            }
            let count = known.count(in: document.text, block.span.range, limit: 60)
            guard count.words >= Self.fewestWords, block.kind != .code else { continue }
            let share = Double(count.common) / Double(count.words)
            guard isKnown ? share < Self.low : share > Self.high else { continue }
            let found = LanguageDetector.language(of: document.text, block.span.range)
            if let found, !Self.isSame(found, language) { document.blocks[index].language = found }
        }
    }

    private func settle(_ document: inout Document) {
        guard let range = sample(of: document) else { return }
        let count = known.count(in: document.text, range, limit: 400)
        guard count.words >= Self.fewestWords else { return }
        let share = Double(count.common) / Double(count.words)
        guard let declared = document.language else {
            document.language =
                share > Self.high ? known.tag : LanguageDetector.language(of: document.text, range)
            return
        }
        let isDoubtful = Self.isSame(declared, known.tag) ? share < Self.low : share > Self.high
        guard isDoubtful, let found = LanguageDetector.language(of: document.text, range),
            !Self.isSame(found, declared)
        else { return }
        document.language = found
        document.notes.append(
            Note(
                code: "language-redeclared",
                message: "the language is declared as \(declared), but the text is in \(found); read as \(found)"))
    }

    /// Where the longest stretch of text without boilerplate begins, as much as the detector gets.
    private func sample(of document: Document) -> Range<Int>? {
        var best: Range<Int>?
        var start: Int?
        for block in document.blocks {
            guard block.boilerplate == nil else {
                start = nil
                continue
            }
            let first = start ?? block.span.start
            start = first
            let range = first..<min(block.span.end, first + Self.sampleBytes)
            if range.count > best?.count ?? 0 { best = range }
            if range.count == Self.sampleBytes { break }
        }
        return best
    }

    /// Whether two tags name one language, whatever the region.
    static func isSame(_ first: String, _ second: String) -> Bool {
        first.prefix { $0 != "-" && $0 != "_" }.lowercased() == second.prefix { $0 != "-" && $0 != "_" }.lowercased()
    }
}
