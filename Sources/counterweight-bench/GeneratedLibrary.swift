/// Any number of invented documents; the same ones for the same seed.
///
/// Each has a genre, a year, a country and a body, and follows from its number alone. Lengths vary from a page to many.
/// One paragraph in eight is a stock clause that other documents have too, with the name of the body put in, as laws and
/// press releases copy from each other.
struct GeneratedLibrary {
    /// One document.
    struct Document {
        let path: String
        let title: String
        let year: Int
        let country: String
        let body: String
        let collection: String
        let kind: String
        let bytes: [UInt8]
    }

    private struct Genre {
        let kind: String
        let collection: String
        let ending: String
    }

    private static let genres = [
        Genre(kind: "statute", collection: "acts", ending: "xml"),
        Genre(kind: "statute", collection: "acts", ending: "txt"),
        Genre(kind: "strategy", collection: "strategies", ending: "html"),
        Genre(kind: "speech", collection: "speeches", ending: "txt"),
        Genre(kind: "press", collection: "releases", ending: "html"),
        Genre(kind: "critique", collection: "comments", ending: "txt"),
        Genre(kind: "guidance", collection: "guides", ending: "html"),
    ]
    private static let countries = [
        "Arvonia", "Belmark", "Corvena", "Dalmere", "Estrova", "Farland", "Gallund", "Halvania", "Istria", "Jorvik",
        "Kessel", "Lorenia",
    ]
    private static let bodies = ["Parliament", "Ministry of Communication", "Regulatory Authority", "Cabinet Office"]
    private static let years = 1995...2025

    private let corpus: GeneratedCorpus
    private let clauses: [String]
    private let seed: UInt64

    /// A library of documents made from sentences.
    init(sentences: [String], seed: UInt64) {
        self.seed = seed
        corpus = GeneratedCorpus(samples: sentences)
        clauses = corpus.paragraphs(bytes: 60_000, seed: seed &+ 7).filter { !$0.isHeading }.map(\.text)
    }

    /// The document with that number, from 0.
    func document(_ index: Int) -> Document {
        var random = SeededGenerator(seed: seed &* 1_000_003 &+ UInt64(index))
        let genre = Self.genres[random.next(below: Self.genres.count)]
        let country = Self.countries[random.next(below: Self.countries.count)]
        let body = Self.bodies[random.next(below: Self.bodies.count)]
        let year = Self.years.lowerBound + random.next(below: Self.years.count)
        // Most are short and a few are long, as in life: 1 to 4 kB times 1 to 8.
        let size = (1_000 + random.next(below: 3_000)) * (1 + random.next(below: 8) * random.next(below: 8) / 8)
        var paragraphs = corpus.paragraphs(bytes: size, seed: seed &* 7_919 &+ UInt64(index))
        for place in paragraphs.indices where !paragraphs[place].isHeading && random.next(below: 8) == 0 {
            let clause = clauses[random.next(below: clauses.count)]
            paragraphs[place] = GeneratedCorpus.Paragraph(
                isHeading: false, text: "\(clause) The \(body) shall publish it.")
        }
        let bytes =
            switch genre.ending {
            case "xml": GeneratedCorpus.xml(paragraphs)
            case "html": GeneratedCorpus.html(paragraphs)
            default: GeneratedCorpus.plainText(paragraphs)
            }
        return Document(
            path: "\(country)/\(year)/\(genre.collection)-\(index).\(genre.ending)",
            title: "\(genre.collection.prefix(1).uppercased())\(genre.collection.dropFirst()) \(index)", year: year,
            country: country, body: body, collection: genre.collection, kind: genre.kind, bytes: bytes)
    }
}
