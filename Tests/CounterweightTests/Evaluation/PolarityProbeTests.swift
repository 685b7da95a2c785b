import Foundation
import Testing

@testable import Counterweight

/// Polarity probes: their table, and what the bundled lexicon makes of the project's own pairs.
struct PolarityProbeTests {
    private static let table = BundledAnalyzer.root + "/Corpora/probes/polarity.tsv"

    @Test func readsNearlyEveryOwnPairAsAReaderDoes() throws {
        let probes = try ProbeReader().probes(
            in: Array(try Data(contentsOf: URL(fileURLWithPath: Self.table))), path: "polarity.tsv")
        #expect(probes.count >= 60)
        let figures = ProbeFigures(probes, by: try BundledAnalyzer.analyzer())
        // A verb that no list knows ends no scope ("freedom from fear needs privacy").
        #expect(figures.wrong.count <= 1, "\(figures.wrong.map { "\($0.target): \($0.sentence)" })")
    }

    @Test func countsByGroupInTheOrderOfTheTable() throws {
        let analyzer = try BundledAnalyzer.analyzer()
        let probes = [
            PolarityProbe(group: "b", sentence: "Openness is guaranteed.", target: "openness", isAffirmed: true),
            PolarityProbe(group: "a", sentence: "Openness is guaranteed.", target: "openness", isAffirmed: false),
            PolarityProbe(group: "b", sentence: "No one mentions kites.", target: "kites", isAffirmed: false),
        ]
        let figures = ProbeFigures(probes, by: analyzer)
        #expect(figures.groups.map(\.name) == ["b", "a"])
        #expect(figures.groups.map(\.right) == [2, 0])
        #expect(figures.groups.map(\.total) == [2, 1])
        #expect(figures.wrong.map(\.group) == ["a"])
    }

    @Test(arguments: [
        (
            "g\tOne field too few.\tfield",
            "probes.tsv:2: 3 fields where group, sentence, target and expected should stand"
        ),
        ("g\tA sentence.\tsentence\tmaybe", "probes.tsv:2: \"maybe\" is no answer; expected is affirmed or negated"),
        ("g\tA sentence.\tword\taffirmed", "probes.tsv:2: the sentence does not hold the target \"word\""),
    ])
    func saysWhichRowIsNoProbe(row: String, message: String) {
        let bytes = Array((ProbeReader.header + "\n" + row + "\n").utf8)
        let error = #expect(throws: GoldReader.MalformedLine.self) {
            try ProbeReader().probes(in: bytes, path: "probes.tsv")
        }
        #expect(error?.description == message)
    }
}
