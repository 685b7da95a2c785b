import Testing
import TextModel

@testable import Analysis

/// The score moves the right way, and is the same every time.
struct ScoreTests {
    private func score(_ text: String, as kind: DocumentKind = .statute) throws -> Int {
        try #require(try Drafting(text, as: kind).verdict?.score)
    }

    private func factor(_ name: String, _ text: String) throws -> Double {
        let findings = try Drafting(text).report.findings.filter { $0.rule == "CW04" }
        return try #require(findings.first?.factors.first { $0.name == name }?.value)
    }

    /// Every safeguard may be put before or after; none may raise the score.
    @Test(
        arguments: [
            "The Authority may block websites",
            "For public order, the Authority may block any website it deems harmful",
            "The police may intercept the calls of all users",
            "Carriers shall retain traffic data",
            "The Minister may shut down the Internet",
            "Carriers shall remove harmful content",
        ],
        [
            "by order of a court", "for at most thirty days", "subject to appeal to a court",
            "with notice to the person concerned",
            "where it is necessary and proportionate", "under independent oversight",
        ])
    func addingASafeguardNeverRaisesTheScore(text: String, safeguard: String) throws {
        let (bare, limited) = (try score(text + "."), try score("\(text) \(safeguard)."))
        #expect(limited <= bare)
    }

    @Test(arguments: [
        ("The Authority may block websites", "by order of a court"),
        ("Carriers shall retain traffic data", "for at most thirty days"),
    ])
    func linkedSafeguardLowersTheScore(text: String, safeguard: String) throws {
        #expect(try score("\(text) \(safeguard).") < score(text + "."))
    }

    @Test(
        arguments: [
            "The Authority may block websites", "The police may intercept calls", "Carriers shall retain traffic data",
            "The Minister may shut down the Internet", "The Authority may block websites by order of a court",
        ], ["as it deems fit", "on any other ground", "at any time"])
    func addingAnOpenTermNeverLowersTheScore(text: String, term: String) throws {
        #expect(try score("\(text) \(term).") >= score(text + "."))
    }

    @Test(
        arguments: [
            "the Authority may block websites", "the police may intercept calls", "carriers shall retain traffic data",
            "the Minister may shut down the Internet", "the Authority may block websites by order of a court",
        ], ["For public order", "For social harmony", "For freedom from harm", "In the interest of national security"])
    func addingASloganPurposeNeverLowersTheScore(text: String, purpose: String) throws {
        let plain = text.prefix(1).uppercased() + text.dropFirst() + "."
        #expect(try score("\(purpose), \(text).") >= score(plain))
    }

    @Test func softerModalLowersTheScore() throws {
        let duty = try score("Carriers shall retain traffic data.")
        let option = try score("Carriers could retain traffic data.")
        #expect(option < duty)
    }

    @Test func intrusiveMeasureWeighsMoreThanALighterOne() throws {
        #expect(
            try score("The Minister may shut down the Internet.")
                > score("Carriers may demand age verification of adults."))
    }

    // MARK: Factors

    @Test(arguments: [
        ("The Authority may block any website.", 1.0), ("The Authority may block websites.", 0),
        ("The Authority may block the website of the suspect.", -1),
    ])
    func scopeRunsFromTargetedToUniversal(text: String, value: Double) throws {
        #expect(try factor("scope", text) == value)
    }

    @Test func everyoneAndTargetedTogetherIsTargeted() throws {
        let drafting = try Drafting("The police may intercept any message of the suspect.")
        #expect(!drafting.fired.contains("CW14"), "\(drafting.summary)")
    }

    @Test(arguments: [
        ("The Authority may block websites.", 0.0),
        ("In the interest of public order, the Authority may block websites.", 1),
        ("The Authority may block websites that threaten public order.", 0.5),
    ])
    func valueLinkFactorIsItsStrength(text: String, value: Double) throws {
        #expect(try factor("value-link", text) == value)
    }

    @Test(arguments: [
        ("For national security, the Authority may block websites.", 0.0),
        ("For freedom from harm, the Authority may block websites.", 0.5),
        ("For social harmony, the Authority may block websites.", 1),
    ])
    func aimWeighsByItsStanding(text: String, value: Double) throws {
        #expect(try factor("aim", text) == value)
    }

    @Test func openTermsFillTheDiscretionFactor() throws {
        let none = try factor("discretion", "The Authority may block websites.")
        let one = try factor("discretion", "The Authority may block websites as it deems fit.")
        #expect(none == 0)
        #expect(one > 0 && one <= 1)
    }

    @Test func everyFactorOfAFindingMultipliesToItsScore() throws {
        let drafting = try Drafting("For social harmony, the Authority may block any website it deems harmful.")
        let finding = try #require(drafting.report.findings.first { $0.rule == "CW01" })
        let scoring = try BundledLexicon.lexicon().scoring
        let factors = Dictionary(uniqueKeysWithValues: finding.factors.map { ($0.name, $0.value) })
        func value(_ name: String) throws -> Double { try #require(factors[name]) }
        let sum =
            try scoring.base + scoring.intrusiveness * value("intrusiveness") + scoring.value * value("value-link")
            + scoring.scope * value("scope") + scoring.discretion * value("discretion") + scoring.legitimacy
            * value("aim")
        let score = try 100 * value("stance") * value("bindingness") * sum * (1 - value("mitigation"))
        #expect(finding.score == Int(min(100, max(0, score)).rounded()))
    }

    @Test func weightsSumToOne() throws {
        let scoring = try BundledLexicon.lexicon().scoring
        let sum =
            scoring.base + scoring.intrusiveness + scoring.value + scoring.scope + scoring.discretion
            + scoring.legitimacy
        #expect(abs(sum - 1) < 1e-9)
        #expect(scoring.thresholds == scoring.thresholds.sorted())
    }

    // MARK: Bands

    /// Passages whose band the codebook leaves in no doubt.
    @Test(arguments: [
        ("For freedom from harm, the Authority may block any site it deems undesirable.", Band.high, Band.severe),
        ("The Authority may block websites.", .moderate, .high),
        ("Every account shall be linked to a national identity number.", .high, .severe),
        (
            "The police may intercept the calls of a named suspect for thirty days with a warrant issued by a judge.",
            .none, .low
        ),
        ("The Authority shall not block websites.", .none, .none),
    ])
    func bandLiesWhereAReviewerPutsIt(text: String, lowest: Band, highest: Band) throws {
        let drafting = try Drafting(text)
        let band = try #require(drafting.verdict?.band)
        #expect((lowest...highest).contains(band), "\(drafting.summary)")
    }

    @Test(arguments: [
        "Voluntary filters could be explored to protect public order.",
        "We may consider whether to ban anonymous accounts.",
    ])
    func optionIsModerateAtMost(text: String) throws {
        let drafting = try Drafting(text, as: .strategy)
        #expect(drafting.verdict?.band ?? .severe <= .moderate, "\(drafting.summary)")
    }

    @Test(arguments: [
        "The Minister said that platforms must remove false news.",
        "According to reports, the police may intercept any communication.",
    ])
    func reportedIsLowAtMost(text: String) throws {
        let drafting = try Drafting(text, as: .press)
        #expect(drafting.verdict?.band ?? .severe <= .low, "\(drafting.summary)")
    }

    // MARK: Determinism

    @Test func sameDocumentGivesTheSameReport() throws {
        let text =
            "# Powers\nFor public order and while respecting privacy, the Authority may:\n- block any website it deems harmful;\n- intercept calls by order of a court."
        let (first, second) = (try Drafting(text).report, try Drafting(text).report)
        #expect(first.findings.map(\.fingerprint) == second.findings.map(\.fingerprint))
        #expect(String(describing: first.findings) == String(describing: second.findings))
        #expect(String(describing: first.mentions) == String(describing: second.mentions))
        #expect(String(describing: first.links) == String(describing: second.links))
        #expect(String(describing: first.verdicts) == String(describing: second.verdicts))
    }

    @Test func editElsewhereKeepsTheFingerprint() throws {
        let passage = "The Authority may block websites."
        let alone = try Drafting(passage).report.findings
        let moved = try Drafting("# Powers\nRoads are built.\n" + passage).report.findings
        #expect(alone.map(\.fingerprint) == moved.map(\.fingerprint))
        let edited = try Drafting("The Authority may block two websites.").report.findings
        #expect(Set(alone.map(\.fingerprint)).isDisjoint(with: edited.map(\.fingerprint)))
    }

    @Test func samePassageTwiceHasTwoFingerprints() throws {
        let findings = try Drafting("The Authority may block websites.\nThe Authority may block websites.").report
            .findings
        #expect(Set(findings.map(\.fingerprint)).count == findings.count)
    }
}
