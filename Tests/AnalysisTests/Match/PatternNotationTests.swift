import Testing

@testable import Analysis

/// Every sign of the pattern notation, each with a text that it matches at the marks and one that it does not.
struct PatternNotationTests {
    private func check(_ pattern: String, _ marked: String, _ location: SourceLocation = #_sourceLocation) throws {
        let text = MarkedText(marked)
        let lexicon = try TinyLexicon(
            .value(pattern), .noun(.authority, "minister", "ministry of [justice|truth]"), .noun(.user, "person+"))
        #expect(lexicon.found(in: text.text) == text.words.map { "K0 " + $0 }, sourceLocation: location)
    }

    @Test(arguments: [
        ("block", "They [[block]] it, blocking and blocked; Unblock it."),
        ("block", "[[BLOCK]] and [[Block]]"),
        ("real name", "a [[real name]] and a real nice name"),
        ("real-name", "a [[real-name]] rule, a [[real name]], a realname"),
        ("don't", "They [[don’t]] and do not."),
    ])
    func plainWordIsThatFormOnly(pattern: String, marked: String) throws { try check(pattern, marked) }

    @Test(arguments: [
        ("block+", "[[Block]], [[blocks]], [[blocked]], [[blocking]], blockage"),
        ("police+", "[[police]], [[policed]], [[policing]]"),
        ("deny+", "[[deny]], [[denies]], [[denied]], [[denying]]"),
        ("centralisation", "[[centralisation]] or [[centralization]]"),
        ("[ban|shut down]+ sites", "They [[ban sites]] and [[shut down sites]]; [[banning sites]]"),
        ("[shut|switch]+ off", "[[Switched off]] and [[shut off]]; shutting it off"),
    ])
    func plusTakesEveryInflection(pattern: String, marked: String) throws { try check(pattern, marked) }

    @Test(arguments: [
        ("encrypt*", "[[encrypt]], [[encryption]], [[Encrypted]], decrypt, encryp"),
        ("über*", "[[Überwachung]] [[über]] alles, oben"),
    ])
    func starTakesEveryWordWithThePrefix(pattern: String, marked: String) throws { try check(pattern, marked) }

    @Test(arguments: [
        ("[ban|shut down] sites", "[[ban sites]]; [[shut down sites]]; shut sites; ban down sites"),
        ("ban [all|any]? sites", "[[ban sites]]; [[ban all sites]]; ban all any sites"),
        ("ban all? sites", "[[ban sites]]; [[ban all sites]]; ban some sites"),
        ("ban [all of the]? sites", "[[ban sites]]; [[ban all of the sites]]; ban all sites"),
    ])
    func bracketsHoldAlternativesAndOptions(pattern: String, marked: String) throws { try check(pattern, marked) }

    @Test(arguments: [
        ("@authority may", "The [[minister may]]; the [[ministry of truth may]]; the ministry may; a person may"),
        ("@authority <2> ban", "The [[minister shall soon ban]] it."),
        ("ban @user", "They [[ban persons]], they ban a person."),
        ("order @authority to", "They [[order ministry of justice to]] act."),
    ])
    func slotTakesANounPhraseOfItsClass(pattern: String, marked: String) throws { try check(pattern, marked) }

    @Test(arguments: [
        ("@number days", "[[30 days]], [[three days]], many days"),
        ("within @number", "[[within 24]] hours, within hours"),
    ])
    func numberSlotTakesFiguresAndNumerals(pattern: String, marked: String) throws {
        try check(pattern, marked)
    }

    @Test(arguments: [
        ("ban … sites", "[[ban sites]] a [[ban a b c d e f sites]]"),
        ("ban … sites", "ban a b c d e f g sites"),
        ("ban ~ sites", "[[ban a b c d e f g h i j k l sites]]"),
        ("ban ~ sites", "ban a b c d e f g h i j k l m sites"),
        ("ban <2> sites", "[[ban a b sites]]; [[ban sites]]; ban a b c sites"),
        ("ban <1> <1> sites", "[[ban a b sites]]; ban a b c sites"),
    ])
    func gapSkipsSoManyWords(pattern: String, marked: String) throws { try check(pattern, marked) }

    @Test(arguments: ["[[ban sites]] sites", "[[ban a sites]] b sites"])
    func gapEndsAtTheNearestWord(marked: String) throws { try check("ban … sites", marked) }

    @Test(arguments: [
        "[[ban or filter sites]]", "[[ban, or filter, sites]]", "[[ban (or filter) sites]]", "[[ban \"all\" sites]]",
        "ban; or filter sites", "ban: all sites", "ban – or filter – sites", "ban - all sites", "ban it. All sites",
        "ban it! All sites",
        "ban or filter; sites",
    ])
    func gapCrossesCommasButNoClauseOrSentence(marked: String) throws { try check("ban … sites", marked) }

    @Test(arguments: [
        ("unless and until", "[[unless and until]]; unless, and until"),
        ("unless , and until", "[[unless and until]]; [[unless, and until]]"),
        ("unless , and until", "unless; and until"),
        ("unless , and until", "unless and, until"),
        ("ban sites", "[[ban \"sites]]\"; [[ban (sites]]); ban, sites"),
    ])
    func commaStandsOnlyWhereThePatternAllowsIt(pattern: String, marked: String) throws { try check(pattern, marked) }

    @Test func patternNeverCrossesASentence() throws {
        try check("ban sites", "They ban. Sites close. [[Ban sites]]. It is a ban! Sites close.")
    }
}
