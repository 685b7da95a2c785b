import Testing
import TextModel

@testable import Analysis

/// Rules that bind without a modal verb, bans that leave a way around, and what other countries' laws say, in pairs that
/// differ by a word or a clause.
struct PresentRuleTests {
    @Test func aBanThatTheExecutiveCanLiftIsItsPower() throws {
        try checkControls([
            ("[[Interception of messages]] is prohibited.", .prohibited),
            ("[[Interception of messages]] is prohibited, save where the Director so decides.", .asserted),
            ("[[Interception of messages]] is prohibited, save where a judge so decides.", .prohibited),
            ("Whoever, save on the order of the Minister, [[blocks websites]] is guilty of an offence.", .prohibited),
        ])
    }

    @Test func aNegationWithItsConditionForbids() throws {
        try checkControls([
            ("No [[SIM card is sold without an identity document]].", .asserted),
            ("No [[newspaper appears without the authorisation]] of the Minister.", .asserted),
            ("[[News on the army is not published without the approval]] of the General Staff.", .asserted),
            ("No [[subscriber shall be disconnected]] without an order of the Minister.", .asserted),
            ("No [[subscriber shall be disconnected]] without good reason.", .prohibited),
        ])
    }

    @Test func aNegatedVerbAfterItsSubjectForbids() throws {
        try checkControls([
            ("The [[blocking of websites]] shall not be admitted.", .prohibited),
            ("The [[blocking of websites]] shall not be impeded.", .asserted),
        ])
    }

    @Test func aRelativeClauseNegatesItsOwnVerb() throws {
        try checkControls([
            ("An [[account whose holder cannot be identified is closed]] by the operator.", .asserted)
        ])
    }

    @Test func aPhraseThatRunsIntoTheNextClauseDoesNotTakeItsVerb() throws {
        try checkControls([
            (
                "The Office may issue these orders: an [[order to disable access or an order to remove, where the content]] is illegal.",
                .asserted
            )
        ])
    }

    @Test func aStatuteStatesWhatItOrders() throws {
        try checkControls([
            ("Before posting, users [[verify their real identity]].", .asserted),
            ("[[Livestreaming requires a permit]] of the Council.", .asserted),
            ("No warrant is needed for the [[interception of messages]].", .asserted),
            ("The report speaks of the [[interception of messages]].", .other),
        ])
    }

    @Test func aPlanNeedsNoSubject() throws {
        try checkControls(
            [
                ("[[Block access to foreign websites]].", .asserted),
                ("Build a [[national firewall]].", .asserted),
                ("The report is about how to [[block access to foreign websites]].", .other),
            ], as: .strategy)
    }

    @Test func aSpeakerOwnsWhatTheGovernmentDid() throws {
        try checkControls(
            [
                ("We have [[shut down the Internet]] in two regions.", .asserted),
                ("We have never [[shut down the Internet]].", .prohibited),
            ], as: .speech)
    }

    @Test func whatNeedsAPermitIsNobodysOwnChoice() throws {
        try checkControls([
            ("Anyone may [[publish a newspaper upon approval by the Ministry]].", .asserted),
            ("The operator [[closes the account]] at the request of its holder.", .other),
        ])
    }

    @Test func whoIsPunishedForDoingItRulesItOut() throws {
        try checkControls([
            (
                "A person who, without lawful excuse, or in excess of a justification, and by technical means, [[intercepts any transmission]] of data is guilty of an offence.",
                .prohibited
            ),
            (
                "If any officer of the Post Office, contrary to his duty, [[opens any postal packet]] in course of transmission, he is guilty of an offence.",
                .prohibited
            ),
            ("An officer who does not [[block a website]] is guilty of an offence.", .asserted),
        ])
    }

    @Test func aRightToRefuseForbids() throws {
        try checkControls([
            ("Editors have the right to refuse to [[answer questions about the author]].", .prohibited),
            (
                "There is no duty of scrutiny of what is to be [[transmitted in a programme, nor may it be made subject to any requirement for prior permission]].",
                .prohibited
            ),
        ])
    }

    @Test func theLawOfAnotherCountryIsTold() throws {
        for (kind, stance) in [(DocumentKind.other, Stance.reported), (.statute, .asserted)] {
            try checkControls(
                [
                    ("In Turkey, the Authority may [[block websites]].", stance),
                    ("Under Chinese law users must [[register with their real names]].", stance),
                ], as: kind)
        }
        try checkControls(
            [
                ("In Turkey, we must [[block websites]].", .asserted),
                ("The Authority may [[block websites]] in Turkey.", .asserted),
            ], as: .other)
    }
}
