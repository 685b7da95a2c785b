import Testing

@testable import Analysis

struct TokenTests {
    /// Bars stand between words.
    @Test(arguments: [
        ("end-to-end real-name", "end|to|end|real|name"),
        ("the State's duty", "the|State's|duty"),
        ("the State’s duty", "the|State’s|duty"),
        ("the states' duty", "the|states|duty"),
        ("don't and won’t", "don't|and|won’t"), ("shouldn\u{B4}t", "shouldn\u{B4}t"),
        ("soft\u{AD}hyphen", "soft\u{AD}hyphen"),
        ("U.S. law 3.5 1,000", "U.S|law|3.5|1,000"),
        ("1,23 12,3456 a,100 in 2019,then 1,234,567", "1|23|12|3456|a|100|in|2019|then|1,234,567"),
        ("24/7 and/or", "24|7|and|or"),
        ("«liberté» — „Freiheit“", "liberté|Freiheit"),
        ("naïve Cafe\u{301}", "naïve|Cafe\u{301}"),
        ("日本 свобода", "日本|свобода"),
        ("x\u{200B}y", "x\u{200B}y"),
        ("😀", ""),
        ("4G 3rd", "4G|3rd"),
        // Digits above the line are signs of notes.
        ("Internet¹ access²³, law⁴", "Internet|access|law"),
        // An address is one word.
        ("see https://a.example/block-all_sites?x=1, then", "see|https://a.example/block-all_sites?x=1|then"),
        ("[the list](http://a.example/ban(2)/b) grew", "the|list|http://a.example/ban(2)/b|grew"),
        ("www.a.example/ban-apps.", "www.a.example/ban-apps"),
        ("<https://a.example>", "https://a.example"),
        ("he said: //no", "he|said|no"), ("U.S./Canada v2.0/block", "U.S|Canada|v2.0|block"),
        ("https://", "https"),
    ])
    func wordsAreWhatStandsBetweenMarks(text: String, barred: String) throws {
        #expect(try Segmentation(text).words == barred.split(separator: "|").map(String.init))
    }

    /// Both spellings are one word to the lexicon.
    @Test(arguments: [
        ("State", "STATE"), ("state", "State's"), ("state", "state’s"), ("don't", "DON’T"),
        ("regulation", "regu\u{AD}lation"),
        ("über", "ÜBER"), ("σεισμός", "ΣΕΙΣΜΌς"), ("свобода", "СВОБОДА"), ("liberté", "LIBERTÉ"),
        ("network", "net\u{200B}work"), ("don't", "don\u{B4}t"),
    ])
    func spellingsShareAWordType(one: String, other: String) throws {
        let types = try Segmentation(one + " " + other).tokens.list.map(\.type)
        #expect(types.count == 2)
        #expect(Set(types).count == 1)
    }

    @Test(arguments: [("the", "then"), ("state", "states"), ("ban", "bän"), ("e", "be"), ("no", "n.o")])
    func differentWordsKeepDifferentTypes(one: String, other: String) throws {
        #expect(Set(try Segmentation(one + " " + other).tokens.list.map(\.type)).count == 2)
    }

    @Test(arguments: [
        ("block sites", TokenStream.Break.none), ("block-sites", .none), ("block (sites", .mark),
        ("block \"sites", .mark),
        ("block, sites", .comma), ("block; sites", .clause), ("block: sites", .clause), ("block – sites", .clause),
        ("block - sites", .clause), ("block. Sites", .sentence), ("block! Sites", .sentence), ("block), sites", .comma),
    ])
    func breakIsTheStrongestMarkBetween(text: String, strength: TokenStream.Break) throws {
        #expect(try Segmentation(text).tokens.list.map(\.breakBefore) == [.sentence, strength])
    }

    /// What numbers the items of a list is no word, and the first item goes on with the words before it.
    @Test(arguments: [
        ("shall not: (a) print, (b) sell; or (c) lend it", "shall|not|print|sell|or|lend|it", "––,,;––"),
        ("must— (i) keep logs; (ii) show them", "must|keep|logs|show|them", "–,–;–"),
        ("as follows: 1. Lies of any kind", "as|follows|Lies|of|any|kind", "––,–––"),
        ("the following: 1 – Lies", "the|following|Lies", "––,"),
        ("under section 5, paragraph (1) and (2)", "under|section|5|paragraph|1|and|2", "–––,–––"),
        ("see: 12 members", "see|12|members", "–;–"),
    ])
    func labelsOfItemsAreNoWords(text: String, barred: String, breaks: String) throws {
        let found = try Segmentation(text)
        #expect(found.words == barred.split(separator: "|").map(String.init))
        let signs: [TokenStream.Break: Character] = [.none: "–", .mark: "–", .comma: ",", .clause: ";", .sentence: "–"]
        #expect(String(found.tokens.list.compactMap { signs[$0.breakBefore] }) == breaks)
    }

    @Test(arguments: [("The law Über élan 日本 5", [true, false, true, false, true, false])])
    func capitalIsSeenBeyondASCII(text: String, capitals: [Bool]) throws {
        #expect(try Segmentation(text).tokens.list.map(\.isCapitalised) == capitals)
    }

    // MARK: Quotations

    @Test(arguments: [
        "He said \"[[no way]]\" twice.",
        "He said “[[no way]]” twice.",
        "He said «[[no way]]» and ‹[[never]]›.",
        "\"[[One]]\" and \"[[two]]\"",
        "“[[outer]]” and \"[[inner]]\"",
        "the “[[so-called]]” harm",
    ])
    func quotationMarksPair(marked: String) throws {
        let text = MarkedText(marked)
        #expect(try Segmentation(text.text).quotations == text.words)
    }

    @Test func innerQuotationStandsBesideTheOuter() throws {
        #expect(
            try Segmentation("He said “they call it \"harm\" today” twice.").quotations == [
                "they call it \"harm\" today", "harm",
            ])
    }

    @Test(arguments: [
        "He said \"no way twice.", "He said “no way twice.", "He said no way” twice.", "a screen of 7\" wide",
        "it isn't the State's",
        "empty \"\" marks",
    ])
    func oddQuotationMarkIsIgnored(text: String) throws {
        #expect(try Segmentation(text).quotations == [])
    }

    @Test func marksThatNobodyClosesHideNoLaterPair() throws {
        let odd = String(repeating: "« x ", count: 200)
        #expect(try Segmentation("\(odd) He said “no way” twice.").quotations == ["no way"])
    }

    @Test func quotationMarkOfOneBlockDoesNotReachTheNext() throws {
        #expect(try Segmentation(paragraphs: ["He said \"no", "way\" twice."]).quotations == [])
    }

    @Test func quotationSpansSentences() throws {
        #expect(try Segmentation("He said “It is over. We lost.” Then he left.").quotations == ["It is over. We lost"])
    }
}
