import Testing
import TextModel

@testable import Ingest

struct PlainTextTests {
    @Test(arguments: [
        (
            "wrapped lines", "The first line of a paragraph that goes on\nand on until it ends here.\n\nA second one.",
            [
                "paragraph: The first line of a paragraph that goes on and on until it ends here.",
                "paragraph: A second one.",
            ]
        ),
        (
            "hyphen at a line end", "The public interest asks for a better regu-\nlation of the whole sector.",
            ["paragraph: The public interest asks for a better regulation of the whole sector."]
        ),
        (
            "compound that the text writes elsewhere",
            "A socio-economic aim and, on the next line, a socio-\neconomic one again.",
            ["paragraph: A socio-economic aim and, on the next line, a socio-economic one again."]
        ),
        (
            "compounds that stand nowhere else",
            "The law is about cross-\nborder flows, decision-\nmaking, e-\ncommerce, risk-\nbased rules, a state-\nment, "
                + "a state-\nof-the-\nart office and the years 2019-\n2021, with longer lines around.",
            [
                "paragraph: The law is about cross-border flows, decision-making, e-commerce, risk-based rules, a statement, "
                    + "a state-of-the-art office and the years 2019-2021, with longer lines around."
            ]
        ),
        (
            "words that begin as compounds do",
            "The law on freedom of ex-\npression and free-\ndom of others, part-\nners and mid-\ndle of the road, with longer lines.",
            [
                "paragraph: The law on freedom of expression and freedom of others, partners and middle of the road, with longer lines."
            ]
        ),
        (
            "soft hyphens at line ends", "The law is about cross\u{AD}\nborder flows of infor\u{AD}\nmation to all.",
            ["paragraph: The law is about cross-border flows of information to all."]
        ),
        (
            "a word that the text writes elsewhere",
            "The longterm plan comes first, as it is written, and then another one that is long-\nterm as well.",
            [
                "paragraph: The longterm plan comes first, as it is written, and then another one that is longterm as well."
            ]
        ),
        (
            "long title",
            "Decree on the management, provision and use of wells and of the water in them by all who live there\n\n"
                + "Article 3. The town encourages the use of wells.",
            [
                "title: Decree on the management, provision and use of wells and of the water in them by all who live there",
                "provision 1 [Article 3]: The town encourages the use of wells.",
            ]
        ),
        (
            "title over two lines",
            "Decree on the management, provision and use of wells\nand Water by all who live there\n"
                + "Article 3. The town encourages the use of wells.",
            [
                "title: Decree on the management, provision and use of wells and Water by all who live there",
                "provision 1 [Article 3]: The town encourages the use of wells.",
            ]
        ),
        (
            "title that begins small",
            "eWells Directive\n\nArticle 1\n\nScope and aim\n\nWells are wells.",
            [
                "title: eWells Directive", "heading 4 [Article 1]: Scope and aim",
                "paragraph: Wells are wells.",
            ]
        ),
        (
            "first sentences are no title",
            "The wells of the town are deep. Some of them\n\nare not. It is so:\n\n1. Wells.",
            [
                "paragraph: The wells of the town are deep. Some of them are not. It is so:",
                "provision 1 [1.] ^0: Wells.",
            ]
        ),
        (
            "title and headings",
            "National Water Policy\n\nCHAPTER II\n\nGENERAL RULES\n\n1.2 Aims of the Policy\n\nThe policy aims at clean water for all.",
            [
                "title: National Water Policy", "heading 2 [CHAPTER II]: GENERAL RULES",
                "heading 2 [1.2]: Aims of the Policy", "paragraph: The policy aims at clean water for all.",
            ]
        ),
        (
            "numbered heading right above its text",
            "7. Lids\nNobody may take the lid of a well away by day or night.\n8. Keys\nThe keys of all wells are kept in the hall of the town.",
            [
                "heading 1 [7.]: Lids", "paragraph: Nobody may take the lid of a well away by day or night.",
                "heading 1 [8.]: Keys", "paragraph: The keys of all wells are kept in the hall of the town.",
            ]
        ),
        (
            "underlined and marked headings", "Wells\n=====\n\n## Covers\n\nEvery well has one.",
            ["heading 1: Wells", "heading 2: Covers", "paragraph: Every well has one."]
        ),
        (
            "bullets with a stem", "Owners must:\n- cover the well;\n  - with a lid\n- clean it.\n\nAlways.",
            [
                "paragraph: Owners must:", "list-item 1 ^0: cover the well;", "list-item 2 ^1: with a lid",
                "list-item 1 ^0: clean it.", "paragraph: Always.",
            ]
        ),
        (
            "other bullets", "Do:\n\n• one\n\n• two\n   o three\n▪ four",
            [
                "paragraph: Do:", "list-item 1 ^0: one", "list-item 1 ^0: two", "list-item 2 ^2: three",
                "list-item 2 ^2: four",
            ]
        ),
        (
            "letters with a point",
            "The keepers of the wells in the town shall:\na. cover each of them before the night falls; and\nb. open them again in\nthe morning.",
            [
                "paragraph: The keepers of the wells in the town shall:",
                "provision 1 [a.] ^0: cover each of them before the night falls; and",
                "provision 1 [b.] ^0: open them again in the morning.",
            ]
        ),
        (
            "bullet alone on its line", "They ensure:\n\n—\n\nthat wells are covered,\n\n—\n\nthat they are clean.",
            [
                "paragraph: They ensure:", "list-item 1 ^0: that wells are covered,",
                "list-item 1 ^0: that they are clean.",
            ]
        ),
        (
            "provisions",
            "Article 5. Every owner of a well shall keep it covered and clean at all times.\n(1) The owner:\n(a) covers it;\n(b) cleans it;\n(2) The Minister may make rules.",
            [
                "provision 1 [Article 5]: Every owner of a well shall keep it covered and clean at all times.",
                "provision 2 [(1)] ^0: The owner:", "provision 3 [(a)] ^1: covers it;",
                "provision 3 [(b)] ^1: cleans it;", "provision 2 [(2)] ^0: The Minister may make rules.",
            ]
        ),
        (
            "letter or roman numeral", "1. All of:\n(h) one;\n(i) two;\n(i) deep;\n(ii) deeper;\n(j) three.",
            [
                "provision 1 [1.]: All of:", "provision 2 [(h)] ^0: one;", "provision 2 [(i)] ^0: two;",
                "provision 3 [(i)] ^2: deep;", "provision 3 [(ii)] ^2: deeper;", "provision 2 [(j)] ^0: three.",
            ]
        ),
        (
            "several numbers at once", "2. (1) The owner covers it.\n(2) And cleans it.",
            ["provision 2 [2. (1)]: The owner covers it.", "provision 2 [(2)] ^0: And cleans it."]
        ),
        (
            "number alone on its line", "Article 6\n\nTraffic data\n\n2.\n\nThe provider informs the user of the data.",
            ["heading 4 [Article 6]: Traffic data", "provision 1 [2.]: The provider informs the user of the data."]
        ),
        (
            "bare numbers that count up",
            "1 Short title.\nThis is the Wells Act.\n\n2 Definitions.\nA well is deep.\n\n33 Not counted up.\n\n3 Covers.\n(1) One.",
            [
                "provision 1 [1]: Short title.", "paragraph ^0: This is the Wells Act.",
                "provision 1 [2]: Definitions.", "paragraph ^2: A well is deep.", "paragraph: 33 Not counted up.",
                "provision 1 [3]: Covers.", "provision 2 [(1)] ^5: One.",
            ]
        ),
        (
            "section with a letter",
            "§ 12 The owner keeps every well covered, clean and marked as such.\n\n33B Candidates give the information that the Act asks for.",
            [
                "provision 1 [§ 12]: The owner keeps every well covered, clean and marked as such.",
                "provision 2 [33B] ^0: Candidates give the information that the Act asks for.",
            ]
        ),
        (
            "number within a sentence",
            "The powers of the Minister to make rules are those of section 4 and of subsection\n(3) of this section, and of no other provision of the law.",
            [
                "paragraph: The powers of the Minister to make rules are those of section 4 and of subsection (3) of this section, and of no other provision of the law."
            ]
        ),
        ("contents", "Introduction ............ 3", ["paragraph boilerplate: Introduction ............ 3"]),
        (
            "day of the month", "4 July is a day.\n\n5 July is another.\n\n6 July as well.",
            ["paragraph: 4 July is a day.", "paragraph: 5 July is another.", "paragraph: 6 July as well."]
        ),
        (
            "no speaker", "Note: wells are deep.\n\nDate: today, and so on.",
            ["paragraph: Note: wells are deep.", "paragraph: Date: today, and so on."]
        ),
        (
            "speakers",
            "MR. BERG: I object to the fees for wells.\n\nThey are high.\n\nMS. DAHL: They are not high at all, sir.\n\nMR. BERG: They are, and you know it well.",
            [
                "speech @MR. BERG: I object to the fees for wells.", "speech @MR. BERG: They are high.",
                "speech @MS. DAHL: They are not high at all, sir.", "speech @MR. BERG: They are, and you know it well.",
            ]
        ),
        (
            "labels with brackets",
            "The Minister for Wells, Water and the Rivers of the Land (Hon. Jo Berg, MP): I object to the fees for wells.\n\n"
                + "DR. JO VAN DAHL (Green, North): They are not high at all.\n\n"
                + "ANNA BERG (MP): They are high, and all of us know it.\n\n"
                + "DR. JO VAN DAHL (Green, South): They are not, I say.\n\nANNA BERG: They are so.",
            [
                "paragraph: The Minister for Wells, Water and the Rivers of the Land (Hon. Jo Berg, MP): I object to the fees for "
                    + "wells.", "speech @DR. JO VAN DAHL (Green, North): They are not high at all.",
                "speech @ANNA BERG (MP): They are high, and all of us know it.",
                "speech @DR. JO VAN DAHL (Green, South): They are not, I say.", "speech @ANNA BERG: They are so.",
            ]
        ),
        (
            "label of another kind",
            "ANNA BERG: I object to the fees for wells.\n\nMs Dahl (North): They are not high at all.\n\nThey are low.\n\n"
                + "BEN ODA: They are.\n\nANNA BERG: They are, and you know it well.\n\nNote: a pause.",
            [
                "speech @ANNA BERG: I object to the fees for wells.",
                "paragraph: Ms Dahl (North): They are not high at all.",
                "paragraph: They are low.", "speech @BEN ODA: They are.",
                "speech @ANNA BERG: They are, and you know it well.",
                "speech @ANNA BERG: Note: a pause.",
            ]
        ),
        ("arrows", ">> ANNA: Hello all.\n\n>> BEN: Hi.", ["speech @ANNA: Hello all.", "speech @BEN: Hi."]),
        (
            "bold labels",
            "**Anna Berg:** I object to the fees for wells.\n\n**Ben:** They are not high at all.\n\n**Anna Berg:** They are high indeed.",
            [
                "speech @Anna Berg: I object to the fees for wells.", "speech @Ben: They are not high at all.",
                "speech @Anna Berg: They are high indeed.",
            ]
        ),
        (
            "heading labels",
            "### Anna:\n\nI object to the fees.\n\n### Ben:\n\nThey are not high at all.\n\n### Anna:\n\nThey are high, I say.",
            [
                "speech @Anna: I object to the fees.", "speech @Ben: They are not high at all.",
                "speech @Anna: They are high, I say.",
            ]
        ),
        (
            "quoted mail", "I disagree.\n\nOn Monday, Anna wrote:\n> Wells must be\n> closed now.\n>> Why?\n\nRegards",
            [
                "paragraph: I disagree.", "email quoted: On Monday, Anna wrote:",
                "email quoted: Wells must be closed now.", "email quoted: Why?", "paragraph: Regards",
            ]
        ),
        (
            "block quote", "He says:\n\n> Water is life.\n\nSo it is.",
            ["paragraph: He says:", "quote quoted: Water is life.", "paragraph: So it is."]
        ),
        (
            "code", "Run:\n\n```\nwell --cover\n```\n\nThen stop.",
            ["paragraph: Run:", "code: well --cover", "paragraph: Then stop."]
        ),
        (
            "front matter", "---\ntitle: \"On Wells\"\ndate: 2020\n---\n\nWells are deep.",
            ["paragraph: Wells are deep."]
        ),
    ])
    func readsBlocks(name: String, source: String, expected: [String]) throws {
        try expectOutline(source, expected)
        try expectOutline(source.replacing("\n", with: "\r\n"), expected)
    }

    @Test func dropsPageNumbersAndRunningHeads() throws {
        var text = ""
        for page in 1...5 {
            text += "National Water Strategy\n\n"
            for line in 1...14 {
                text += "Line \(page).\(line) of a paragraph that fills the width of the page and goes\n".replacing(
                    "\(page).\(line)", with: "number")
            }
            text += "on to the next page with the words of a sentence that is far from\n\n\(page)\n\u{0C}"
        }
        let document = try read(text)
        // The first running head is the title.
        #expect(document.blocks.count == 2)
        let words = document.string(document.blocks[1].span)
        #expect(!words.contains("Strategy"))
        #expect(!words.contains { $0.isNumber })
        #expect(SourceProperty(document: document, original: Array(text.utf8)).violations() == [])
    }

    @Test func keepsARepeatedHeadingAndALoneNumber() throws {
        var text = ""
        for _ in 1...4 {
            text +=
                "Penalty\n\n"
                + String(repeating: "A sentence about the penalty for open wells that fills its line.\n", count: 20)
                + "\n"
        }
        let document = try read(text + "12\n")
        #expect(document.blocks.filter { document.string($0.span) == "Penalty" }.count == 4)
        #expect(document.blocks.last.map { document.string($0.span) } == "12")
    }

    @Test func readsALongLineOfOneParagraphEach() throws {
        let line = String(repeating: "word ", count: 60) + "end."
        let document = try read("\(line)\n\(line)\nA short one.\n\(line)")
        #expect(document.blocks.count == 4)
    }

    @Test(arguments: [
        ("Wells\n\nThey are deep.", "Wells"), ("1. Wells\n\nThey are deep and old, as all of us know.", nil),
        (String(repeating: "Wells are deep. ", count: 40) + "\n\nSCOPE AND AIM\n\nThey are.", nil),
    ])
    func takesNoLaterHeadingForTheTitle(text: String, title: String?) throws {
        #expect(try read(text).title == title)
    }

    @Test func aLongLabelIsOneOfATranscript() throws {
        let office = "The Minister for Wells, Water and the Rivers of the Land (Hon. Jo Berg, MP)"
        let said = "I object to the fees for wells, which are far too high for those who have to pay them."
        let text = (0..<6).map { "\($0 % 2 == 0 ? office : "Ms O'Dahl (MP)"): \(said)" }.joined(separator: "\n\n")
        #expect(try read(text).blocks.map(\.speaker) == (0..<6).map { $0 % 2 == 0 ? office : "Ms O'Dahl (MP)" })
        let page = "<p>" + text.replacing("\n\n", with: "</p><p>") + "</p>"
        let document = try read(page, as: "a.html")
        #expect(
            outline(document).map { $0.hasSuffix(": " + said) && $0.hasPrefix("speech @") }
                == Array(repeating: true, count: 6))
        #expect(SourceProperty(document: document, original: Array(page.utf8)).violations() == [])
    }

    @Test func boldLabelsOfAPageAreSpeakers() throws {
        let turns = [
            ("Ms Berg (MP)", "I object to all of it."), ("Ms Dahl", "They are not high at all, and never were."),
            ("Ms Berg", "They are."),
        ]
        let page = turns.map { "<p><b>\($0.0):</b> \($0.1)</p>" }.joined() + "<p>So it ended.</p>"
        #expect(
            outline(try read(page, as: "a.html")) == [
                "speech @Ms Berg (MP): I object to all of it.",
                "speech @Ms Dahl: They are not high at all, and never were.",
                "speech @Ms Berg: They are.", "speech @Ms Berg: So it ended.",
            ])
        let reviews = page.replacing("Ms Berg (MP)", with: "Good").replacing("Ms Berg", with: "Good").replacing(
            "Ms Dahl", with: "Bad")
        #expect(try read(reviews, as: "a.html").blocks.allSatisfy { $0.speaker == nil })
        let plain = page.replacing("<b>", with: "").replacing("</b>", with: "")
        #expect(try read(plain, as: "a.html").blocks.allSatisfy { $0.speaker == nil })
    }
}
