import Testing
import TextModel

struct ProfileTests {
    private static let span = TextSpan(0, 1)

    private func mention(_ family: Family, _ stance: Stance = .asserted, isLive: Bool = true, grade: Int? = nil)
        -> Mention
    {
        Mention(
            concept: "X", name: "x", family: family, span: Self.span, block: 0, sentence: 0, stance: stance,
            isLive: isLive,
            isolation: grade)
    }

    private func finding(_ rule: String, _ band: Band) -> Finding {
        Finding(
            rule: rule, name: "", band: band, score: 0, confidence: 1, message: "", reason: "", remedy: "", norms: [],
            stance: .asserted, block: 0, span: Self.span)
    }

    private func report(
        _ mentions: [Mention] = [], links: [Link] = [], bands: [Band] = [], findings: [Finding] = [],
        credits: [String] = []
    ) -> Report {
        let source = SourceText(bytes: Array("x".utf8))
        var builder = DocumentBuilder(source: source)
        builder.open(.paragraph)
        builder.append(verbatim: 0..<1)
        let document = builder.finish(path: "x", format: "text", encoding: TextEncoding(name: "UTF-8", origin: .valid))
        return Report(
            document: document, kind: .other, words: 1, sentences: [], mentions: mentions, links: links,
            verdicts: bands.map { Verdict(block: 0, stance: .other, band: $0, score: 0, rules: [], credits: []) },
            findings: findings,
            credits: credits.map { Credit(rule: $0, name: "", message: "", block: 0, span: Self.span) })
    }

    @Test func countsOnlyLiveMentions() {
        let profile = report([
            mention(.value, grade: 2), mention(.value, isLive: false), mention(.counterweight),
            mention(.counterweight, isLive: false),
            mention(.control), mention(.control, isLive: false),
        ]).profile
        #expect([profile.values, profile.counterweights, profile.controls] == [1, 1, 1])
    }

    @Test(arguments: Stance.allCases)
    func countsControlsOnlyWhenAsserted(stance: Stance) {
        #expect(report([mention(.control, stance)]).profile.controls == (stance == .asserted ? 1 : 0))
    }

    @Test func controlIsSafeguardedOnlyByASafeguard() {
        let mentions = [mention(.control), mention(.control), mention(.safeguard), mention(.value)]
        let links = [
            Link(kind: .safeguards, from: 2, to: 0, strength: 1, cue: nil),
            Link(kind: .safeguards, from: 2, to: 0, strength: 1, cue: nil),
            Link(kind: .justifies, from: 3, to: 1, strength: 1, cue: nil),
        ]
        let profile = report(mentions, links: links).profile
        #expect(profile.controls == 2)
        #expect(profile.safeguardedControls == 1)
    }

    @Test func controlThatDoesNotCountIsNotSafeguardedEither() {
        let mentions = [mention(.control, isLive: false), mention(.control, .option), mention(.safeguard)]
        let links = [0, 1].map { Link(kind: .safeguards, from: 2, to: $0, strength: 1, cue: nil) }
        #expect(report(mentions, links: links).profile.safeguardedControls == 0)
    }

    @Test func spreadsValuesOverIsolationGrades() {
        let mentions = [
            mention(.value, grade: 0), mention(.value, grade: 5), mention(.value, grade: 5), mention(.value),
        ]
        #expect(report(mentions).profile.isolation == [1, 0, 0, 0, 0, 2])
    }

    @Test func countsFindingsByBandAndByRule() {
        let profile = report(findings: [finding("CW01", .high), finding("CW04", .high), finding("CW04", .low)]).profile
        #expect(profile.findingsByBand == [.high: 2, .low: 1])
        #expect(profile.findingsByRule == ["CW01": 1, "CW04": 2])
    }

    @Test func countsCreditsByRule() {
        #expect(report(credits: ["P1", "P4", "P1"]).profile.creditsByRule == ["P1": 2, "P4": 1])
    }

    @Test func takesTheBandOfTheWorstPassage() {
        #expect(report(bands: [.low, .severe, .info]).profile.band == .severe)
        #expect(report().profile.band == .none)
    }
}
