import Testing

@testable import Observatory

@Suite struct KeynessTests {
    private func samples(_ count: Int, _ word: String, each: Double) -> [Keyness.Sample] {
        (0..<count).map { Keyness.Sample(size: 1000, counts: [word: each + Double($0 % 3), "the": 60]) }
    }

    @Test func findsWhatIsMoreFrequentInManyDocuments() throws {
        let terms = Keyness(
            old: samples(20, "harbour", each: 4), new: samples(20, "network", each: 4), seed: 1
        ).terms()
        let network = try #require(terms.first { $0.name == "network" })
        #expect(network.logRatio > 5 && network.falseDiscovery < 0.001)
        #expect(try #require(network.interval).lower > 4)
        #expect(network.documents == 20)
        let harbour = try #require(terms.first { $0.name == "harbour" })
        #expect(harbour.logRatio < -5)
        let the = try #require(terms.first { $0.name == "the" })
        #expect(the.falseDiscovery > 0.9)
    }

    /// One document that repeats a word a hundred times is no change of the year.
    @Test func isNotTakenInByASingleDocument() throws {
        var new = samples(20, "x", each: 0)
        new[3] = Keyness.Sample(size: 1000, counts: ["gabble": 100])
        let terms = Keyness(old: samples(20, "x", each: 0), new: new, seed: 1).terms()
        let gabble = try #require(terms.first { $0.name == "gabble" })
        #expect(gabble.statistic > 100)
        #expect(gabble.falseDiscovery > 0.01)
        #expect(gabble.dispersion > 0.9)
    }

    @Test func countsWordsWithAccentsHyphensAndApostrophes() {
        var counts: [String: Double] = [:]
        let total = WordCounter.count("End-to-end's Él-, “don’t” a 42 ONE one--two", into: &counts)
        #expect(counts == ["end-to-end's": 1, "él": 1, "don't": 1, "one": 2, "two": 1])
        #expect(total == 6)
    }
}
