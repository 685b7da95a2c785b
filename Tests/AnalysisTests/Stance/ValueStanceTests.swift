import Testing
import TextModel

@testable import Analysis

/// When a protective value counts as the author's own.
struct ValueStanceTests {
    private func check(
        _ text: String, isLive: Bool, _ stance: Stance? = nil, as kind: DocumentKind = .strategy,
        _ location: SourceLocation = #_sourceLocation
    ) throws {
        let drafting = try Drafting(text, as: kind)
        let mention = drafting.mention(.value)
        #expect((mention?.isLive ?? false) == isLive, "\(text): \(drafting.summary)", sourceLocation: location)
        if let stance { #expect(mention?.stance == stance, "\(text): \(drafting.summary)", sourceLocation: location) }
    }

    @Test(arguments: [
        ("We will ensure [[freedom from harm]].", "“[[Freedom from harm]]” is a slogan."),
        ("We will protect [[public order]].", "The so-called [[public order]] is a slogan."),
        ("We will protect [[national security]].", "The term [[national security]] is often used."),
        ("We act in the interest of [[national security]].", "They act under the guise of [[national security]]."),
        ("We want [[public safety]] for all.", "The Minister said that [[public safety]] comes first."),
        ("We will strengthen [[public safety]].", "The police and [[public safety]] agencies meet."),
        ("We will protect [[national security]].", "The committee on [[National Security]] Affairs met."),
        ("We need [[security]] of the network.", "# Network [[security]]"),
    ])
    func valueCountsOnlyInOwnVoice(own: String, other: String) throws {
        try check(own, isLive: true, .asserted)
        try check(other, isLive: false)
    }

    @Test func aNounWithItsComplementLabelsNothing() throws {
        try check("The [[protection of children]] begins at home.", isLive: true, .asserted)
        try check("The [[public safety]] volunteers begin at noon.", isLive: false, .other)
    }

    @Test func aPairOfValueAndCounterweightUsesBoth() throws {
        try check("We look for the measure where privacy and [[security]] pull together.", isLive: true, .asserted)
        try check("We look for the measure where money and [[security]] pull together.", isLive: false, .other)
    }

    @Test func quotedSloganIsCritique() throws {
        try check("The phrase “[[freedom from harm]]” may be used to justify oppression.", isLive: false, .critique)
        try check(
            "They promised “to keep every one of our citizens at all times in [[freedom from harm]]” again.",
            isLive: false, .reported)
    }

    @Test func soCalledIsCritique() throws {
        try check("This so-called [[national security]] is a slogan.", isLive: false, .critique, as: .critique)
        try check("This lasting [[national security]] is a goal.", isLive: true, .asserted, as: .critique)
    }

    @Test func technicalTextUsesTheWordForItsOwnSystems() throws {
        try check("We must ensure [[security]] of the network.", isLive: false, as: .technical)
        try check("We must ensure [[security]] of the network.", isLive: true, as: .strategy)
    }

    @Test func termsOfServiceAdoptNoValue() throws {
        try check("We act to protect [[public safety]].", isLive: false, as: .terms)
        try check("We act to protect [[public safety]].", isLive: true, as: .strategy)
    }

    @Test func evaluationOfTheNextSentenceReachesValues() throws {
        try check("They say that [[national security]] demands it. We disagree.", isLive: false, .critique, as: .other)
    }

    @Test(arguments: [
        "The [[social security]] office is closed.", "The [[securities]] exchange opens.",
        "Place the [[order]] online.",
    ])
    func otherSenseIsNoValue(text: String) throws {
        let drafting = try Drafting(text, as: .strategy)
        #expect(drafting.mentions(.value).isEmpty, "\(drafting.summary)")
    }
}
