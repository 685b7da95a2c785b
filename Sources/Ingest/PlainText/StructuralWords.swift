/// Words that give plain text its structure: names of provisions, divisions, months, and the like.
///
/// They are data. A language is added by adding its words; comparison ignores the case of letters.
enum StructuralWords {
    /// Words before the number of a provision.
    static let provisions = WordSet("""
        article art art. articles section sec sec. sections s. regulation reg reg. rule clause paragraph para para. principle
        recital § §§ artículo articulo artikel articolo artigo artykuł article paragraf § статья стаття член المادة مادة článek
        artikla artikkel madde pasal điều clause artigo cikk άρθρο recommendation
        """)
    /// Words before the number of a division, by the level of its heading.
    static let divisions: [(words: WordSet, level: Int)] = [
        (
            WordSet("""
                book title part annex appendix schedule libro título titre titel buch teil partie parte часть книга приложение
                annexe anhang anexo bilag liite
                """), 1
        ),
        (WordSet("chapter kapitel capítulo capitulo chapitre capitolo hoofdstuk rozdział глава kapitola الفصل الباب bab chương κεφάλαιο"), 2),
        (WordSet("division subpart subchapter abschnitt sección seccion sezione secção раздел oddział القسم"), 3),
    ]
    /// Words around a page number.
    static let pages = WordSet("page p. pg pg. pag. pagina página seite стр. стр страница sivu sida side strana صفحة")
    /// Words between a page number and the number of pages.
    static let of = WordSet("of / de von di из av van sur | z")
    /// Months: a number before one is a day, not an enumerator.
    static let months = WordSet("""
        january february march april may june july august september october november december jan feb mar apr jun jul aug sep
        sept oct nov dec enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre janvier
        février mars avril mai juin juillet août septembre octobre novembre décembre januar februar märz juni juli oktober
        dezember января февраля марта апреля мая июня июля августа сентября октября ноября декабря
        """)
    /// The last word of the line that introduces a quoted message.
    static let wrote = WordSet("wrote: schrieb: écrit: escribió: ha-scritto: scritto: schreef: napisał: пишет: skrev: escreveu:")
    /// Names of e-mail header fields.
    static let mailFields = WordSet("from: to: cc: subject: sent: date: reply-to: message-id: von: an: betreff: de: para: asunto: à: objet:")
}

/// A set of words by hash, for looking up bytes without making a string.
struct WordSet: Sendable {
    private let hashes: Set<UInt64>

    /// The words of a text between white space, in any case.
    init(_ text: String) {
        var hashes: Set<UInt64> = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            for form in [String(word), word.uppercased(), Self.capitalised(word)] { hashes.insert(Self.hash(Array(form.utf8)[...])) }
        }
        self.hashes = hashes
    }

    /// Whether the bytes are one of the words.
    func contains(_ word: ArraySlice<UInt8>) -> Bool { word.count <= 40 && hashes.contains(Self.hash(word)) }

    /// FNV-1a over the bytes, with ASCII letters in lower case.
    static func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
        var hash = seed
        for byte in word { hash = step(hash, byte) }
        return hash
    }

    /// The hash of no bytes.
    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The hash after one more byte.
    static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        let folded = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
        return (hash ^ UInt64(folded)) &* 0x100_0000_01B3
    }

    private static func capitalised(_ word: Substring) -> String { word.prefix(1).uppercased() + word.dropFirst() }
}
