import Testing
import TextModel

@testable import Ingest

/// How provisions are cited, and what references point to.
struct ProvisionTests {
    private static let act = """
        <Statute><Body><Section><Label>8</Label><Text>Wells are public, subject to section 9.</Text></Section>
        <Section><Label>9</Label><Subsection><Label>(1)</Label><Text>An owner must</Text>
        <Paragraph><Label>(a)</Label><Text>cover the well; and</Text></Paragraph>
        <Paragraph><Label>(b)</Label><Text>clean it as paragraph (a) says.</Text></Paragraph></Subsection>
        <Subsection><Label>(2)</Label><Text>A fee under subsection (1) or section 8 is due.</Text></Subsection></Section>
        <Section><Label>10</Label><Text>The preceding section and section 9(1)(b) do not apply to the Crown, nor does section 4 of the Ponds Act; see this section.</Text></Section>
        </Body></Statute>
        """

    private func references(_ document: Document) -> [String] {
        document.references.map { reference in
            let targets = reference.targets.map { document.blocks[$0].citation ?? "?" }
            return "\(document.string(reference.span)) -> \(targets.joined(separator: ", "))"
        }
    }

    @Test func citesProvisionsByTheWordThatTheDocumentUses() throws {
        let document = try read(Self.act, as: "a.xml")
        #expect(document.blocks.map(\.citation) == ["s 8", "s 9(1)", "s 9(1)(a)", "s 9(1)(b)", "s 9(2)", "s 10"])
    }

    @Test func resolvesReferences() throws {
        #expect(
            try references(read(Self.act, as: "a.xml")) == [
                "section 9 -> s 9(1)", "paragraph (a) -> s 9(1)(a)", "subsection (1) -> s 9(1)", "section 8 -> s 8",
                "preceding section -> s 9(1)", "section 9(1)(b) -> s 9(1)(b)", "section 4 -> ", "this section -> s 10",
            ])
    }

    /// A law is the same law whatever it is written in: numbers that are typed before paragraphs make the same provisions.
    @Test(arguments: ["text", "markdown", "html"])
    func typedNumbersMakeProvisions(format: String) throws {
        let paragraphs = [
            "The keeper shall:", "(a) cover the wells;", "(b) keep", "(i) the lids; and", "(ii) the keys.",
            "A fee is due.",
        ]
        let (text, path) =
            switch format {
            case "html": ("<h1>Wells</h1>" + paragraphs.map { "<p>\($0)</p>" }.joined(), "a.html")
            case "markdown": ("# Wells\n\n" + paragraphs.joined(separator: "\n\n"), "a.md")
            default: ("# Wells\n\n" + paragraphs.joined(separator: "\n\n"), "a.txt")
            }
        try expectOutline(
            text, as: path,
            [
                "heading 1: Wells", "paragraph: The keeper shall:", "provision 1 [(a)] ^1: cover the wells;",
                "provision 1 [(b)] ^1: keep", "provision 2 [(i)] ^3: the lids; and",
                "provision 2 [(ii)] ^3: the keys.", "paragraph: A fee is due.",
            ])
    }

    /// Sections go on counting where a part begins.
    @Test func numbersGoOnBelowAHeading() throws {
        try expectOutline(
            "<h1>Wells</h1><p>1. Wells are public.</p><h2>Keepers</h2><p>2. The keeper shall:</p><p>(a) cover them.</p>",
            as: "a.html",
            [
                "heading 1: Wells", "provision 1 [1.]: Wells are public.", "heading 2: Keepers",
                "provision 1 [2.]: The keeper shall:", "provision 2 [(a)] ^3: cover them.",
            ])
    }

    /// Not every paragraph that begins with a letter and a point, or in brackets, is an item.
    @Test(arguments: ["A. Miller keeps the wells.", "(see the map) Wells are deep."])
    func namesAreNoNumbers(paragraph: String) throws {
        try expectOutline("<p>\(paragraph)</p>", as: "a.html", ["paragraph: \(paragraph)"])
    }

    @Test func citesArticlesOfPlainText() throws {
        let document = try read(
            """
            Article 5

            1. The town keeps the wells.

            2. The keeper shall:

            (a) cover them in the evening;

            (b) clean them as Article 6, paragraph 1 says.

            Article 6

            1. Points (a) and (b) of Article 5(2) apply. Articles 5 to 6 do not.
            """)
        #expect(
            document.blocks.compactMap(\.citation) == [
                "Art. 5", "Art. 5(1)", "Art. 5(2)", "Art. 5(2)(a)", "Art. 5(2)(b)", "Art. 6", "Art. 6(1)",
            ])
        #expect(
            references(document) == [
                "Article 6, paragraph 1 -> Art. 6(1)",
                "Points (a) and (b) of Article 5(2) -> Art. 5(2)(a), Art. 5(2)(b)",
                "Articles 5 to 6 -> Art. 5, Art. 6",
            ])
    }

    @Test(arguments: [
        ("Article 5", [["5"]]), ("9 (1)", [["9", "1"]]), ("22A(2)(b)", [["22A", "2", "b"]]), ("SEC. 3.", [["3"]]),
        ("3.1.", [["3.1"]]), ("–", [[]]), ("§ 12", [["12"]]), ("(iv)", [["iv"]]),
    ])
    func takesNumbersApart(number: String, parts: [[String]]) throws {
        let words = try ReferenceWords(RepositoryWords.words())
        #expect([ProvisionNumber(number, words: words).parts] == parts)
    }

    @Test(arguments: [
        "The sections of the town met.", "In paragraph form, the rule is plain.", "Section heads met on 9 May.",
        "An article appeared.",
    ])
    func findsNoReferenceInPlainWords(text: String) throws {
        let parser = try ReferenceParser(words: ReferenceWords(RepositoryWords.words()))
        let bytes = Array(text.utf8)
        #expect(parser.mentions(in: bytes, 0..<bytes.count) == [])
    }

    @Test func quotedProvisionsBelongToAnotherText() throws {
        let document = try read(
            "<akomaNtoso><act><body><section><num>1</num><content><p>Insert: </p><quotedStructure><section><num>7</num><content><p>Cover it.</p></content></section></quotedStructure></content></section></body></act></akomaNtoso>",
            as: "a.xml")
        #expect(document.blocks.map(\.citation) == ["1", nil])
    }

    @Test func textWithoutProvisionsHasNoReferences() throws {
        let document = try read("See section 9 of the Act.")
        #expect(document.references.isEmpty)
        #expect(document.blocks.map(\.citation) == [nil])
    }
}
