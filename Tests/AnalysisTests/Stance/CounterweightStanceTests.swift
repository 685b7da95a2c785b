import Testing
import TextModel

@testable import Analysis

/// When a balancing value counts: the author commits to it and nothing takes it back.
struct CounterweightStanceTests {
    private func check(
        _ text: String, isLive: Bool, as kind: DocumentKind, _ location: SourceLocation = #_sourceLocation
    ) throws {
        let drafting = try Drafting(text, as: kind)
        let mention = drafting.mention(.counterweight)
        #expect(mention != nil, "\(text): \(drafting.summary)", sourceLocation: location)
        #expect(mention?.isLive == isLive, "\(text): \(drafting.summary)", sourceLocation: location)
    }

    /// The first keeps the counterweight, the second loses it.
    @Test(arguments: [
        (
            "The State shall not restrict [[freedom of expression]].",
            "The State shall restrict [[freedom of expression]]."
        ),
        ("Nobody may limit the [[right to privacy]].", "The Minister may limit the [[right to privacy]]."),
        ("[[Privacy]] must be protected beside national security.", "[[Privacy]] must yield to national security."),
        ("[[Privacy]] must prevail in each case.", "[[Privacy]] must give way in each case."),
        ("[[Privacy]] must not yield to national security.", "[[Privacy]] must yield to national security."),
        (
            "In line with the [[right to privacy]], the agency acts.",
            "Notwithstanding the [[right to privacy]], the agency acts."
        ),
        ("We act without prejudice to [[privacy]].", "We act regardless of [[privacy]]."),
        ("Security must not come at the expense of [[openness]].", "Security may come at the expense of [[openness]]."),
        (
            "National security goes with [[freedom of expression]].",
            "National security takes precedence over [[freedom of expression]]."
        ),
        ("Not only security but also [[privacy]] matters.", "Not [[privacy]] but security matters."),
        ("[[Privacy]] shall not be weakened by surveillance.", "[[Privacy]] shall not prevent surveillance."),
        ("We protect [[privacy]] of users.", "We wrote to the Minister for [[Privacy]] Affairs."),
    ])
    func commitmentDecides(kept: String, lost: String) throws {
        try check(kept, isLive: true, as: .strategy)
        try check(lost, isLive: false, as: .strategy)
    }

    @Test func yieldingIsNotedWithItsWords() throws {
        let drafting = try Drafting("[[Privacy]] must yield to national security.", as: .strategy)
        let cue = try #require(drafting.mention(.counterweight)?.cues.first { $0.value == "made to yield" })
        #expect(try drafting.words(#require(cue.span)).contains("yield"))
    }
}
