import Testing
import TextModel

@testable import Analysis

/// What the author of a whole passage does, in pairs that differ in register or in one clause.
struct PassageStanceTests {
    typealias Case = (text: String, kind: DocumentKind?, stance: Stance)

    private func check(_ cases: [Case], _ location: SourceLocation = #_sourceLocation) throws {
        for (text, kind, stance) in cases {
            let drafting = try Drafting(text, as: kind)
            #expect(drafting.verdict?.stance == stance, "\(text): \(drafting.summary)", sourceLocation: location)
        }
    }

    @Test func aTextThatCommitsToACounterweightAdoptsAValue() throws {
        try check([
            ("The office shall protect the privacy of everyone who writes to it.", .statute, .asserted),
            ("The office shall protect the lawn of everyone who writes to it.", .statute, .other),
            ("The office shall protect the privacy of everyone who writes to it.", .press, .other),
        ])
    }

    @Test func tellingOfAControlReportsIt() throws {
        try check([
            ("The regulator may block websites.", .statute, .asserted),
            (
                "The editor wrote that the regulator had begun to block websites. He said the press was told nothing.",
                nil, .reported
            ),
            ("The minister said that carriers must block the site.", .press, .reported),
            ("Many countries now require carriers to retain traffic data.", .critique, .reported),
        ])
    }

    @Test func criticismAnywhereInATellingPassageMakesItCritique() throws {
        try check([
            (
                "The agency said it would intercept all messages. Lawyers warned that the plan had a chilling effect.",
                nil, .critique
            ),
            (
                "In May the ministry shut down the Internet for a week. No court was asked, and nobody was told. It was disproportionate.",
                .critique, .critique
            ),
        ])
    }

    @Test func aPassageWithoutMentionsReportsWhenItTellsOfTheMatter() throws {
        try check([
            (
                "The court ruled last week that the amendment was void. The government said it would appeal.", .press,
                .reported
            ),
            ("The choir sang in the hall last week. The baker said it was a fine evening.", .press, .other),
        ])
    }

    @Test func aRightThatIsAffirmedAgainstAControlRulesItOut() throws {
        try check([
            ("There shall be no censorship.", .statute, .prohibited),
            ("The secrecy of letters is inviolable.", .statute, .prohibited),
            ("Operators shall keep the secrecy of communications.", .statute, .prohibited),
            ("Nobody is compelled to reveal his opinions.", .statute, .prohibited),
            ("Who unlawfully opens letters shall be fined.", .statute, .prohibited),
            // What takes it back, in the sentence or before it, leaves nothing affirmed.
            ("Nobody may print without leave, nor be free to write without prior permission.", .statute, .other),
            ("Nothing is said of letters.", .statute, .other),
            // A critic who says so affirms nothing.
            ("There is no censorship.", .critique, .other),
        ])
        let kept = try Drafting("The secrecy of letters is inviolable, save in the cases provided for by law.")
        #expect(kept.verdict?.band == .low, "\(kept.summary)")
        let named = try Drafting("Communications shall not be censored except in cases specified by law.")
        let finding = try #require(named.report.findings.first { $0.rule == "CW06" })
        #expect(!finding.message.contains("\"\""), "\(finding.message)")
        let whole = try Drafting("The secrecy of letters is inviolable.")
        #expect(whole.verdict?.band == Band.none && whole.verdict?.credits == ["P3"], "\(whole.summary)")
    }

    @Test func anArticleOnTheMatterTellsOrArgues() throws {
        let rest = "You don't need to wait. It's long, and privacy, encryption and free speech matter."
        let text = "The bill deals with surveillance and data retention in four chapters."
        for (title, stance) in [
            ("A bill on letters", Stance.reported), ("The disproportionate bill on letters", .critique),
        ] {
            let drafting = try Drafting("! \(title)\n\(text)\n\(rest)", as: nil)
            let verdict = drafting.report.verdicts[1]
            #expect(verdict.stance == stance, "\(title): \(drafting.summary)")
        }
        let plain = try Drafting("! A bill on letters\n\(text)\nThe carriers met.", as: nil)
        #expect(plain.report.verdicts[1].stance == .other, "\(plain.summary)")
    }

    @Test func aLetterheadMakesAReleaseItsIssuersOwn() throws {
        let words = "“We shall take down every page that shows the strike,” said the Minister."
        try check([
            ("! Ministry of Information of Ashkeld: news\n\(words)", .press, .asserted),
            ("! Ministry of Information angers readers of the press\n\(words)", .press, .reported),
        ])
    }

    @Test func wordsInQuotationMarksAreTermsInAReport() throws {
        try check([
            (
                "The government has been holding talks on rules to block websites with “harmful” content.", .press,
                .reported
            ),
            ("They call it “harmful content” and it is nothing of the kind.", .critique, .critique),
        ])
    }

    @Test func whatAStemAnnouncesIsRecited() throws {
        try check([
            (
                "Section 12 of the Wireless Act provides:\n- Whoever damages a mast or a line shall be fined.", .other,
                .reported
            ),
            ("The following applies:\n- Whoever damages a mast or a line shall be fined.", .other, .other),
        ])
    }

    @Test func aRuleThatForbidsAnUnnamedMeasureIsProhibited() throws {
        try check([
            ("Providers shall not be obliged to examine the messages that they carry.", .statute, .prohibited),
            ("No one shall be compelled to disclose private correspondence to the clerk.", .statute, .prohibited),
            (
                "The gathering of call data from lawyers, that is the interception of calls, is impermissible.",
                .statute, .prohibited
            ),
        ])
    }

    @Test func anAuthoritysOwnReleaseSpeaksInItsOwnVoice() throws {
        try check([
            (
                "! Ministry of Information: press release\nThe Minister announced today that operators shall block the site.",
                .press, .asserted
            ),
            (
                "! Valley Herald\nThe Minister announced today that operators shall block the site.", .press,
                .reported
            ),
            ("We have ordered operators to block the site.", .press, .asserted),
        ])
    }

    @Test func aHeadingThatProclaimsAValueIsAsserted() throws {
        try check([
            ("# A safe Internet for every child", .strategy, .asserted),
            ("# Table of figures", .strategy, .other),
        ])
    }

    @Test func aTextThatLaysDownRulesAdoptsTheMeasuresThatItNames() throws {
        try check([
            ("Restrictions on mobile data made under this section remain in force until revoked.", .statute, .asserted),
            ("# Prior approval of broadcasts", .statute, .asserted),
            ("# Prior approval of broadcasts", .guidance, .other),
            ("We close channels that upload the same film twice.", .terms, .asserted),
        ])
    }

    @Test func aSentenceThatGoesOnAboutATextIsToldWithIt() throws {
        let opening = "The Wireless Act 2009 criminalises the jamming of calls."
        try check([
            ("\(opening) It also obliges carriers to retain traffic data.", .strategy, .reported),
            ("\(opening) Carriers must retain traffic data.", .strategy, .asserted),
            ("This plan has nine parts. It also obliges carriers to retain traffic data.", .strategy, .asserted),
        ])
    }

    @Test func aSpeakerWhoVotesAgainstOpposes() throws {
        let matter = "The Minister signs the warrant for the police of the Ministry, and no court is asked."
        try check([
            ("\(matter) I shall vote against the bill.", .speech, .critique),
            ("\(matter) I shall speak to the bill.", .speech, .other),
            ("We cannot support the clause. Carriers must block the website of the paper.", .critique, .critique),
            ("We have read the clause. Carriers must block the website of the paper.", .critique, .asserted),
        ])
    }

    @Test func aMeasureThatNoEntryKnowsHasTheStanceOfItsSentence() throws {
        let measure = "silence the conversations of the valley"
        try check([
            ("The mayor will \(measure).", .strategy, .asserted),
            ("The mayor could \(measure).", .strategy, .option),
            ("Should the mayor \(measure)?", .strategy, .option),
            ("The mayor shall never \(measure).", .strategy, .prohibited),
            ("The mayor said that he wanted to \(measure).", .press, .reported),
            ("To \(measure) is the end of every talk.", .critique, .critique),
            ("The mayor will paint the bridge of the valley.", .strategy, .other),
        ])
    }

    @Test func aCommandThatIsTakenBackLeavesPeopleFree() throws {
        try check([
            ("Nothing obliges anyone to explain why they use encryption.", .rights, .prohibited),
            ("Nothing obliges anyone to paint the bridge.", .rights, .other),
        ])
    }

    @Test func whatProvidersAreOnlyAskedIsAnOption() throws {
        try check([
            ("Editors are encouraged to part with stories that make readers sad.", .guidance, .option),
            ("Bakers are encouraged to part with stories that make readers sad.", .guidance, .other),
        ])
    }

    @Test func anAuthorWhoSaysWhatOughtToBeUsesTheValueThatStandsAlone() throws {
        try check([
            ("May the new bridge bring our peoples safety and good fortune.", .speech, .asserted),
            ("A long list of bridges, safety and good fortune.", .speech, .other),
        ])
    }

    @Test func faultThatIsFoundMakesCritiqueOfAReportAlone() throws {
        try check([
            (
                "The agency said it would intercept all messages. The plan was drawn up with a lack of oversight.", nil,
                .critique
            ),
            (
                "The agency said it would intercept all messages. The plan was drawn up with a pot of coffee.", nil,
                .reported
            ),
            ("The Authority may block websites where there is a lack of oversight.", .statute, .asserted),
        ])
    }

    @Test func whatAStemFindsFaultWithIsCriticised() throws {
        let words = "- The Act says that whoever sends messages causing annoyance shall be punished with imprisonment."
        try check([
            ("There are several problems with section 9. This is what it says:\n\(words)", .other, .critique),
            ("There are several pages on section 9. This is what it says:\n\(words)", .other, .reported),
        ])
    }

    @Test func aTextThatTellsOfAnActIsNoStatute() throws {
        try check([
            (
                "! The Wireless Act, 2015\nThe Act was signed into law in 2015. It was said to counter cyber threats, and the committee told the press so.",
                nil, .reported
            ),
            (
                "! The Wireless Act, 2015\nUnder section 9 of this Act the Authority shall act to counter cyber threats.",
                nil, .asserted
            ),
        ])
    }

    @Test func aDefinedTermInQuotationMarksIsNoCritique() throws {
        let drafting = try Drafting(
            "\"[[Harmful content]]\" means content that the Authority considers harmful.", as: .guidance)
        #expect(drafting.mention(.value)?.stance != .critique, "\(drafting.summary)")
    }
}
