import Testing

@testable import Observatory

@Suite struct PathPatternTests {
    @Test(arguments: [
        ("{country}/{year}-{title}.txt", "corpus/Arvonia/1998-Safety-Act.txt", "Arvonia 1998 Safety-Act"),
        ("{country}/{year}-{title}.txt", "Arvonia/1998-Safety-Act.txt", "Arvonia 1998 Safety-Act"),
        ("{country}/{year}-{title}.txt", "Arvonia/98-Safety-Act.txt", nil),
        ("{country}/{year}-{title}.txt", "Arvonia/1998-Safety-Act.html", nil),
        ("*--{year}-{title}.txt", "x/us-series--1789-Smith.txt", "- 1789 Smith"),
        ("in/{country}/**/{year}.*", "in/Arvonia/acts/old/1998.xml", "Arvonia 1998 -"),
        ("{country}/{year}/*", "a/b/Arvonia/2004/c.txt", "Arvonia 2004 -"),
        ("{year}*", "acts/1998b.txt", "- 1998 -"),
    ])
    func readsFactsFromTheEndOfThePath(pattern: String, path: String, facts: String?) throws {
        let metadata = try PathPattern(pattern).metadata(of: path)
        let found = metadata.map { "\($0.country ?? "-") \($0.year.map { String($0) } ?? "-") \($0.title ?? "-")" }
        #expect(found == facts)
    }

    @Test(arguments: [
        ("{land}/x", "{land} is unknown; known: {title}, {date}, {year}"),
        ("{year/x", "a brace is not closed"),
        ("{country}/{country}.txt", "{country} is there twice; write * for one of them"),
        ("*.txt", "nothing is read from the path"),
    ])
    func refusesWhatItCannotRead(pattern: String, message: String) {
        #expect {
            try PathPattern(pattern)
        } throws: { error in
            (error as? PathPattern.Malformed)?.description.contains(message) == true
        }
    }
}
