import Testing
import TextModel

@testable import Analysis

/// What the author does with a control, in pairs that differ by a word or a clause.
struct ControlStanceTests {
    @Test func whatIsWithoutPrejudiceIsNotNegated() throws {
        try checkControls([
            (
                "The prefect may, without prejudice to any other penalty, [[order the seizure of all copies]].",
                .asserted
            ),
            ("The prefect may not [[order the seizure of all copies]].", .prohibited),
        ])
    }

    @Test func anItemAfterAColonKeepsItsNegationToItself() throws {
        try checkControls([
            ("The owner is obliged: not to allow riots; to [[delete information that is inaccurate]].", .asserted),
            ("The carrier shall not: be late; [[monitor the calls of its customers]].", .prohibited),
            ("The carrier shall: be on time; not [[monitor the calls of its customers]].", .prohibited),
        ])
    }

    @Test func whoIsPunishedForSuppressingLeavesPeopleInPeace() throws {
        try checkControls([
            (
                "Shall be punished with a fine any public officer who, without leave, orders the [[seizure of a newspaper]].",
                .prohibited
            ),
            ("A fine shall be imposed upon any public officer who shall [[block a website]].", .prohibited),
            ("Any person who shall [[publish false news]] shall be punished.", .asserted),
            ("Whoever hinders a person from [[publishing false news]] shall be punished.", .prohibited),
            ("Whoever hinders the traffic or [[publishes false news]] shall be punished.", .asserted),
        ])
    }

    @Test func whatAStatuteIsForIsNotYetWhatItOrders() throws {
        try checkControls([
            ("The purpose of this Act is to provide penalties for whoever [[publishes false news]].", .option),
            ("This Act provides penalties for whoever [[publishes false news]].", .asserted),
        ])
    }

    @Test func aTermThatIsDefinedIsNoControl() throws {
        try checkControls([
            ("[[Objectionable matter]] means a film that was refused a certificate.", .other),
            ("The carrier shall [[block objectionable matter]], which means a film that was refused.", .asserted),
        ])
    }

    @Test func aConditionOnAnotherVerbLeavesANegationAlone() throws {
        try checkControls([
            (
                "Inquiries must be made only where they are needed, and must not be made to [[restrict freedom of thought, freedom of religion, freedom of assembly]].",
                .prohibited
            ),
            ("The prefect must not [[block a website]] unless a court so orders.", .asserted),
        ])
    }

    @Test func whatIsNoOffenceIsLeftFree() throws {
        try checkControls([
            ("It shall not be an offence to [[publish false news]].", .prohibited),
            ("It shall be an offence to [[publish false news]].", .asserted),
        ])
    }

    @Test func aPronounStandsForTheSubjectOfItsSentence() throws {
        try checkControls([
            ("If a police officer suspects that a person spreads rumours, he may [[block websites]].", .asserted),
            ("If a person suspects that the ministry spreads rumours, he may [[block websites]].", .other),
            ("The Minister or any person authorised by him may [[block websites]].", .asserted),
            ("The Minister listens, and any person may [[block websites]].", .other),
        ])
    }

    @Test func aQuestionWeighs() throws {
        try checkControls(
            [
                ("Should carriers [[block the website]]?", .option),
                ("Carriers should [[block the website]].", .asserted),
            ], as: .guidance)
    }

    @Test func aVerbThatIsLeftOutCommandsNothing() throws {
        try checkControls(
            [
                ("Governments can change, but the [[blocking of websites]] will not.", .other),
                ("Governments can change, but the [[blocking of websites]] will be extended.", .asserted),
            ], as: .strategy)
    }

    @Test func whatSomethingIsUsedForIsNotWhatIsForbidden() throws {
        try checkControls([
            ("Use of a [[VPN to view foreign news is an offence]].", .asserted),
            ("[[Monitoring of messages]] is an offence.", .prohibited),
        ])
    }

    @Test func aPowerOverUsersIsNotTheirOwn() throws {
        try checkControls([
            ("For the good of our citizens, [[messages in which they are named may be opened]].", .asserted),
            ("Our citizens may [[block websites]].", .other),
        ])
    }

    @Test func whatEverybodyMustLeaveUndoneIsForbiddenUnlessItIsDoneToOthers() throws {
        try checkControls([
            ("No person shall use a [[VPN other than one that the Bureau has entered in its register]].", .asserted),
            (
                "No person shall lie when he pays [[for a VPN other than one that the Bureau has entered in its register]].",
                .prohibited
            ),
            ("No person shall [[block a website]].", .prohibited),
            (
                "No person shall:\n- use a [[VPN other than one that the Bureau has entered in its register]].",
                .asserted
            ),
        ])
    }

    @Test func aReleaseFreesItsOwnClauseAlone() throws {
        try checkControls([
            ("Everyone is free to [[use a VPN]].", .prohibited),
            ("Everyone is free to travel, but no person shall [[use a VPN]].", .asserted),
            ("No person shall [[spread rumours]], and travel is not punishable.", .asserted),
        ])
    }

    @Test func whatIsEndedIsRuledOutHoweverLongItsClause() throws {
        try checkControls([
            (
                "Sections 4 to 7, under which the Registrar was empowered to [[block websites]] that displeased him without a hearing of any kind, are repealed.",
                .prohibited
            ),
            ("The Registrar may [[block websites]] that displease him, and sections 4 to 7 are repealed.", .asserted),
            (
                "A host that keeps a list must [[remove the content]] of a page if it is contrary to the law.",
                .asserted
            ),
            ("The [[suspension of mobile services]] that the decree imposed in May is lifted.", .prohibited),
            ("The order [[blocking the website]] of the union is set aside.", .prohibited),
            (
                "Hosts with few visitors are exempt from the duty, laid down in Article 4, to [[retain traffic data]].",
                .prohibited
            ),
            (
                "Hosts with few visitors are subject to the duty, laid down in Article 4, to [[retain traffic data]].",
                .asserted
            ),
        ])
        try checkControls(
            [
                ("The reform puts an end to the [[blocking of websites]].", .prohibited),
                ("The Government rejects calls to [[block websites]].", .prohibited),
                ("The Government answers calls and will [[block websites]].", .asserted),
            ], as: .strategy)
    }

    @Test func aConcessionIsNoCondition() throws {
        try checkControls([
            (
                "A journalist shall not, even where a judge has asked, [[disclose subscriber data to the police]].",
                .prohibited
            ),
            ("An officer shall not, unless a judge has asked, [[disclose subscriber data to the police]].", .asserted),
        ])
    }

    @Test func aClauseBelowACommandTellsNothing() throws {
        try checkControls(
            [
                ("The operator shall [[block the website]] and tell nobody that a call was made.", .asserted),
                ("A call was made and the operator [[blocked the website]].", .reported),
            ], as: .other)
    }

    @Test func theVerbOfARelativeClauseIsItsOwn() throws {
        try checkControls(
            [
                ("The Ministry will table a bill under which [[providers must block websites]].", .asserted),
                ("The Ministry will table a bill under which [[providers could block websites]].", .option),
            ], as: .strategy)
    }

    @Test func thePenaltyOfAStemForbids() throws {
        for (stem, stance) in [
            ("A fine of not less than ten crowns shall be imposed on any person who:", Stance.asserted),
            ("A prize of not less than ten crowns shall be given to any person who:", .other),
        ] {
            let drafting = try Drafting("\(stem)\n- [[uses a VPN]];", as: .statute)
            #expect(drafting.mention(.control)?.stance == stance, "\(stem): \(drafting.summary)")
        }
    }

    @Test func whatAnOfficeDoesAndDidIsNotWhatASentenceOrders() throws {
        try checkControls([
            (
                "Who served in an office that [[censored newspapers]] or [[shut down the Internet]] may not sit on the Council.",
                .other
            ),
            ("The office shall [[censor newspapers]].", .asserted),
        ])
    }

    @Test func outsideOfRulesANounOrAnInfinitiveCommandsNothing() throws {
        try checkControls(
            [
                ("The committee weighed the argument that [[banning VPNs]] helps against fraud.", .other),
                ("The choice of the regent was to pay, or to [[ban VPNs]].", .other),
                ("We [[ban VPNs]].", .asserted),
                ("The Government will [[ban VPNs]].", .asserted),
            ], as: .strategy)
    }

    @Test func aPlatformThatAnAuthorityMovesActsForIt() throws {
        try checkControls(
            [
                ("We [[remove online content]] at the request of the Ministry.", .asserted),
                (
                    "We [[remove online content]] whether or not a court has ruled, when the Ministry asks us.",
                    .asserted
                ),
                ("We [[remove online content]] that breaks these rules.", .other),
                ("When the Ministry asks us, we do not [[remove online content]].", .prohibited),
            ], as: .terms)
    }

    @Test func newsTellsOfMeasures() throws {
        let sentence = "From Monday users must [[register under their real names]]."
        for (title, stance) in [
            ("Five things that change this week", Stance.reported), ("Ministry of Networks: notice", .asserted),
        ] {
            let drafting = try Drafting("! \(title)\n\(sentence)", as: .press)
            #expect(drafting.mention(.control)?.stance == stance, "\(title): \(drafting.summary)")
        }
        try checkControls([("You must [[register under your real names]].", .asserted)], as: .press)
    }

    @Test func whatPeopleAreForbiddenToWatchIsNoControl() throws {
        try checkControls([
            ("No person shall [[intercept any communication]] unless the sender has agreed.", .prohibited),
            ("No officer shall [[intercept any communication]] unless the sender has agreed.", .asserted),
            (
                "Except where the police inspect private communications, no person may [[inspect private communications]].",
                .asserted
            ),
        ])
    }

    @Test func whoIsPunishedForNotDoingItIsMadeToDoIt() throws {
        try checkControls([
            ("Failure to [[retain traffic data]] is punishable by a fine.", .asserted),
            ("Whoever refrains from [[handing over the decryption key]] shall be imprisoned.", .asserted),
            ("Carriers refrain from [[retaining traffic data]].", .prohibited),
            ("No officer who [[blocks a website]] is punished.", .prohibited),
        ])
    }

    @Test func theFormAndTheEndOfAMeasureAreNotTheMeasure() throws {
        try checkControls([
            ("The court may review the [[blocking order]].", .other),
            ("The Authority may issue the [[blocking order]].", .asserted),
            ("A [[blocking order]] shall state the reasons.", .other),
            ("A [[blocking order]] shall take effect at once.", .asserted),
            ("The Authority shall publish a description of the [[blocking order]].", .other),
            ("The Minister may issue [[blocking orders]] and shall state the reasons.", .asserted),
            ("This Act applies to bodies that [[retain traffic data]].", .other),
            ("This Act obliges bodies to [[retain traffic data]].", .asserted),
            ("The request must indicate the reasons for the [[blocking of websites]].", .other),
            ("The request must lead to the [[blocking of websites]].", .asserted),
            ("The [[interception of communications]] shall be used only as a last resort.", .other),
            ("The [[interception of communications]] shall be used at once.", .asserted),
        ])
    }

    @Test func whatThePersonConcernedAsksForIsNoControl() throws {
        try checkControls([
            ("Carriers may [[block websites]] only at the express request of the subscriber.", .other),
            ("Carriers may [[block websites]] only at the express request of the Ministry.", .asserted),
            ("Carriers shall [[block websites]] at the request of any user.", .asserted),
            ("Carriers may [[block websites]] unless the user chooses otherwise.", .asserted),
        ])
    }

    @Test func theOffenceAfterItsPenaltyIsForbidden() throws {
        try checkControls([
            (
                "A person commits an offence if (a) a call is made; and (b) the [[interception is carried out]] at night.",
                .prohibited
            ),
            ("A person must do two things: (a) make a call; and (b) [[intercept any communication]].", .asserted),
            ("Any act intended to [[intercept any communication]] shall constitute an offence.", .prohibited),
            ("Any act of the Minister may [[block websites]] for good.", .asserted),
            (
                "Subject to section 2, any person who authorises others to [[block websites]] for good is guilty of an offence.",
                .prohibited
            ),
            (
                "Subject to section 2, any person who is required to [[block websites]] for good is guilty of an offence.",
                .asserted
            ),
        ])
    }

    @Test func aMeasureWithItsVerbThatOpensTheSentenceIsNotWhatItOrders() throws {
        try checkControls([
            ("After [[a website is banned]], its owner may apply to the Minister.", .other),
            ("[[A website is banned]], and its owner may apply to the Minister.", .asserted),
        ])
    }

    @Test func whatIsForbiddenEndsBeforeAVerbOfItsOwn() throws {
        try checkControls([
            ("So that news may be free from error, carriers shall [[block websites]].", .asserted),
            ("Carriers shall refrain from jamming, filtering and [[blocking websites]].", .prohibited),
        ])
    }

    @Test func aPhraseWithAVerbOfItsOwnTakesItsForceFromIt() throws {
        try checkControls([
            ("If what people may read is at stake, [[the press shall be subject to prior censorship]].", .asserted),
            (
                "If what people shall read is at stake, [[the press may not be subject to prior censorship]].",
                .prohibited
            ),
        ])
    }

    @Test func aPassiveInThePastTellsAStoryOutsideOfLaw() throws {
        let sentence = "[[The website was blocked]] for good, and its owner was fined."
        try checkControls([(sentence, .reported)], as: .other)
        try checkControls([(sentence, .asserted)])
        try checkControls([("[[The website is blocked]] for good, and its owner is fined.", .asserted)], as: .other)
    }

    @Test func notSubjectToIsANegationAndNoCondition() throws {
        try checkControls([
            ("[[The press must not be subject to any prior censorship]].", .prohibited),
            ("[[The press must be subject to prior censorship]].", .asserted),
        ])
    }

    @Test func aConditionThatOpensTheSentenceIsNotWhatItOrders() throws {
        try checkControls([
            ("Where [[the website is blocked]] for good, its owner shall be told.", .other),
            ("[[The website is blocked]] for good, and its owner shall be told.", .asserted),
        ])
    }

    @Test func anItemThatBeginsWithAnInfinitiveIsADutyOrAPower() throws {
        try checkControls([
            ("4. To [[intercept any communication]] and, in time of war, to read letters.", .asserted),
            ("4. Not to [[intercept any communication]] and not to read letters.", .prohibited),
            ("To [[intercept any communication]] is a matter of technique.", .other),
            ("9) [[block websites]] for the time of the war;", .asserted),
            ("9 times they [[block websites]] for the time of the war;", .other),
        ])
    }

    @Test func whatATermIsDefinedByIsNoControl() throws {
        try checkControls([
            ("Concealed means shall be understood as devices that [[intercept any communication]].", .other),
            ("Concealed means shall be used, and devices that [[intercept any communication]].", .asserted),
        ])
    }

    @Test func anItemHangsOnWhatItsListOpensWith() throws {
        try checkControls([
            ("The Minister may: (1) prohibit strikes; (2) [[block websites]].", .asserted),
            ("The Minister shall not: (1) order strikes; (2) [[block websites]].", .prohibited),
        ])
    }

    @Test func aDemandForbidsWhatItCondemns() throws {
        try checkControls(
            [
                ("States must refrain from [[Internet shutdowns]], which violate human rights.", .prohibited),
                ("States resort to [[Internet shutdowns]], which violate human rights.", .critique),
            ], as: .critique)
    }

    @Test func theOffenceIsForbiddenFromItsOffenderToItsPenalty() throws {
        try checkControls([
            (
                "Any person who, by means of a device or on behalf of others, [[intercepts any communication]] is guilty of an offence.",
                .prohibited
            ),
            (
                "Any person who, by means of a device or on behalf of others, shall [[intercept any communication]] on demand and does not is guilty of an offence.",
                .asserted
            ),
        ])
    }

    @Test func anOffenceWhosePenaltyStandsElsewhereForbids() throws {
        try checkControls([
            ("Whoever in time of war, and before a crowd, [[publishes false news]] about the army.", .asserted),
            ("Whoever in time of war, and before a crowd, [[publishes false news]] may be heard.", .other),
            ("A page to which the public has access, and on which somebody [[publishes false news]].", .other),
        ])
    }

    @Test func whatIsForbiddenExceptAsTheLawProvidesIsForbidden() throws {
        try checkControls([
            ("The State shall not [[censor books]], except in the cases provided for by law.", .prohibited),
            ("The State shall not [[censor books]], except in the cases that the Minister names.", .asserted),
            ("The [[recording of calls]] is prohibited unless it is done with the consent of the user.", .prohibited),
        ])
    }

    @Test func aDoubtInTheConditionIsNoDoubtInThePower() throws {
        try checkControls([
            ("If in his opinion the sale of it would do harm, the Minister may [[block websites]].", .asserted),
            ("(1) If the sale of it would do harm, the Minister may [[block websites]].", .asserted),
            ("The Minister would perhaps, in a crisis, [[block websites]].", .option),
        ])
    }

    @Test func whatIsForbiddenMayItselfBeToForbid() throws {
        try checkControls([
            ("The State shall not: (a) meddle; or (b) [[prohibit the use of encryption]].", .prohibited),
            ("The State shall: (a) watch; and (b) [[prohibit the use of encryption]].", .asserted),
            (
                "The police may, without authorisation of the prosecutor: (a) knock; or (b) [[intercept any message]].",
                .asserted
            ),
        ])
    }

    @Test func aListWithinAParagraphHangsOnTheWordsBeforeIt() throws {
        try checkControls([
            ("An officer may do the following: 1. Open the door. 2. [[Block websites]].", .asserted),
            ("An officer opens the door. 2. [[Block websites]].", .other),
            ("No officer shall: (a) sleep; or (b) [[block websites]].", .prohibited),
        ])
    }

    @Test func anItemOfAStatuteWithoutItsStemIsARule() throws {
        try checkControls([
            ("(iii) the [[blocking of websites]] by carriers; and", .asserted),
            ("The [[blocking of websites]] by carriers; and", .other),
        ])
        try checkControls([("(iii) the [[blocking of websites]] by carriers; and", .reported)], as: .press)
    }

    @Test func aRelativeClauseOnlySaysOfWhatATextSpeaks() throws {
        try checkControls(
            [
                ("The criteria under which [[websites can be blocked]] are vague.", .other),
                ("In a crisis [[websites can be blocked]].", .asserted),
            ], as: .other)
    }

    @Test func thePunishmentOfPublishingRestrictsPeople() throws {
        try checkControls([
            ("A person who [[posts a statement]] that is false commits an offence.", .asserted),
            ("A person who [[blocks a website]] commits an offence.", .prohibited),
        ])
    }

    @Test(
        arguments: [
            [
                ("Carriers shall [[block the website]].", .asserted),
                ("Carriers shall not [[block the website]].", .prohibited),
            ],
            [
                ("The Authority may [[block websites]].", .asserted),
                ("The Authority may not [[block websites]].", .prohibited),
            ],
            [
                ("States must [[shut down the Internet]].", .asserted),
                ("States must never [[shut down the Internet]].", .prohibited),
            ],
            [
                ("The police may [[intercept any communication]].", .asserted),
                ("The police must not [[intercept any communication]].", .prohibited),
            ],
            [
                ("An operator shall [[retain traffic data]] for a year.", .asserted),
                ("No operator shall [[retain traffic data]] for a year.", .prohibited),
            ],
        ] as [[(text: String, stance: Stance)]])
    func negationTurnsDutyIntoProhibition(pair: [(text: String, stance: Stance)]) throws { try checkControls(pair) }

    @Test func negationInsideTheSubjectLeavesTheVerbAlone() throws {
        try checkControls([
            ("Satellite terminals not approved by the Ministry shall be [[blocked by carriers]].", .asserted),
            ("A carrier that has not registered shall [[block websites]].", .asserted),
            ("Under this Act no carrier shall [[block websites]].", .prohibited),
        ])
    }

    @Test func controlThatNamesItsOwnActorLaysDownARule() throws {
        try checkControls([
            ("A host [[answers for all that its customers publish]].", .asserted),
            ("The licence ends where a host [[answers for all that its customers publish]].", .other),
        ])
    }

    @Test func forbiddingToCompelIsNoControl() throws {
        try checkControls([
            ("It shall be the duty of a journalist to [[disclose the source of published information]].", .asserted),
            (
                "It shall be prohibited to require a journalist to [[disclose the source of published information]].",
                .prohibited
            ),
        ])
    }

    @Test func conductIsForbiddenByWhatFollowsToo() throws {
        try checkControls([
            ("Distribution of [[advice on getting round restrictions]] is not allowed.", .asserted),
            ("Distribution of [[advice on getting round restrictions]] is allowed.", .other),
        ])
    }

    @Test func criticSpeaksOfAMeasureWithoutOrderingIt() throws {
        try checkControls([("Mandatory [[age checks]] turn every visit into a parade.", .critique)], as: .critique)
        try checkControls(
            [("The ministry says that its [[filter blocks websites]] of thieves.", .reported)], as: .critique)
        try checkControls(
            [("The clause would allow an inspector to [[intercept any communication]].", .critique)], as: .critique)
    }

    @Test func personWhoMayBeBarredChoosesNothing() throws {
        try checkControls([("A person may be [[forbidden to use the internet]] by the Commissioner.", .asserted)])
    }

    @Test(
        arguments: [
            [
                ("The Authority shall not [[block a website]].", .prohibited),
                ("The Authority shall not [[block a website]] unless a court orders it.", .asserted),
            ],
            [
                ("The police shall not [[intercept communications]].", .prohibited),
                (
                    "The police shall not [[intercept communications]] except under a warrant issued by a judge.",
                    .asserted
                ),
            ],
        ] as [[(text: String, stance: Stance)]])
    func conditionTurnsProhibitionIntoPower(pair: [(text: String, stance: Stance)]) throws { try checkControls(pair) }

    @Test(
        arguments: [
            [
                ("Nothing in this Act prevents the Director from [[blocking access to a website]].", .asserted),
                ("Nothing in this Act authorises the Director to [[block access to a website]].", .prohibited),
            ],
            [
                ("The Minister is not prevented from [[blocking websites]].", .asserted),
                ("The Minister is not permitted to [[block websites]].", .prohibited),
            ],
        ] as [[(text: String, stance: Stance)]])
    func doubleNegationIsAPower(pair: [(text: String, stance: Stance)]) throws { try checkControls(pair) }

    @Test(
        arguments: [
            [
                ("No person shall [[use a virtual private network]].", .asserted),
                ("Any person may [[use a virtual private network]].", .other),
            ],
            [
                ("A person who [[spreads false information]] commits an offence.", .asserted),
                ("A person who [[spreads false information]] may correct it.", .other),
            ],
        ] as [[(text: String, stance: Stance)]])
    func forbiddenConductIsAControl(pair: [(text: String, stance: Stance)]) throws { try checkControls(pair) }

    @Test func removedWarrantLeavesThePowerStanding() throws {
        try checkControls([
            ("The police may [[intercept any communication]] with a warrant.", .asserted),
            ("The police may [[intercept any communication]] without a warrant.", .asserted),
        ])
    }

    @Test(
        arguments: [
            [
                ("Carriers shall not only [[block the website]] but also report its owner.", .asserted),
                ("Carriers shall not [[block the website]] or report its owner.", .prohibited),
            ],
            [
                ("Carriers shall [[block the website]] without delay.", .asserted),
                ("Carriers shall not [[block the website]] without delay.", .prohibited),
            ],
        ] as [[(text: String, stance: Stance)]])
    func pseudoNegationNegatesNothing(pair: [(text: String, stance: Stance)]) throws { try checkControls([pair[0]]) }

    @Test(
        arguments: [
            [
                ("The ministry will [[block websites]].", .asserted),
                ("The ministry could [[block websites]].", .option),
            ],
            [
                ("Providers are required to [[remove harmful content]].", .asserted),
                ("Providers are encouraged to [[remove harmful content]].", .option),
            ],
            [
                ("We will [[ban anonymous accounts]].", .asserted),
                ("We may consider whether to [[ban anonymous accounts]].", .option),
            ],
        ] as [[(text: String, stance: Stance)]])
    func softModalTurnsAssertionIntoOption(pair: [(text: String, stance: Stance)]) throws {
        try checkControls(pair, as: .strategy)
    }

    @Test(
        arguments: [
            [
                ("The Minister said that platforms must [[remove false news]].", .reported),
                ("The Minister orders that platforms must [[remove false news]].", .asserted),
            ],
            [
                ("According to the Minister, carriers shall [[block websites]].", .reported),
                ("According to section 4, carriers shall [[block websites]].", .asserted),
            ],
            [
                ("Last year the government [[shut down the Internet]].", .reported),
                ("Next month the government will [[shut down the Internet]].", .asserted),
            ],
        ] as [[(text: String, stance: Stance)]])
    func reportIsNotAssertion(pair: [(text: String, stance: Stance)]) throws { try checkControls(pair, as: .other) }

    @Test func reportingVerbBindsNothingInAStatute() throws {
        try checkControls(
            [("A person who is said to have [[spread false information]] commits an offence.", .asserted)], as: .statute
        )
    }

    @Test(
        arguments: [
            [
                ("Some argue that carriers should [[block websites]]. We disagree.", .critique),
                ("Some argue that carriers should [[block websites]]. They disagree.", .reported),
            ],
            [
                ("Carriers must [[shut down the network]]. This is wrong.", .critique),
                ("Carriers must [[shut down the network]]. This is law.", .asserted),
            ],
        ] as [[(text: String, stance: Stance)]])
    func evaluationInTheNextSentenceSettlesTheStance(pair: [(text: String, stance: Stance)]) throws {
        try checkControls(pair, as: .other)
    }

    @Test func evaluationTwoSentencesOnSettlesNothing() throws {
        try checkControls(
            [("Carriers must [[block websites]]. They must do it today. This is wrong.", .asserted)], as: .other)
    }

    @Test(
        arguments: [
            [
                ("Under the pretext of public order, the government will [[shut down the Internet]].", .critique),
                ("For the protection of public order, the government will [[shut down the Internet]].", .asserted),
            ],
            [
                ("In the name of safety, governments [[block websites]].", .critique),
                ("In the interest of safety, the government will [[block websites]].", .asserted),
            ],
        ] as [[(text: String, stance: Stance)]])
    func pretextExposesAControl(pair: [(text: String, stance: Stance)]) throws { try checkControls(pair, as: .other) }

    @Test func longQuotationIsARepeatedSpeech() throws {
        try checkControls(
            [
                (
                    "The draft reads: “The Authority may [[block websites]] that it finds harmful to the public.”",
                    .reported
                )
            ], as: .other)
    }

    @Test func quotedBlockIsReported() throws {
        try checkControls(
            [
                ("> The Authority shall [[block websites]].", .reported),
                ("The Authority shall [[block websites]].", .asserted),
            ], as: .other)
    }

    @Test(
        arguments: [
            [("Block inbound port 23 and [[filter traffic]] at the router.", .technical)]
        ] as [[(text: String, stance: Stance)]])
    func engineeringIsTechnical(cases: [(text: String, stance: Stance)]) throws {
        for (text, _) in cases {
            let drafting = try Drafting(text, as: .technical)
            #expect(
                drafting.report.mentions.allSatisfy { $0.family != .control || $0.stance == .technical },
                "\(drafting.summary)")
            #expect(drafting.verdict?.band == Band.none, "\(drafting.summary)")
        }
    }

    @Test func technicalTextAssertsNothingButAnAuthorityDoes() throws {
        try checkControls(
            [
                ("Operators should [[retain traffic data]] for thirty days.", .technical),
                ("The Authority may [[retain traffic data]] for thirty days.", .asserted),
            ], as: .technical)
    }

    @Test func usersOwnChoiceIsNoControl() throws {
        try checkControls(
            [
                ("Users may [[retain traffic data]].", .other),
                ("The Authority may [[retain traffic data]].", .asserted),
            ], as: .guidance)
    }

    @Test func refrainingFromAMeasureForbidsIt() throws {
        try checkControls([
            ("States shall refrain from [[shutting down the Internet]].", .prohibited),
            ("States shall proceed to [[shut down the Internet]].", .asserted),
        ])
    }

    // MARK: Lists

    @Test(
        arguments: [
            [
                ("The Authority may:\n- [[block websites]];", .asserted),
                ("The Authority may not:\n- [[block websites]];", .prohibited),
            ],
            [
                ("Carriers shall:\n- [[block websites]];", .asserted),
                ("Carriers could:\n- [[block websites]];", .option),
            ],
            [
                ("States shall:\n- [[shut down the Internet]];", .asserted),
                ("States shall never:\n- [[shut down the Internet]];", .prohibited),
            ],
        ] as [[(text: String, stance: Stance)]])
    func listItemInheritsTheForceOfItsStem(pair: [(text: String, stance: Stance)]) throws { try checkControls(pair) }

    @Test func stemReachesTheSecondLevel() throws {
        try checkControls([
            ("The Authority may:\n- as to networks,\n-- [[block websites]];", .asserted),
            ("The Authority shall not:\n- as to networks,\n-- [[block websites]];", .prohibited),
        ])
    }

    @Test func ownModalOutweighsTheStem() throws {
        try checkControls([("The Authority may:\n- it shall not [[block websites]];", .prohibited)])
    }

    @Test func stemEndsWithItsList() throws {
        try checkControls([
            ("The Authority shall not:\n- act in haste;\nThe Authority may [[block websites]].", .asserted)
        ])
    }

    @Test func stemInOneSentenceProjectsAcrossAColon() throws {
        try checkControls([
            ("The Authority may not do the following: [[block websites]] or cut off users.", .prohibited),
            ("The Authority may do the following: [[block websites]] or cut off users.", .asserted),
        ])
    }

    // MARK: Clauses

    @Test(
        arguments: [
            [
                ("The Authority shall not tax users, but it may [[block websites]].", .asserted),
                ("The Authority shall not tax users; it may [[block websites]].", .asserted),
                ("The Authority shall not tax users; however, it shall [[block websites]].", .asserted),
            ]
        ] as [[(text: String, stance: Stance)]])
    func negationEndsWithItsClause(cases: [(text: String, stance: Stance)]) throws { try checkControls(cases) }

    @Test(
        arguments: [
            [("Neither the police nor the Minister may [[intercept calls]].", .prohibited)],
            [("No website [[shall be blocked]].", .prohibited)],
            [("Carriers are not required to [[retain traffic data]].", .prohibited)],
            [("Carriers are required not to [[retain traffic data]].", .prohibited)],
            [("The Authority can’t [[block websites]].", .prohibited)],
            [("The Minister won't [[shut down the Internet]].", .prohibited)],
        ] as [[(text: String, stance: Stance)]])
    func negationIsReadInEveryForm(cases: [(text: String, stance: Stance)]) throws { try checkControls(cases) }

    @Test func exceptionForACourtOpensAPassiveProhibition() throws {
        try checkControls([("No website [[shall be blocked]] except by order of a court.", .asserted)])
    }

    @Test func commaDoesNotEndANegation() throws {
        try checkControls([("The Authority shall not, whatever the reason, [[block websites]].", .prohibited)])
    }

    @Test func provisoReturnsAPower() throws {
        try checkControls([
            (
                "No website shall be blocked, provided that the Minister may [[shut down the Internet]] in an emergency.",
                .asserted
            )
        ])
    }

    @Test func doubtOfAClauseOfItsOwnLeavesThePowerAlone() throws {
        try checkControls([
            ("Where delay would be prejudicial, the Authority may [[block the website]].", .asserted),
            ("Posts that would offend the clergy may be [[removed by the host]] on order.", .asserted),
            ("It would be possible that the Authority may [[block the website]].", .option),
        ])
    }

    @Test func conditionWithinTheControlIsTheControl() throws {
        try checkControls([
            ("No operator shall [[activate a line unless the passport]] of the buyer is copied.", .asserted),
            ("No operator shall [[retain traffic data]] of its users.", .prohibited),
        ])
    }

    @Test func statuteLaysDownInThePassive() throws {
        try checkControls([("In the cases of Annex 2, [[the website is blocked]].", .asserted)])
        try checkControls([("Where [[the website is blocked]], its owner is told within a day.", .other)])
        try checkControls([("In the cases of Annex 2, [[the website is blocked]].", .other)], as: .speech)
    }

    @Test func whatAnAuthorityMayNotPublishRestrictsNobody() throws {
        try checkControls([
            ("No person shall [[publish false news]] about the army.", .asserted),
            ("The Ministry shall not [[publish false news]] about the army.", .other),
        ])
    }

    @Test func aStatuteNamesAnOmissionToPunishIt() throws {
        try checkControls([
            ("The host fails to [[block access to the website]].", .asserted),
            ("The host shall not [[block access to the website]].", .prohibited),
        ])
        try checkControls([("The host fails to [[block access to the website]].", .prohibited)], as: .strategy)
    }

    @Test func aPromiseToTellNobodyIsNoSecrecyOverWhatItNames() throws {
        try checkControls(
            [
                ("We will not [[disclose your identity to anyone associated with the reported account]].", .prohibited),
                (
                    "We will not tell anyone that we [[disclose your identity to anyone associated with the reported account]].",
                    .asserted
                ),
            ], as: .terms)
    }

    @Test func whatAPeriodIsForIsNoMeasure() throws {
        try checkControls(
            [
                ("The notice names [[the period for which this data will be stored]].", .other),
                ("[[Hosts will retain traffic data]] for a year.", .asserted),
                ("[[Bloggers who write about the army will need a permit]].", .asserted),
            ], as: .guidance)
    }

    @Test func whatThePronounForOthersDoesIsTold() throws {
        try checkControls(
            [
                ("They would [[require all platforms to scan messages]].", .reported),
                ("The Authority would [[require all platforms to scan messages]].", .option),
            ], as: .other)
        try checkControls([("They would [[require all platforms to scan messages]].", .option)], as: .strategy)
    }

    @Test func anArticleGoesOnWithWhatItTold() throws {
        let law = "Parliament adopted a law that makes hosts [[remove insults]]."
        for (next, stance) in [
            ("[[Hosts must retain traffic data]] for a year.", Stance.reported),
            ("We must make [[hosts retain traffic data]] for a year.", .asserted),
        ] {
            let drafting = try Drafting("\(law) \(next)", as: .other)
            #expect(drafting.mentions(.control, at: 1).first?.stance == stance, "\(next): \(drafting.summary)")
        }
        let speech = try Drafting("\(law) [[Hosts must retain traffic data]] for a year.", as: .speech)
        #expect(speech.mentions(.control, at: 1).first?.stance == .asserted, "\(speech.summary)")
    }

    @Test func anItemThatBeginsWithAMeasureOrdersIt() throws {
        try checkControls([
            ("b. [[Monitor all types of letters, phone calls]] and newspapers.", .asserted),
            ("The bureau knows how to [[monitor all types of letters, phone calls]] and newspapers.", .other),
        ])
    }

    @Test func whoMustNotPublishIsBound() throws {
        let news = "[[broadcasting news material that may be interpreted against the security forces]]"
        try checkControls([
            ("The media shall refrain from \(news).", .asserted),
            ("The Ministry shall refrain from \(news).", .prohibited),
            ("Carriers shall refrain from [[blocking websites]].", .prohibited),
            (
                "The media must ban or [[restrict broadcasting those materials which deteriorate the morale of the public]].",
                .asserted
            ),
        ])
    }

    @Test func whatIsLackingIsACondition() throws {
        try checkControls([
            ("Nobody may [[publish a newspaper who does not hold a licence]].", .asserted),
            ("[[Blocking of the website]] falls within the competence of the prefect.", .asserted),
            ("[[The exercise of journalism presupposes registration with the bureau]].", .asserted),
        ])
    }

    @Test func aBanOnWhatLacksLeaveIsACondition() throws {
        try checkControls([
            ("Operators shall not connect [[users who have not been identified]].", .asserted),
            ("No person shall [[perform songs that have not been approved by]] the Council.", .asserted),
            ("Operators shall not [[retain traffic data]].", .prohibited),
        ])
    }

    @Test func commasInsertIntoAVerbWhatDoesNotPartIt() throws {
        try checkControls([
            ("The [[newspaper may, by order of the prefect, be suspended]].", .asserted),
            ("The official who is on duty may, if he sees fit, [[block the website]].", .asserted),
        ])
    }

    @Test func aProvisionNumberIsNoDate() throws {
        try checkControls([
            ("An officer named under section 3 may [[block the website]].", .asserted)
        ])
    }

    @Test func theSecondOfTwoVerbsIsNoOption() throws {
        try checkControls([
            ("The Minister may examine the matter and [[suspend the newspaper]].", .asserted),
            ("The Minister may consider blocking pages and [[suspending the newspaper]].", .option),
        ])
    }

    @Test func aBanOnPeopleProtectsNobody() throws {
        try checkControls([
            ("Foreigners are [[barred from operating news sites]].", .asserted),
            ("The Agency is barred from [[blocking websites]].", .prohibited),
            ("[[Accounts that are not linked to an identity number cannot]] be used.", .asserted),
        ])
    }

    @Test func aProviderThatResistsRemovesNothing() throws {
        try checkControls([
            ("A [[host shall reject a request to take down lawful content]].", .prohibited)
        ])
    }

    @Test func anItemHangsOnTheVerbAndNotOnTheNounOfAnother() throws {
        try checkControls([
            (
                "In the zone it shall be allowed: to take measures on prohibition of traffic; to [[suspend the operation of networks]].",
                .asserted
            )
        ])
    }

    @Test func anOrderOfThePastIsTold() throws {
        try checkControls(
            [
                ("The respondent ordered all providers to [[block the website]].", .reported)
            ], as: .other)
    }

    @Test func whoCommandsInPersonTellsNothing() throws {
        try checkControls(
            [
                (
                    "A mother told me that her son was hurt. I [[call on the platforms to take down]] what people find offensive.",
                    .asserted
                )
            ], as: .speech)
    }

    @Test func wordingThatAnAmendmentInsertsIsNoQuotation() throws {
        try checkControls(
            [
                ("I move amendment 16, to insert: “The Minister may [[block any site]].”", .asserted),
                ("I repeat what he said: “The Minister may [[block any site]].”", .reported),
            ], as: .transcript)
    }

    @Test func whatAPersonIsOrderedToDoIsNoChoice() throws {
        try checkControls([
            ("[[Letters of persons under investigation may be seized and opened]].", .asserted),
            ("A [[user may be ordered to hand over his password]] to the police.", .asserted),
            ("A customer may [[require a platform to remove photographs]] of her.", .other),
            ("A court that hears a user may [[require a platform to remove photographs]].", .asserted),
            ("Users may [[retain traffic data]].", .other),
        ])
    }

    @Test func whatShallBeProhibitedIsNotOrdered() throws {
        try checkControls([
            ("[[Monitoring of communications]] shall be prohibited.", .prohibited),
            ("When the session ends, [[monitoring of communications]] shall be prohibited.", .prohibited),
            ("[[Monitoring of communications]] shall be ordered by the bureau.", .asserted),
        ])
    }

    @Test func whatSomebodyIsOrderedToLeaveUndoneIsForbidden() throws {
        let matter = "[[refrain from broadcasting any particular matter]]"
        try checkControls([
            ("The Minister may direct the Authority in writing to \(matter).", .asserted),
            ("Stations shall \(matter).", .asserted),
            ("The Authority shall \(matter).", .other),
        ])
    }

    @Test func aNegationBetweenCommasNegatesNothingElse() throws {
        try checkControls([
            (
                "The Government may [[restrict, without affecting its essence, the broadcasting of radio and television]].",
                .asserted
            ),
            ("The Government shall not, as long as the law stands, [[block websites]].", .prohibited),
        ])
    }

    @Test func aRelativeClauseSaysOfWhichActorTheSentenceSpeaks() throws {
        try checkControls([
            ("An operator that [[interrupts the video service]] owes compensation to its customers.", .other),
            ("The operator [[interrupts the video service]].", .asserted),
        ])
    }

    @Test func wordsThatAffirmARightRuleOutTheControlThatTheyName() throws {
        try checkControls([
            ("Illegal seizure of notes or [[closure of newspapers]] is punished by a fine.", .prohibited),
            ("[[Closure of newspapers]] is ordered by the prefect.", .asserted),
        ])
    }

    @Test func aLooseWordOutsideOfRulesNeedsWhoIsMadeToAct() throws {
        try checkControls(
            [
                ("Readers must know how to live with [[web censorship]].", .other),
                ("The Government shall introduce [[web censorship]].", .asserted),
            ], as: .other)
    }

    @Test func attemptOfOthersIsReportedAndOnesOwnIsNot() throws {
        try checkControls([("The last cabinet tried to [[ban the messaging app]].", .reported)], as: .transcript)
        try checkControls([("We tried to [[ban the messaging app]].", .option)], as: .transcript)
    }

    // MARK: Cues

    @Test func decisionKeepsItsCue() throws {
        let drafting = try Drafting("The Authority [[may not]] block websites.")
        let mention = try #require(drafting.report.mentions.first { $0.family == .control })
        let cues = mention.cues.filter { $0.axis == "polarity" || $0.axis == "modality" }.compactMap(\.span)
        #expect(cues.contains { drafting.words($0).contains("may") }, "\(mention.cues)")
        #expect(cues.contains { drafting.words($0).contains("not") }, "\(mention.cues)")
    }

    @Test(arguments: [
        ("The Authority may block websites.", "authority"), ("Carriers shall block websites.", "provider"),
    ])
    func actorIsNoted(text: String, actor: String) throws {
        let drafting = try Drafting(text)
        let control = try #require(drafting.report.mentions.first { $0.family == .control })
        #expect(control.cues.contains { $0.axis == "actor" && $0.value == actor }, "\(control.cues)")
    }
}
