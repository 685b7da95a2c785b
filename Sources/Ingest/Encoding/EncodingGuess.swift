internal import Synchronization

/// Tells from its letters which of the older encodings a text is in, when nothing else does.
///
/// In the right encoding, nearly all letters beside a to z are those of one language, and capitals stand where they
/// should; in a wrong one, they are a medley of letters, fractions and signs within words. A text that hardly has such
/// letters, or whose letters fit no language, is in the first encoding of the list, which most of such files are in.
struct EncodingGuess: Sendable {
    private let alphabets: [(letters: Set<Unicode.Scalar>, encodings: [String])]
    private let tables = Tables()

    /// Bytes beyond ASCII that are looked at.
    private static let sampleSize = 4096
    /// Fewer letters tell nothing.
    private static let fewestLetters = 8
    /// The share of letters that has to fit.
    private static let enough = 0.97

    /// A guess among the encodings of the alphabets: each the letters, then the names of encodings.
    init(alphabets: [[String]]) {
        self.alphabets = alphabets.compactMap { list in
            list.first.map { (Set($0.unicodeScalars), Array(list.dropFirst())) }
        }
    }

    /// The encoding of a text that is not UTF-8; `nil` without alphabets.
    func encoding(of bytes: [UInt8]) -> String? {
        guard let usual = alphabets.first?.encodings.first else { return nil }
        var decoded: [String: [Word]] = [:]
        var best: (name: String, fit: Fit)?
        for (letters, encodings) in alphabets {
            for name in encodings {
                guard let words = decoded[name] ?? words(of: bytes, in: name) else { continue }
                decoded[name] = words
                let fit = Fit(words, letters)
                guard fit.letters >= Self.fewestLetters, fit.share >= Self.enough else { continue }
                // A tie goes to the encoding that comes first.
                if let known = best, !fit.isBetter(than: known.fit) { continue }
                best = (name, fit)
            }
        }
        return best?.name ?? usual
    }

    /// A letter or sign beyond ASCII, with what stands beside it.
    private struct Word {
        let character: Character
        let before: Character
        let after: Character

        /// Whether a letter from a to z stands beside it.
        var isBesideLatin: Bool { before.isLatin || after.isLatin }
    }

    /// What one byte stands for.
    private struct Character {
        var plain: Unicode.Scalar = " "
        var isLetter = false
        var isSmall = false
        var isLower = false
        var isSign = false
        var isLatin: Bool { isLetter && plain.isASCII }

        init() {}

        init(_ scalar: Unicode.Scalar) {
            let properties = scalar.properties
            isLetter = properties.isAlphabetic
            isSmall = !properties.isUppercase
            isLower = properties.isLowercase
            isSign = !properties.isPatternSyntax
            plain = isSmall ? scalar : properties.lowercaseMapping.unicodeScalars.first ?? scalar
        }
    }

    /// How well letters fit an alphabet.
    private struct Fit {
        var letters = 0
        var small = 0
        var others = 0

        var share: Double { Double(letters) / Double(max(1, letters + others)) }

        init(_ words: [Word], _ alphabet: Set<Unicode.Scalar>) {
            // No word is half Latin and half Greek.
            let isLatin = alphabet.contains { $0.value < 0x250 }
            for word in words {
                let isSmall = word.character.isSmall
                // Quotation marks and the like stand between words in every language.
                guard word.character.isLetter || word.before.isLetter && word.character.isSign else { continue }
                let isMisplaced = !isSmall && word.before.isLower || !isLatin && word.isBesideLatin
                if alphabet.contains(word.character.plain), !isMisplaced {
                    letters += 1
                    small += isSmall ? 1 : 0
                } else {
                    others += 1
                }
            }
        }

        func isBetter(than other: Fit) -> Bool {
            if letters + others > 0, share > other.share + 0.005 { return true }
            return share >= other.share - 0.005 && small > other.small
        }
    }

    /// What the bytes of an encoding stand for, made when first asked for: that takes longer than a short text.
    private final class Tables: Sendable {
        private struct Made {
            var tables: [String: [Character]] = [:]
            /// Encodings share most of their characters.
            var characters: [Unicode.Scalar: Character] = [:]
        }

        private let made = Mutex(Made())

        /// The 256 characters of an encoding; `nil` when its characters are not all one byte.
        func characters(of name: String) -> [Character]? {
            made.withLock { made in
                if let known = made.tables[name] { return known }
                guard
                    let table = CharacterConverter(from: name)?.singleByteTable(isWindows1252: name == "windows-1252")
                else { return nil }
                let characters = table.map { bytes in
                    let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
                    let character = made.characters[scalar] ?? Character(scalar)
                    made.characters[scalar] = character
                    return character
                }
                made.tables[name] = characters
                return characters
            }
        }
    }

    private func words(of bytes: [UInt8], in name: String) -> [Word]? {
        guard let characters = tables.characters(of: name) else { return nil }
        var words: [Word] = []
        for (index, byte) in bytes.enumerated() where byte >= 0x80 {
            let before = index > 0 ? characters[Int(bytes[index - 1])] : Character()
            let after = index + 1 < bytes.count ? characters[Int(bytes[index + 1])] : Character()
            words.append(Word(character: characters[Int(byte)], before: before, after: after))
            if words.count == Self.sampleSize { break }
        }
        return words
    }
}
