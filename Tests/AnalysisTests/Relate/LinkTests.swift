import Testing
import TextModel

@testable import Analysis

/// Which value justifies, which counterweight balances or yields, which safeguard limits.
struct LinkTests {
    /// Strengths of the links of a kind.
    private func strengths(_ kind: Link.Kind, _ text: String) throws -> [Double] {
        try Drafting(text).report.links.filter { $0.kind == kind }.map(\.strength)
    }

    // MARK: Value → control

    @Test(arguments: [
        "For public order, the Authority may block websites.",
        "In order to protect public order, the Authority may block websites.",
        "The Authority may block websites in the interest of public order.",
        "The Authority may block websites on grounds of public order.",
        "With a view to public order, the Authority may block websites.",
    ])
    func purposeJustifiesInFull(text: String) throws {
        #expect(try strengths(.justifies, text) == [1])
    }

    @Test(arguments: [
        "The Authority may block websites that threaten public order.",
        "The Authority may block websites that are prejudicial to public order.",
    ])
    func triggerJustifiesByHalf(text: String) throws {
        #expect(try strengths(.justifies, text) == [0.5])
    }

    @Test func valueInTheSameSentenceJustifiesALittle() throws {
        #expect(try strengths(.justifies, "The Authority keeps public order, and it may block websites.") == [0.25])
    }

    @Test func valueInAnotherSentenceJustifiesNothing() throws {
        #expect(try strengths(.justifies, "The Authority keeps public order. It may block websites.") == [])
    }

    @Test func purposeOfTheStemReachesTheItem() throws {
        let drafting = try Drafting(
            "The Authority may, for public order:\n- block websites;\n- intercept any communication.")
        #expect(drafting.links(.justifies).count == 2, "\(drafting.summary)")
        #expect(drafting.report.links.filter { $0.kind == .justifies }.allSatisfy { $0.strength == 1 })
    }

    @Test func purposeOfAFormerParagraphDoesNotReachOn() throws {
        #expect(try strengths(.justifies, "The Authority acts for public order.\nIt may block websites.") == [])
    }

    @Test func quotedValueJustifiesNothing() throws {
        let drafting = try Drafting("For “public order”, the Minister will shut down the Internet.", as: .critique)
        #expect(drafting.links(.justifies) == [], "\(drafting.summary)")
    }

    @Test func linkNamesItsConnector() throws {
        let drafting = try Drafting("The Authority may block websites in the interest of public order.")
        let link = try #require(drafting.report.links.first { $0.kind == .justifies })
        #expect(link.cue?.value == "purpose")
        #expect(try drafting.words(#require(link.cue?.span)) == "in the interest of")
        #expect(drafting.links(.justifies).first?.hasPrefix("public order → ") == true)
    }

    // MARK: Safeguard → control

    @Test func safeguardOfTheSentenceLimitsInFull() throws {
        #expect(try strengths(.safeguards, "The Authority may block a website by order of a court.") == [1])
    }

    @Test func safeguardOfTheNextSentenceOfTheProvisionLimits() throws {
        #expect(
            try strengths(.safeguards, "The Authority may block a website. Its order expires after thirty days.").count
                == 1)
    }

    @Test(arguments: [
        ("The Authority may block a website by order of a court. The police may read any message.", 1),
        ("The police may read any message. The Authority may block a website by order of a court.", 1),
        ("The police may read any message. They may open a letter by order of a court.", 2),
        ("The police may read any message. A court order is needed.", 1),
    ])
    func safeguardOfAnotherControlLimitsThatOne(text: String, limited: Int) throws {
        let drafting = try Drafting(text)
        let controls = Set(drafting.report.links.filter { $0.kind == .safeguards }.map(\.to))
        #expect(controls.count == limited, "\(drafting.summary)")
    }

    @Test func safeguardOfTheStemLimitsTheItemByHalf() throws {
        let drafting = try Drafting("With a warrant issued by a judge, the Authority may:\n- block a website;")
        #expect(drafting.report.links.filter { $0.kind == .safeguards }.map(\.strength) == [0.5], "\(drafting.summary)")
    }

    @Test func safeguardInAnItemLimitsTheStemByHalf() throws {
        let drafting = try Drafting("The Authority may block a website:\n- with a warrant issued by a judge;")
        #expect(drafting.report.links.filter { $0.kind == .safeguards }.map(\.strength) == [0.5], "\(drafting.summary)")
    }

    @Test func safeguardOfAnotherParagraphLimitsNothing() throws {
        #expect(
            try strengths(.safeguards, "The Authority may block a website.\nTapes are kept by order of a court.") == [])
    }

    @Test func removedSafeguardLimitsNothing() throws {
        #expect(try strengths(.safeguards, "The police may intercept any communication without a warrant.") == [])
        #expect(
            try strengths(.safeguards, "The police may intercept any communication with a warrant issued by a judge.")
                .isEmpty == false)
    }

    @Test func safeguardThatTheControllerJudgesLimitsNothing() throws {
        let kept = try Drafting("The Authority may block websites where it is necessary and proportionate.")
        #expect(!kept.links(.safeguards).isEmpty, "\(kept.summary)")
        let lost = try Drafting(
            "The Authority may block websites where it is necessary and proportionate as determined by the Authority.")
        #expect(lost.links(.safeguards).isEmpty, "\(lost.summary)")
    }

    @Test func sameSafeguardTwiceIsOneLink() throws {
        let once = try strengths(.safeguards, "The Authority may block a website by order of a court.")
        let twice = try strengths(
            .safeguards, "The Authority may block a website by order of a court. A court order is required.")
        #expect(once.count == twice.count)
    }

    // MARK: Counterweight and value

    @Test(arguments: [
        ("We want a secure Internet, while respecting privacy.", [1.0]),
        ("We want a secure and open Internet.", [0.8]),
        ("We want a secure Internet.", []),
    ])
    func counterweightOfTheSentenceBalances(text: String, strengths: [Double]) throws {
        let drafting = try Drafting(text, as: .strategy)
        #expect(
            drafting.report.links.filter { $0.kind == .balances }.map(\.strength) == strengths, "\(drafting.summary)")
    }

    @Test func yieldingCounterweightIsSubordinatedToTheValue() throws {
        let drafting = try Drafting("Privacy must yield to national security.", as: .strategy)
        #expect(drafting.links(.subordinates) == ["national security → Privacy"], "\(drafting.summary)")
        #expect(drafting.links(.balances) == [])
    }

    @Test func linksPointAtTheFamiliesOfTheirKind() throws {
        let drafting = try Drafting(
            "For public order and while respecting privacy, the Authority may block websites by order of a court. Privacy must yield to national security."
        )
        for link in drafting.report.links {
            let (from, to) = (drafting.report.mentions[link.from].family, drafting.report.mentions[link.to].family)
            switch link.kind {
            case .justifies: #expect([.value, .counterweight].contains(from) && to == .control)
            case .safeguards: #expect(from == .safeguard && to == .control)
            case .balances: #expect(from == .counterweight && to == .value)
            case .subordinates: #expect(from == .value && to == .counterweight)
            }
            #expect((0...1).contains(link.strength))
        }
        #expect(Set(drafting.report.links.map(\.kind)) == Set(Link.Kind.allCases), "\(drafting.summary)")
    }
}
