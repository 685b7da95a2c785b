import Testing
import TextModel

@testable import Observatory

@Suite struct StatedFactsTests {
    @Test(arguments: [
        ("laws/1998/act.txt", 1998), ("laws/1998-act-12.txt", 1998), ("us--1789-Washington.txt", 1789),
        ("acts/1998-2003.txt", nil), ("acts/act12345.txt", nil), ("1998/a/act.txt", nil), ("act-0042.txt", nil),
        ("20190312-press.txt", 2019), ("20191312-press.txt", nil), ("20190312-of-2019.txt", 2019),
    ])
    func readsTheYearThatAPathNamesAlone(path: String, year: Int?) {
        #expect(StatedFacts(Metadata(), path: path).year == year)
    }

    @Test(arguments: [
        ("2011-04-05", "2011-04-05", 2011), ("2011-04-05T10:00:00Z", "2011-04-05", 2011), ("2011", "2011", 2011),
        ("2011-04", "2011-04", 2011), ("5 April 2011", nil, 2011), ("n.d.", nil, 1990),
    ])
    func prefersTheDateThatTheDocumentStates(text: String, date: String?, year: Int) {
        var metadata = Metadata()
        metadata.date = text
        let facts = StatedFacts(metadata, path: "1990.txt")
        #expect(facts.date == date)
        #expect(facts.year == year)
    }
}
