import Testing
import TextModel

@testable import Analysis

/// When a safeguard counts: it is there, and the controller does not judge it.
struct SafeguardStanceTests {
    private func hasLiveSafeguard(_ text: String) throws -> (Bool, String) {
        let drafting = try Drafting(text)
        return (drafting.report.mentions.contains { $0.family == .safeguard && $0.isLive }, drafting.summary)
    }

    /// The first keeps the safeguard, the second loses it.
    @Test(arguments: [
        (
            "The police may intercept calls with a warrant issued by a judge.",
            "The police may intercept calls without a warrant."
        ),
        ("The user is given prior notice of the blocking.", "The site is blocked without prior notice."),
        (
            "The measure must be necessary and proportionate.",
            "The measure must be necessary and proportionate as determined by the Ministry."
        ),
        ("The order is subject to judicial review.", "The order is not subject to judicial review."),
        (
            "The police may intercept calls on the order of a judge or of a tribunal.",
            "The police may intercept calls on the order of a judge or of the Minister."
        ),
        (
            "The police may intercept calls with a warrant, save in summer.",
            "The police may intercept calls with a warrant, save in cases of urgency."
        ),
        ("No letter is opened without an order of the court.", "Letters are opened without an order of the court."),
    ])
    func removedOrSelfJudgedSafeguardDoesNotCount(kept: String, lost: String) throws {
        let (isKept, keptSummary) = try hasLiveSafeguard(kept)
        let (isLost, lostSummary) = try hasLiveSafeguard(lost)
        #expect(isKept, "\(kept): \(keptSummary)")
        #expect(!isLost, "\(lost): \(lostSummary)")
    }
}
