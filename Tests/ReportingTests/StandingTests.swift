import Foundation
import Testing
import TextModel

@testable import Reporting

/// Suppressed and known findings: who shows them, who counts them, who leaves them out.
@Suite struct StandingTests {
    /// The bill with its first finding suppressed, its second known and its third new.
    private var results: Results {
        let report = SampleReports.bill()
        var findings = report.findings
        findings[0].suppression = Suppression(kind: .inSource, reason: "agreed with counsel")
        findings[1].baselineState = .unchanged
        findings[2].baselineState = .new
        let marked = Report(
            document: report.document, kind: report.kind, words: report.words, sentences: report.sentences,
            mentions: report.mentions, links: report.links, verdicts: report.verdicts, findings: findings,
            credits: report.credits)
        return Results(reports: [marked], tool: SampleReports.tool, rules: SampleReports.rules)
    }

    private func text(_ format: String, activeOnly: Bool = false) throws -> String {
        let known = try #require(OutputFormat(name: format))
        return String(
            decoding: known.bytes(of: results, options: ReportingOptions(activeOnly: activeOnly)), as: UTF8.self)
    }

    private func sarifResults(activeOnly: Bool) throws -> [[String: Any]] {
        let json = try JSONSerialization.jsonObject(with: Data(text("sarif", activeOnly: activeOnly).utf8))
        let runs = try #require((json as? [String: Any])?["runs"] as? [[String: Any]])
        return try #require(runs.first?["results"] as? [[String: Any]])
    }

    @Test func sarifMarksThem() throws {
        let all = try sarifResults(activeOnly: false)
        #expect(all.count == results.reports[0].findings.count)
        let justifications = all.compactMap { $0["suppressions"] as? [[String: String]] }
        #expect(
            justifications == [[["kind": "inSource", "status": "accepted", "justification": "agreed with counsel"]]])
        #expect(all.compactMap { $0["baselineState"] as? String }.sorted() == ["new", "unchanged"])
    }

    @Test func sarifLeavesThemOutOnRequest() throws {
        let active = try sarifResults(activeOnly: true)
        #expect(active.count == results.reports[0].findings.count - 2)
        #expect(active.allSatisfy { $0["suppressions"] == nil })
    }

    @Test(arguments: ["full", "markdown"]) func textCountsThem(format: String) throws {
        #expect(try text(format).contains("2 suppressed or known"))
    }

    @Test(arguments: ["concise", "github", "rdjsonl", "junit", "gitlab"]) func othersLeaveThemOut(format: String) throws
    {
        let message = results.reports[0].findings[0].message
        #expect(try text(format).contains(message) == false)
    }

    @Test func everyFindingOfAPassageSaysItsReview() throws {
        let report = SampleReports.bill()
        var findings = report.findings
        for index in findings.indices {
            findings[index].review = ReviewOutcome(
                state: .accepted, opinions: [.init(reviewer: "ann", name: "accepted")])
        }
        #expect(Set(findings.map(\.block)).count < findings.count)
        let results = Results(reports: [report.replacing(findings: findings)], tool: SampleReports.tool)
        let text = String(decoding: try #require(OutputFormat(name: "full")).bytes(of: results), as: UTF8.self)
        #expect(text.ranges(of: "= review: accepted by ann").count == findings.count)
    }

    @Test func thePageSaysWhatReviewersDismissedAndWhatTheyAccepted() throws {
        let report = SampleReports.bill()
        var findings = report.findings
        let outcome = { (state: ReviewOutcome.State, reason: String) in
            ReviewOutcome(
                state: state, opinions: [.init(reviewer: "ann", name: state.rawValue, reason: reason)])
        }
        findings[0].review = outcome(.dismissed, "another sense")
        findings[0].suppression = Suppression(kind: .external, reason: "")
        findings[1].review = outcome(.accepted, "")
        let results = Results(reports: [report.replacing(findings: findings)], tool: SampleReports.tool)
        let page = String(decoding: try #require(OutputFormat(name: "html")).bytes(of: results), as: UTF8.self)
        #expect(page.contains("<a href=\"#dismissed\">1 dismissed by reviewers</a>"))
        #expect(page.contains("<p>Dismissed by ann (another sense)</p>"))
        #expect(page.ranges(of: "\"w\":\"accepted\"").count == 1)
        #expect(try text("html").contains("2 suppressed or known"))
        #expect(try text("html").contains("id=\"dismissed\"") == false)
    }

    @Test func csvNamesTheReason() throws {
        #expect(try text("csv").contains(",agreed with counsel,"))
        #expect(try text("csv", activeOnly: true).contains("agreed with counsel") == false)
    }

    @Test func gitHubCountsWhatItDoesNotShow() throws {
        let report = SampleReports.bill()
        let worst = try #require(report.findings.first { $0.band == .severe })
        let many = Report(
            document: report.document, kind: report.kind, words: report.words, sentences: [], mentions: [], links: [],
            verdicts: [], findings: Array(repeating: worst, count: 13), credits: [])
        let format = try #require(OutputFormat(name: "github"))
        let lines = String(
            decoding: format.bytes(of: Results(reports: [many], tool: SampleReports.tool)), as: UTF8.self
        ).split(separator: "\n")
        #expect(lines.count { $0.hasPrefix("::error ") } == 10)
        #expect(lines.last == "3 more errors not shown as annotations; another format lists them all")
    }
}
