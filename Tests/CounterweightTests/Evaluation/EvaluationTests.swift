import Testing
import TextModel

@testable import Counterweight

@Suite struct EvaluationTests {
    private func gold(
        _ id: Int, _ band: Band, _ stance: Stance = .asserted, rules: Set<String> = [],
        controls: [GoldPassage.Control] = []
    ) -> GoldPassage {
        GoldPassage(
            id: "\(id)", title: "", documentKind: nil, blockKind: .paragraph, headings: [], before: "",
            text: "x", after: "",
            stance: stance, band: band, acceptableBands: [band], rules: rules, credits: [], values: [],
            controls: controls)
    }

    private func prediction(
        _ id: Int, _ band: Band, _ stance: Stance = .asserted, rules: [String] = [],
        controls: [GoldPassage.Control] = []
    ) -> Prediction {
        Prediction(
            id: "\(id)", stance: stance, band: band, score: 0, rules: rules, credits: [], values: [],
            controls: controls)
    }

    private var mixed: [Evaluation.Row] {
        [
            (gold(1, .none, .other), prediction(1, .none, .other)),
            (gold(2, .none, .other), prediction(2, .moderate)),
            (gold(3, .high, rules: ["CW01", "CW04"]), prediction(3, .severe, rules: ["CW04", "CW05"])),
            (gold(4, .moderate), prediction(4, .low, .reported)), (gold(5, .low), prediction(5, .low)),
        ]
    }

    @Test func countsFlags() {
        let figures = Evaluation(mixed)
        #expect(figures.flags.map(\.accuracy.hits) == [3, 1, 1])
        #expect(figures.flags.map(\.accuracy.falseAlarms) == [1, 1, 0])
        #expect(figures.flags.map(\.accuracy.misses) == [0, 1, 0])
        #expect(figures.falseAlarmRates.map(\.rate) == [500, 500])
        #expect(figures.errors(at: .moderate).map(\.gold.id) == ["2", "4"])
    }

    @Test func weighsDistanceBySquare() {
        // Observed 0+9+1+1+0; expected over the margins of gold {none 2, low, moderate, high} and predicted {none, low 2, moderate, severe}.
        let expected = [0, 0, 2, 3, 4].flatMap { gold in [0, 2, 2, 3, 5].map { (gold - $0) * (gold - $0) } }
            .reduce(0, +)
        let figures = Evaluation(mixed)
        #expect(abs(figures.kappa.value - (1 - 11 / (Double(expected) / 5))) < 1e-12)
        #expect(figures.exact == 0.4)
        #expect(figures.withinOne == 0.8)
        #expect(figures.acceptable == 0.4)
    }

    @Test func agreesWithItself() {
        let rows: [Evaluation.Row] = Band.allCases.enumerated().map { (gold($0, $1), prediction($0, $1)) }
        let figures = Evaluation(rows)
        #expect(figures.kappa.value == 1)
        #expect(figures.exact == 1)
        #expect(figures.flags.allSatisfy { $0.accuracy.f1 == 1 })
    }

    @Test func countsRulesAndStances() {
        let figures = Evaluation(mixed)
        #expect(figures.byRule.map(\.rule) == ["CW01", "CW04", "CW05"])
        #expect((figures.rules.hits, figures.rules.falseAlarms, figures.rules.misses) == (1, 1, 1))
        #expect(figures.relevantStance?.count == 3)
        #expect(figures.relevantStance.map { abs($0.share - 2 / 3.0) < 1e-12 } == true)
    }

    @Test func matchesEveryPhraseOnce() {
        let wanted = [
            GoldPassage.Control(phrase: "shall block the site", stance: .asserted),
            .init(phrase: "block the site", stance: .asserted),
        ]
        let found = [
            GoldPassage.Control(phrase: "Block the site", stance: .reported),
            .init(phrase: "retain data", stance: .asserted),
        ]
        let figures = Evaluation([(gold(1, .high, controls: wanted), prediction(1, .high, controls: found))])
        #expect(
            (
                figures.controls.accuracy.hits, figures.controls.accuracy.falseAlarms,
                figures.controls.accuracy.misses
            ) == (1, 1, 1))
        #expect(figures.controls.rightAttributes == 0)
    }

    @Test(arguments: [
        ("the site", "block the site now", true), ("block that site", "block the sites", false),
        ("a b c d", "c d e", true), ("", "x", false), (" Ä ", "ä", true),
    ])
    func overlapsByHalfOfTheShorter(first: String, second: String, isOverlap: Bool) {
        #expect(PhraseMatcher.overlap(first, second) == isOverlap)
        #expect(PhraseMatcher.overlap(second, first) == isOverlap)
    }

    @Test func drawsTheSameSamplesEveryTime() {
        let first = Evaluation(mixed)
        let second = Evaluation(mixed)
        #expect(first.flags.map(\.interval) == second.flags.map(\.interval))
        #expect(
            first.flags.allSatisfy { $0.interval.low <= $0.accuracy.f1 && $0.accuracy.f1 <= $0.interval.high }
        )
    }
}
