import Lexicons
import Testing

@testable import Analysis

struct OverlapTests {
    @Test func longestMatchOfAFamilyWins() throws {
        let lexicon = try TinyLexicon(
            .value("security"), .value("national security"), .value("national security of <2> state"))
        #expect(lexicon.found(in: "national security law") == ["K1 national security"])
        #expect(lexicon.found(in: "national security of the state") == ["K2 national security of the state"])
        #expect(lexicon.found(in: "security, national") == ["K0 security"])
    }

    @Test func matchesThatDoNotTouchAllStand() throws {
        let lexicon = try TinyLexicon(.value("security", "public order"))
        #expect(
            lexicon.found(in: "security, public order, security") == ["K0 security", "K0 public order", "K0 security"])
    }

    @Test func earlierMatchWinsAmongEquals() throws {
        let lexicon = try TinyLexicon(.value("order security"), .value("public order"))
        #expect(lexicon.found(in: "public order security") == ["K1 public order"])
    }

    @Test func whatPeopleDoWinsOnTheSameWords() throws {
        let lexicon = try TinyLexicon(.control(plain: ["store <2> abroad"]), .conduct("store data abroad"))
        #expect(lexicon.found(in: "store data abroad") == ["K1 store data abroad"])
        #expect(lexicon.found(in: "store it abroad") == ["K0 store it abroad"])
    }

    @Test func familiesDoNotHideEachOther() throws {
        let lexicon = try TinyLexicon(
            .value("security"), .counterweight("open security policy"), .control(plain: ["security policy"]))
        #expect(
            Set(lexicon.found(in: "open security policy")) == [
                "K0 security", "K1 open security policy", "K2 security policy",
            ])
    }

    @Test func deviceRolesDoNotHideEachOther() throws {
        let lexicon = try TinyLexicon(
            .device(.negation, "not"), .device(.prohibits, "shall not"), .device(.duty, "shall"))
        #expect(Set(lexicon.found(in: "it shall not act")) == ["K0 not", "K1 shall not", "K2 shall"])
    }

    // MARK: Innocent senses

    @Test func innocentSenseHidesWhatItCovers() throws {
        let lexicon = try TinyLexicon(.value("security", innocent: ["social security"]))
        #expect(lexicon.found(in: "social security and security") == ["K0 security"])
    }

    @Test func innocentSenseReachesOtherConceptsOfItsFamilyOnly() throws {
        let lexicon = try TinyLexicon(
            .value("order", innocent: ["social security"]), .value("security"), .counterweight("social security net"))
        #expect(lexicon.found(in: "social security") == [])
        #expect(lexicon.found(in: "social security net") == ["K2 social security net"])
    }

    @Test func innocentSenseWinsATie() throws {
        let lexicon = try TinyLexicon(.value("[social|national] security", innocent: ["social [security|order]"]))
        #expect(lexicon.found(in: "social security, national security") == ["K0 national security"])
    }

    @Test func longerEntryBeatsAnInnocentSense() throws {
        let lexicon = try TinyLexicon(.value("social security of the state", innocent: ["social security"]))
        #expect(lexicon.found(in: "social security of the state") == ["K0 social security of the state"])
    }

    @Test func innocentSenseMakesNoMatchOfItsOwn() throws {
        let lexicon = try TinyLexicon(.value("order", innocent: ["tall order"]))
        #expect(lexicon.found(in: "a tall order") == [])
        #expect(lexicon.found(in: "an order") == ["K0 order"])
    }

    // MARK: Strength

    @Test func strongControlBeatsALongerPlainOne() throws {
        let lexicon = try TinyLexicon(
            .control(plain: ["require providers to weaken encryption"]), .control(strong: ["weaken encryption"]))
        #expect(lexicon.found(in: "require providers to weaken encryption") == ["K1 weaken encryption"])
    }

    @Test func muchLongerPlainControlBeatsAStrongOne() throws {
        let lexicon = try TinyLexicon(
            .control(plain: ["a b c d weaken encryption e"]), .control(strong: ["weaken encryption"]))
        #expect(lexicon.found(in: "a b c d weaken encryption e") == ["K0 a b c d weaken encryption e"])
    }

    @Test func plainControlBeatsALongerWeakOne() throws {
        let lexicon = try TinyLexicon(.control(weak: ["the closing of sites"]), .control(plain: ["closing of"]))
        #expect(lexicon.found(in: "the closing of sites") == ["K1 closing of"])
        #expect(lexicon.found(in: "the closing, sites") == [])
    }

    @Test func strengthMattersToControlsOnly() throws {
        let lexicon = try TinyLexicon([
            TinyLexicon.Concept(
                family: "value", keys: "legitimacy: listed", entries: ["{pattern: \"order\", strength: strong}"]),
            .value("public order"),
        ])
        #expect(lexicon.found(in: "public order") == ["K1 public order"])
    }

    // MARK: Noun phrases

    @Test func longestNounPhraseFillsTheSlot() throws {
        let lexicon = try TinyLexicon(
            .control(plain: ["@authority may ban"]), .noun(.authority, "minister", "minister of justice"))
        #expect(lexicon.found(in: "the minister of justice may ban") == ["K0 minister of justice may ban"])
        #expect(lexicon.found(in: "the minister may ban") == ["K0 minister may ban"])
    }

    @Test func wordOfTwoClassesFillsBothSlots() throws {
        let lexicon = try TinyLexicon(
            .value("@authority acts"), .counterweight("@judge acts"), .noun(.authority, "court"), .noun(.judge, "court")
        )
        #expect(Set(lexicon.found(in: "the court acts")) == ["K0 court acts", "K1 court acts"])
    }

    @Test func innocentNounIsNoNounPhrase() throws {
        let lexicon = try TinyLexicon([
            .value("@authority acts"),
            TinyLexicon.Concept(
                family: "noun", keys: "class: authority", entries: ["council"], innocent: ["council tax"]),
        ])
        #expect(lexicon.found(in: "the council acts") == ["K0 council acts"])
        #expect(lexicon.matches(in: "the council tax acts").matches.nouns == [])
    }
}
