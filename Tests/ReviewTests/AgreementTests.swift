import Testing
import TextModel

@testable import Review

@Suite struct AgreementTests {
    /// Two readers, 50 things: 20 twice yes, 15 twice no. By hand: observed 0.7, by chance 0.5, kappa 0.4, standard
    /// error after Fleiss, Cohen and Everitt the root of 0.2016 / 12.5.
    @Test func kappaIsThatOfATableWorkedByHand() throws {
        let kappa = try #require(AgreementTable(categories: ["no", "yes"], counts: [[20, 5], [10, 15]]).kappa)
        #expect(abs(kappa.value - 0.4) < 1e-12)
        #expect(abs(kappa.low - 0.151092) < 1e-6)
        #expect(abs(kappa.high - 0.648908) < 1e-6)
    }

    @Test(arguments: [
        ([[10, 0], [0, 10]], 1.0), ([[0, 10], [10, 0]], -1.0), ([[25, 25], [25, 25]], 0.0),
        // Three categories: observed 0.75, by chance 0.3325.
        ([[25, 5, 0], [10, 20, 5], [0, 5, 30]], (0.75 - 0.3325) / (1 - 0.3325)),
    ])
    func kappaOfSimpleTables(counts: [[Int]], expected: Double) throws {
        let table = AgreementTable(categories: counts.indices.map(String.init), counts: counts)
        #expect(abs(try #require(table.kappa).value - expected) < 1e-12)
    }

    @Test func kappaIsUnknownWhereChanceAloneAgrees() {
        #expect(AgreementTable([("yes", "yes"), ("yes", "yes")]).kappa == nil)
        #expect(AgreementTable([]).kappa == nil)
    }

    /// Krippendorff's own example with four readers, twelve things and gaps; he gives 0.743.
    @Test func alphaIsThatOfKrippendorffsExample() throws {
        let rows = [
            "1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 .",
        ].map { $0.split(separator: " ").map(String.init) }
        let units = (0..<12).map { column in rows.map { $0[column] }.filter { $0 != "." } }
        let estimate = try #require(KrippendorffAlpha(units).estimate)
        #expect(abs(estimate.value - 0.743) < 5e-4)
        #expect(estimate.low < estimate.value && estimate.value <= estimate.high)
    }

    /// Two readers, ten things, two categories: 0.095 by hand.
    @Test func alphaOfTwoReaders() throws {
        let pairs = zip("0100000010", "1110010000").map { [String($0), String($1)] }
        #expect(abs(try #require(KrippendorffAlpha(pairs).value) - 0.095) < 5e-4)
        #expect(KrippendorffAlpha([["a"], ["b"]]).value == nil)
    }

    @Test func figuresDoNotDependOnTheOrderOfEvents() throws {
        let events = Sample.events(40, seed: 7)
        let first = ReviewAgreement(ReviewState(try DecisionFile(events: events).events))
        let second = ReviewAgreement(ReviewState(try DecisionFile(events: events.reversed()).events))
        #expect(first.alpha.estimate == second.alpha.estimate)
        #expect(first.disputed.map(\.subject) == second.disputed.map(\.subject))
    }

    /// The page decides alike: Tests/Browser reads the same table.
    @Test func reviewersDifferByOneTable() throws {
        for sample in try Sample.cases("disputes") {
            let events = try (sample["events"]?.elements ?? []).enumerated().map { index, event in
                guard case .object(let more) = event, let kind = event["kind"]?.text else { throw CancellationError() }
                return try Sample.event(
                    "\(index)", kind, by: "reviewer \(index)", finding: "x",
                    more: more.merging(["judged": event["judged"] ?? .null]) { $1 })
            }
            let entry = try #require(ReviewState(events).entries.first)
            let status = entry.settled.map { $0 ? "accepted" : "dismissed" } ?? "disputed"
            #expect(status == sample["status"]?.text, "\(sample)")
            #expect(entry.isDisputed == (status == "disputed"))
        }
    }

    @Test func precisionCountsWhatIsSettled() throws {
        let state = ReviewState([
            try Sample.event("1", "accept", by: "a", finding: "x"),
            try Sample.event("2", "dismiss", by: "b", finding: "x"),
            try Sample.event("3", "accept", by: "a", finding: "y"),
            try Sample.event("4", "dismiss", by: "a", finding: "z"),
            try Sample.event("5", "accept", by: "a", finding: "z"),
            try Sample.event("6", "comment", by: "a", finding: "w"),
        ])
        let counts = RulePrecision(state).all
        #expect((counts.accepted, counts.dismissed, counts.disputed) == (2, 0, 1))
        #expect(ReviewAgreement(state).disputed.map(\.subject.fingerprint) == ["x"])
    }

    /// Who dismisses a finding because its wording is wanted has nothing against the rule.
    @Test func precisionCountsWantedWordingAsRight() throws {
        let wanted: [String: JSONValue] = ["reason": .string("agreed")]
        let wrong: [String: JSONValue] = ["reason": .string("not-a-control")]
        let counts = RulePrecision(
            ReviewState([
                try Sample.event("1", "dismiss", by: "a", finding: "x", more: wanted),
                try Sample.event("2", "dismiss", by: "a", finding: "y", more: wrong),
                try Sample.event("3", "dismiss", by: "a", finding: "z", more: wanted),
                try Sample.event("4", "dismiss", by: "b", finding: "z", more: wrong),
            ])
        ).all
        #expect((counts.agreed, counts.dismissed, counts.disputed) == (1, 1, 1))
        #expect(counts.precision?.value == 0.5)
    }
}
