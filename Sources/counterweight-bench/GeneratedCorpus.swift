internal import TextModel

/// A long English text made from the words and sentences of the samples; the same at every run.
///
/// Half of the sentences are sample sentences, half are new ones that follow pairs of words as the samples
/// do, with numbers and years of their own. Density of policy words is therefore that of the samples, which
/// is far above that of ordinary prose: the figures are a worst case.
struct GeneratedCorpus {
    /// One block of the text.
    struct Paragraph {
        /// Whether it is a heading.
        let isHeading: Bool
        /// Its words.
        let text: String
    }

    private let sentences: [String]
    private var followers: [String: [String]] = [:]
    private var openers: [(String, String)] = []

    /// Learns which word follows which two.
    init(samples: [String]) {
        sentences = samples
        for sentence in samples {
            let words = sentence.split(separator: " ").map(String.init)
            guard words.count > 4 else { continue }
            openers.append((words[0], words[1]))
            for index in 2..<words.count {
                followers[words[index - 2] + " " + words[index - 1], default: []].append(words[index])
            }
        }
    }

    /// Paragraphs of about so many bytes together.
    func paragraphs(bytes: Int, seed: UInt64 = 2026) -> [Paragraph] {
        var random = SeededGenerator(seed: seed)
        var paragraphs: [Paragraph] = []
        var size = 0
        while size < bytes {
            let isHeading = paragraphs.count % 12 == 0
            let text = isHeading ? heading(paragraphs.count / 12 + 1, &random) : body(&random)
            paragraphs.append(Paragraph(isHeading: isHeading, text: text))
            size += text.utf8.count + 2
        }
        return paragraphs
    }

    private func heading(_ number: Int, _ random: inout SeededGenerator) -> String {
        let words = sentences[random.next(below: sentences.count)].split(separator: " ").prefix(5).joined(
            separator: " ")
        return "\(number). \(words.filter { $0.isLetter || $0 == " " })"
    }

    private func body(_ random: inout SeededGenerator) -> String {
        (0..<(2 + random.next(below: 4))).map { _ in
            random.next(below: 2) == 0 ? sentences[random.next(below: sentences.count)] : newSentence(&random)
        }.joined(separator: " ")
    }

    private func newSentence(_ random: inout SeededGenerator) -> String {
        guard !openers.isEmpty else { return sentences[0] }
        var (first, second) = openers[random.next(below: openers.count)]
        var words = [first, second]
        while words.count < 40, let next = followers[first + " " + second], !next.isEmpty {
            let word = next[random.next(below: next.count)]
            words.append(word.allSatisfy(\.isNumber) ? String(1 + random.next(below: 9_000)) : word)
            (first, second) = (second, word)
        }
        let text = words.joined(separator: " ")
        return text.hasSuffix(".") ? text : text + "."
    }

    /// The text as plain text, with an empty line between blocks.
    static func plainText(_ paragraphs: [Paragraph]) -> [UInt8] {
        Array(paragraphs.map(\.text).joined(separator: "\n\n").utf8) + [0x0A]
    }

    /// The text as an HTML page.
    static func html(_ paragraphs: [Paragraph]) -> [UInt8] {
        let body = paragraphs.map {
            $0.isHeading ? "<h2>\(escaped($0.text))</h2>" : "<p class=\"body\">\(escaped($0.text))</p>"
        }
        return Array("<!doctype html>\n<html lang=\"en\"><head><title>Generated</title></head><body><main>\n".utf8)
            + Array(body.joined(separator: "\n").utf8) + Array("\n</main></body></html>\n".utf8)
    }

    /// The text as an Akoma Ntoso act, a paragraph a section.
    static func xml(_ paragraphs: [Paragraph]) -> [UInt8] {
        let body = paragraphs.map { paragraph in
            paragraph.isHeading
                ? "<section><heading>\(escaped(paragraph.text))</heading></section>"
                : "<section><content><p>\(escaped(paragraph.text))</p></content></section>"
        }
        let head =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"><act><body>\n"
        return Array(head.utf8) + Array(body.joined(separator: "\n").utf8)
            + Array("\n</body></act></akomaNtoso>\n".utf8)
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("’", with: "&#8217;")
    }
}

/// Random numbers, the same at every run.
struct SeededGenerator {
    private var random: SplitMix

    init(seed: UInt64) { random = SplitMix(seed: seed) }

    /// A number from 0 to `limit - 1`.
    mutating func next(below limit: Int) -> Int {
        Int(truncatingIfNeeded: random.next() >> 1) % max(limit, 1)
    }
}
