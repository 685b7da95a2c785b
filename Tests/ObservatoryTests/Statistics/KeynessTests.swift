import Testing
import TextModel

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
        #expect(network.documents == 20 && network.oldDocuments == 0)
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

    /// Documents that are dealt to two sides have no difference to find, though words cling to documents and their
    /// lengths differ: at most one deal in twenty or so may show any.
    @Test(arguments: [5, 20])
    func seldomFindsADifferenceWhereThereIsNone(documents: Int) {
        var random = SplitMix(seed: 11)
        let wrong = (0..<100).count { _ in
            func sample() -> Keyness.Sample {
                let size = 200 + random.index(below: 3000)
                var counts: [String: Double] = [:]
                for word in 0..<80 where random.index(below: 1 + word / 8) == 0 {
                    counts["w\(word)"] = Double(1 + random.index(below: 2 + size / 100))
                }
                return Keyness.Sample(size: Double(size), counts: counts)
            }
            let (old, new) = ((0..<documents).map { _ in sample() }, (0..<documents).map { _ in sample() })
            return Keyness(old: old, new: new, seed: 1).terms().contains { $0.falseDiscovery <= 0.05 }
        }
        #expect(wrong <= 8)
    }

    /// A word that four long documents have and no others is rare enough for the exact test, but stands in too few.
    @Test func asksForDocumentsOnTheSideThatLeads() throws {
        for (holders, isFound) in [(4, false), (6, true)] {
            let new = (0..<6).map {
                Keyness.Sample(size: 1000, counts: $0 < holders ? ["quay": 5] : ["the": 60])
            }
            let terms = Keyness(old: samples(60, "x", each: 4), new: new, seed: 1).terms()
            let quay = try #require(terms.first { $0.name == "quay" })
            #expect((quay.falseDiscovery <= 0.05) == isFound, "\(holders)")
        }
        // Four documents on one side tell nothing, however much they differ.
        let few = Keyness(old: samples(4, "harbour", each: 9), new: samples(40, "network", each: 9), seed: 1).terms()
        #expect(few.allSatisfy { $0.probability == 1 && $0.falseDiscovery == 1 })
    }

    @Test func exactProbabilitiesAreThoseOfFisher() {
        // The tea of Fisher's lady: 3 of 4 cups, one tail 17/70; and all four, 1/70.
        let cups = Hypergeometric(documents: 8, drawn: 4)
        #expect(abs(cups.probability(of: 3, among: 4, isHigh: true) - 2 * 17.0 / 70) < 1e-12)
        #expect(abs(cups.probability(of: 1, among: 4, isHigh: false) - 2 * 17.0 / 70) < 1e-12)
        #expect(abs(cups.leastProbability(among: 4) - 2.0 / 70) < 1e-12)
        #expect(cups.leastProbability(among: 8) == 1 && cups.leastProbability(among: 0) == 1)
    }

    /// Of four questions two can be answered: with two, the level of each is 0.025.
    @Test func leavesOutWhatCannotBeADiscovery() {
        #expect(FalseDiscovery.testable([0.001, 0.02, 0.03, 1], level: 0.05) == [0, 1])
        #expect(FalseDiscovery.testable([0.2, 1], level: 0.05) == [])
    }

    @Test func countsWordsWithAccentsHyphensAndApostrophes() {
        var counts: [String: Double] = [:]
        let total = WordCounter.count("End-to-end's Él-, “don’t” a 42 ONE one--two", into: &counts)
        #expect(counts == ["end-to-end's": 1, "él": 1, "don't": 1, "one": 2, "two": 1])
        #expect(total == 6)
    }
}
