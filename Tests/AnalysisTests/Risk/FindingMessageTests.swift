import Testing
import TextModel

/// What a message quotes and names: words that can be read, and no more safeguards than are read.
struct FindingMessageTests {
    private func powerWithoutSafeguards(_ text: String) throws -> Finding {
        try #require(try Drafting(text).report.findings.first { $0.rule == "CW04" })
    }

    /// A match ends where it is sure; its clause goes on.
    @Test(arguments: [
        (
            "Operators shall remove any post that shows the town in a bad light.",
            "Operators shall remove any post that shows the town in a bad light"
        ),
        ("The municipal police may read any message.", "municipal police may read any message"),
        ("The Authority may block any website, and it may take other steps.", "block any website"),
        (
            "The Authority may block any website that it has found in one of the many lists of the other ministries of the country.",
            "block any website"
        ),
    ])
    func quotesTheClause(text: String, quote: String) throws {
        let message = try powerWithoutSafeguards(text).message
        #expect(message.hasPrefix("\"\(quote)\""), "\(message)")
    }

    /// Each kind of control has an order of its own, and three are named.
    @Test(arguments: [
        (
            "The Authority may block any website.",
            "authorisation by a judge or independent body, limit to named persons or items, appeal and remedy."
        ),
        (
            "Carriers shall retain the traffic data of all users.",
            "limit to named persons or items, authorisation by a judge or independent body, time limit and sunset."
        ),
        (
            "Whoever publishes false news shall be punished by imprisonment.",
            "hearing and fair procedure, proportionality and least intrusive means, appeal and remedy."
        ),
    ])
    func namesTheThreeThatMatterMost(text: String, ending: String) throws {
        let finding = try powerWithoutSafeguards(text)
        #expect(finding.message.hasSuffix("above all: \(ending)"), "\(finding.message)")
        #expect(finding.gravest.count == 3 && finding.missing.starts(with: finding.gravest))
    }
}
