import Testing
import TextModel

@testable import Analysis

/// When a rule fires: pairs that differ in what the rule looks at.
struct RuleFiringTests {
    /// A rule, a passage on which it fires, and a neighbour on which it does not.
    @Test(arguments: [
        (
            "CW01", "For public order, the Authority may block websites.",
            "After lunch, the Authority may block websites."
        ),
        (
            "CW01", "The Authority may block websites that threaten public order.",
            "The Authority may block websites that sell tobacco."
        ),
        ("CW04", "The Authority may block websites.", "The Authority may block websites by order of a court."),
        (
            "CW04", "The Authority may block websites for a period not exceeding six months.",
            "The Authority may block websites for a period not exceeding six months, and the publisher may appeal to a court."
        ),
        (
            "P1", "We protect national security and privacy.",
            "We protect national security and privacy, provided that privacy does not harm the interests of the State."
        ),
        (
            "CW04", "The police may intercept any communication without a warrant.",
            "The police may intercept any communication with a warrant issued by a judge."
        ),
        ("CW04", "The Authority may block websites.", "The Authority shall not block websites."),
        // A court that punishes disobedience limits neither the duty nor the ban.
        (
            "CW04", "Users shall register with an identity card. A penalty for this is imposed only by a court.",
            "Users shall register with an identity card. This is ordered only by a court."
        ),
        (
            "CW04", "The Internet is shut down for at most thirty days.",
            "The Internet is there for at most thirty days."
        ),
        ("CW04", "Meetings near the Supreme Court are prohibited.", "The Supreme Court may prohibit meetings."),
        ("CW05", "Carriers shall remove harmful content.", "Carriers shall remove the content named in the order."),
        (
            "CW05", "The Authority may block websites on any other ground.",
            "The Authority may block websites on this ground."
        ),
        (
            "CW06", "While respecting privacy, the police may intercept any communication without a warrant.",
            "While on duty, the police may intercept any communication without a warrant."
        ),
        (
            "CW06", "The police may intercept calls of users and honour their right to privacy.",
            "The police may intercept calls of users and honour their wishes."
        ),
        (
            "CW06", "Freedom of expression is guaranteed within the limits of the law.",
            "Freedom of expression is guaranteed in each part of the country."
        ),
        ("CW07", "Privacy must yield to national security.", "Privacy must not yield to national security."),
        (
            "CW07", "Notwithstanding the right to privacy, the agency may intercept calls.",
            "In line with the right to privacy, the agency may intercept calls."
        ),
        (
            "CW08", "The Authority shall block websites at all costs.",
            "The Authority shall block websites at its costs."
        ),
        (
            "CW09", "The Authority may block websites as it deems fit.",
            "The Authority may block websites as listed below."
        ),
        (
            "CW11", "For social harmony, the Authority may block websites.",
            "For national security, the Authority may block websites."
        ),
        (
            "CW14", "The police may order any carrier to disclose subscriber data.",
            "The police may, by order of the court, order any carrier to disclose subscriber data."
        ),
        (
            "CW14", "The Authority may intercept the messages of all users.",
            "The Authority may intercept the messages of one user."
        ),
        (
            "CW14", "Carriers shall retain the traffic data of every user.",
            "Carriers shall retain the traffic data of the suspect."
        ),
        (
            "CW15", "The Minister may shut down the Internet.",
            "The Minister may shut down the Internet for at most three days."
        ),
        ("CW15", "The Minister may shut down the Internet.", "The Minister may block a website."),
        (
            "CW15", "Carriers shall retain the traffic data of all users.",
            "Carriers shall retain the traffic data of all users for two years."
        ),
        (
            "CW07", "If privacy and public safety conflict, public safety shall prevail.",
            "If privacy and public safety conflict, a judge shall decide."
        ),
        (
            "CW16", "The Authority may block websites. No appeal lies against its orders.",
            "The Authority may block websites. An appeal lies against its orders."
        ),
        (
            "CW05", "Carriers shall remove content that is false or misleading.",
            "Carriers shall remove the content named in the order. That is false."
        ),
        (
            "CW16", "Carriers shall intercept calls and shall not disclose the order.",
            "Carriers shall intercept calls and shall file the order."
        ),
        ("CW17", "Carriers shall block websites.", "The Authority shall block websites."),
        ("CW18", "The Minister may shut down the Internet.", "The Minister may block a website."),
        (
            "CW19", "For the protection of children, carriers shall block websites.",
            "For national security, carriers shall block websites."
        ),
        ("P2", "The Authority may block websites by order of a court.", "The Authority may block websites."),
        ("P3", "The Authority shall not block websites.", "The Authority shall block websites."),
    ])
    func ruleFiresOnTheOneAndNotOnTheOther(rule: String, find: String, pass: String) throws {
        let found = try Drafting(find)
        #expect(found.fired.contains(rule), "\(find): \(found.summary)")
        let passed = try Drafting(pass)
        #expect(!passed.fired.contains(rule), "\(pass): \(passed.summary)")
    }

    @Test func anUnlistedAimIsNamedEvenBesideAListedOne() throws {
        let drafting = try Drafting("The Authority may block websites for national security or social harmony.")
        let finding = try #require(drafting.report.findings.first { $0.rule == "CW11" }, "\(drafting.summary)")
        #expect(finding.message.contains("social harmony") && !finding.message.contains("national security"))
    }

    @Test func aPlatformThatAnAuthorityMovesReservesNothingToItself() throws {
        let moved = try Drafting("On request of the regulator we hide posts about the strike.", as: .terms)
        #expect(moved.fired.contains("CW04"), "\(moved.summary)")
        let own = try Drafting("On request of a reader we hide posts about the strike.", as: .terms)
        #expect(!own.fired.contains("CW04"), "\(own.summary)")
    }

    @Test(arguments: [
        ("CW02", "We will protect national security.", "We will protect national security and privacy."),
        ("CW03", "We will build a secure Internet.", "We will build a secure, stable and resilient Internet."),
        (
            "CW13", "Fake news is a cancer that threatens public order.",
            "Fake news is a matter that concerns public order."
        ),
        ("P1", "We will protect national security and privacy.", "We will protect national security."),
        (
            "P4", "Under the pretext of public order they shut down the Internet.",
            "For public order we will shut down the Internet."
        ),
    ])
    func strategyRuleFiresOnTheOneAndNotOnTheOther(rule: String, find: String, pass: String) throws {
        let found = try Drafting(find, as: .strategy)
        #expect(found.fired.contains(rule), "\(find): \(found.summary)")
        let passed = try Drafting(pass, as: .strategy)
        #expect(!passed.fired.contains(rule), "\(pass): \(passed.summary)")
    }

    /// What must not be commented on at all.
    @Test(arguments: [
        ("The Authority shall not block websites.", DocumentKind.statute),
        ("“Freedom from harm” may be used to justify oppression.", .critique),
        ("Under the pretext of public order, governments shut down the Internet. This must stop.", .critique),
        ("Block inbound port 23 at the router.", .technical),
        ("We will protect national security and privacy.", .strategy),
        ("Social security offices open at nine.", .strategy),
        ("The press conference begins at noon.", .press),
        ("“Carrier” means a person who runs a network.", .statute),
    ])
    func harmlessPassageHasNoBand(text: String, kind: DocumentKind) throws {
        let drafting = try Drafting(text, as: kind)
        #expect(drafting.verdict?.band == Band.none, "\(drafting.summary)")
        #expect(drafting.report.findings.isEmpty)
    }

    @Test(arguments: [
        "We may remove any content that we find inappropriate.",
        "We reserve the right to suspend your account at our sole discretion.",
        "We may remove harmful content to protect public safety.",
    ])
    func platformThatReservesModerationIsLowAtMost(text: String) throws {
        let drafting = try Drafting(text, as: .terms)
        #expect((drafting.verdict?.band ?? .none) <= .low, "\(drafting.summary)")
        #expect(Set(drafting.fired).isSubset(of: ["CW05", "CW09"]), "\(drafting.summary)")
    }

    @Test func headingIsNotJudgedAsAnAssertion() throws {
        let heading = try Drafting("# National security\nRoads are built.", as: .strategy)
        #expect((heading.report.verdicts.first?.band ?? .severe) <= .low, "\(heading.summary)")
        #expect(!heading.fired.contains("CW02"), "\(heading.summary)")
    }

    @Test func definitionThatFoldsAValueInIsAFinding() throws {
        let folded = try Drafting("In this Act, “secure service” means a service that protects public order.")
        #expect(folded.fired.contains("CW10"), "\(folded.summary)")
        let plain = try Drafting("In this Act, “secure service” means a service that keeps logs.")
        #expect(!plain.fired.contains("CW10"), "\(plain.summary)")
    }

    @Test func passageTakesTheBandOfItsWorstFinding() throws {
        let drafting = try Drafting(
            "For public order, the Authority may block any website it deems harmful. Privacy is good.")
        let verdict = try #require(drafting.verdict)
        #expect(verdict.band == drafting.report.findings.map(\.band).max())
        #expect(verdict.score == drafting.report.findings.filter { $0.band == verdict.band }.map(\.score).max())
        #expect(verdict.rules == verdict.rules.sorted() && Set(verdict.rules).count == verdict.rules.count)
    }

    @Test func everyRuleIsReportedOnceAPassage() throws {
        let drafting = try Drafting(
            "The Authority may block websites. It may intercept calls. It may shut down the Internet.")
        let rules = drafting.report.findings.map(\.rule)
        #expect(rules.count == Set(rules).count, "\(rules)")
    }

    @Test func missingSafeguardsAreNamed() throws {
        let bare = try #require(
            try Drafting("The Authority may block websites.").report.findings.first { $0.rule == "CW04" })
        #expect(!bare.missing.isEmpty)
        let tests = try #require(
            try Drafting("The Authority may block websites as a proportionate measure.").report.findings.first {
                $0.rule == "CW04"
            })
        #expect(tests.missing == bare.missing)
    }

    @Test func boilerplateIsNotJudged() throws {
        let text = "The Authority may block websites."
        var builder = DocumentBuilder(source: SourceText(bytes: Array(text.utf8)))
        builder.open(.paragraph, isBoilerplate: true)
        builder.append(verbatim: 0..<text.utf8.count)
        let document = builder.finish(path: "x", format: "text", encoding: TextEncoding(name: "UTF-8", origin: .valid))
        let report = try BundledLexicon.judge().report(on: document)
        #expect(report.verdicts.isEmpty && report.findings.isEmpty && report.mentions.isEmpty)
    }
}
