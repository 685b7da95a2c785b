import Testing
import TextModel

@testable import Lexicons

/// `structure.yaml` is read strictly, and may be missing.
@Suite struct StructureTests {
    @Test func isEmptyWithoutTheFile() throws {
        let source = SmallLexicon.source(replacing: ["structure.yaml": String?.none])
        #expect(try source.compile(sha256: "").lexicon.structure == StructuralWords())
    }

    @Test func readsEveryKey() throws {
        let words = try SmallLexicon.lexicon().structure
        let lists = [
            words.parts, words.chapters, words.divisions, words.provisions, words.pages, words.pageJoiners,
            words.months,
            words.messageOpeners, words.mailFields, words.compoundBeginnings, words.compoundEndings, words.wordEndings,
        ]
        #expect(
            lists == [
                ["book"], ["chapter"], ["division"], ["article", "art."], ["page"], ["of"], ["may"], ["wrote"],
                ["from"], ["self", "-of"], ["based"], ["ment"],
            ])
    }

    @Test func readsRegionsByTheirReason() throws {
        let text = "regions: {navigation: [nav, menu], comments: [comment]}\nsubjects: [comment]"
        let words = try SmallLexicon.source(replacing: ["structure.yaml": text]).compile(sha256: "").lexicon.structure
        #expect(words.regions == [.navigation: ["nav", "menu"], .comments: ["comment"]])
        #expect(words.subjects == ["comment"])
    }

    @Test(arguments: [
        (
            "weeks: [x]",
            "1:1: unknown key \"weeks\"; known here: alphabets, chapters, citations, compound-beginnings, compound-endings, divisions, following, mail-fields, message-openers, months, page-joiners, pages, parts, preceding, provisions, reference-joiners, reference-owners, reference-ranges, regions, subdivisions, subjects, this, word-endings"
        ),
        ("months: may", "1:9: \"months\" must be a list"),
        ("alphabets: [[äöü]]", "1:13: each list of alphabets needs its letters and an encoding"),
        ("citations: [[Art.]]", "1:13: each list of citations needs its short form and a word"),
        ("months: [may, {}]", "1:15: \"months\" must be a text"),
        ("parts: [big book]", "1:9: \"big book\" under \"parts\" must be one word, without white space"),
        ("pages: [p., P.]", "1:13: \"P.\" under \"pages\" is given twice"),
        ("parts: [title]\nprovisions: [rule, title]", "2:20: \"title\" under \"provisions\" is given twice"),
        (
            "regions: {navigation: [nav], sidebar: [nav]}",
            "1:40: \"nav\" under \"sidebar\" is given twice"
        ),
        ("[book]", "1:1: a file of structural words must be a mapping of keys"),
    ])
    func says(text: String, message: String) {
        #expect(SmallLexicon.problems(replacing: ["structure.yaml": text]) == ["structure.yaml:" + message])
    }
}
