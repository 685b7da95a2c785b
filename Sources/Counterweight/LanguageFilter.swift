internal import TextModel

/// Sets aside what is in another language than that of the lexicon, and says how much that is.
struct LanguageFilter {
    /// BCP 47 tag of the language that is judged.
    let tag: String

    /// The document with blocks in other languages marked as such.
    func filtered(_ document: Document) -> Document {
        let isForeign = document.language.map { !isJudged($0) } ?? false
        guard isForeign || document.blocks.contains(where: { $0.language != nil }) else { return document }
        var document = document
        var words: [String: Int] = [:]
        for index in document.blocks.indices where document.blocks[index].boilerplate == nil {
            let block = document.blocks[index]
            guard let language = block.language ?? document.language, !isJudged(language) else { continue }
            document.blocks[index].boilerplate = .language
            words[language, default: 0] += document.text[block.span.range].count { $0 == 0x20 } + 1
        }
        for (language, count) in words.sorted(by: { $0.key < $1.key }) {
            document.notes.append(
                Note(
                    code: "language-not-judged",
                    message:
                        "\(count) \(count == 1 ? "word is" : "words are") in \(language) and not judged; only \(tag) is"
                ))
        }
        return document
    }

    private func isJudged(_ language: String) -> Bool {
        language.prefix { $0 != "-" && $0 != "_" }.lowercased() == tag.prefix { $0 != "-" }.lowercased()
    }
}
