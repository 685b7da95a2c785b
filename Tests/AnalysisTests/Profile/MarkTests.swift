import Testing
import TextModel

@testable import Analysis

/// The minimum-level mark and what stands in its way.
struct MarkTests {
    private static let model = """
        In this Act, "service" means an online service.
        A court may order the blocking of a named website for at most thirty days.
        The owner is notified with reasons and may appeal to a higher court.
        The order is published.
        The order ends when its reason ends.
        """

    private func criteria(_ text: String, as kind: DocumentKind = .statute) throws -> Set<Mark.Criterion> {
        Set(try #require(try Drafting(text, as: kind).report.mark).obstacles.map(\.criterion))
    }

    @Test func modelDraftingMeetsIt() throws {
        let mark = try #require(try Drafting(Self.model).report.mark)
        #expect(mark.obstacles == [])
        #expect(mark.status == .met)
    }

    @Test func aFewInnocentSentencesAreTooLittleText() throws {
        #expect(try Drafting("We met on Monday.", as: .strategy).report.mark?.status == .tooLittleText)
    }

    @Test func somethingInTheWayDecidesBeforeTheLengthDoes() throws {
        #expect(try Drafting("The Minister may shut down the Internet.").report.mark?.status == .notMet)
    }

    @Test(arguments: [
        ("The Authority may block any website.", Mark.Criterion.safeguard),
        ("The Minister may shut down the Internet with the consent of a judge.", .timeLimit),
        ("By order of a court, providers shall remove harmful content.", .trigger),
        ("For freedom from harm, the Authority may block any site it deems undesirable.", .band),
        ("While respecting privacy, the Ministry may intercept any communication.", .rule),
        ("The Authority may block any website.", .definitions), ("The Authority may block any website.", .contact),
    ])
    func eachCriterionIsMissedOnItsOwn(text: String, criterion: Mark.Criterion) throws {
        #expect(try criteria(text).contains(criterion))
        #expect(!(try criteria(Self.model)).contains(criterion))
    }

    @Test func headingThatNamesAValueNeedsACounterweightInItsSectionOrInAHeading() throws {
        let alone = "# National security first\nWe will act."
        #expect(try criteria(alone, as: .strategy).contains(.heading))
        #expect(!(try criteria(alone + "\nWe will protect privacy.", as: .strategy)).contains(.heading))
        #expect(!(try criteria(alone + "\n# Freedom of expression\nWe listen.", as: .strategy)).contains(.heading))
    }

    @Test func obstaclesSayWhere() throws {
        let drafting = try Drafting("The Authority may [[block any website]].")
        let obstacle = try #require(drafting.report.mark?.obstacles.first { $0.criterion == .safeguard })
        #expect(obstacle.span.map(drafting.words)?.contains("block any website") == true)
    }
}
