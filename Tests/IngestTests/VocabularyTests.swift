import Testing
import TextModel

@testable import Ingest

struct VocabularyTests {
    @Test(arguments: [
        (
            "akoma-ntoso",
            """
            <akomaNtoso><act><meta><FRBRthis value="x"/></meta><preface><p><docTitle>Wells Act</docTitle></p></preface><body>
            <part><num>Part I</num><heading>General</heading><section><num>1</num><heading>Wells</heading>
            <subsection><num>(1)</num><intro><p>An owner must—</p></intro>
            <paragraph><num>(a)</num><content><p>cover the <b>well</b>; and</p></content></paragraph>
            <paragraph><num>(b)</num><content><p>keep it clean<authorialNote><p>See rule 2.</p></authorialNote>.</p></content></paragraph>
            <wrapUp><p>at all times.</p></wrapUp></subsection></section></part></body></act></akomaNtoso>
            """,
            [
                "title: Wells Act", "heading 1 [Part I]: General", "heading 2 [1]: Wells",
                "provision 2 [(1)]: An owner must—",
                "provision 3 [(a)] ^3: cover the well; and", "provision 3 [(b)] ^3: keep it clean.",
                "note: See rule 2.",
                "provision 2 ^3: at all times.",
            ], DocumentKind.statute
        ),
        (
            "debate",
            """
            <akn:akomaNtoso xmlns:akn="x"><akn:debate><akn:debateBody><akn:debateSection><akn:heading>Fees</akn:heading>
            <akn:speech><akn:from>Ms Berg:</akn:from><akn:p>I object.</akn:p><akn:p>Twice.</akn:p></akn:speech>
            <akn:narrative>(Applause)</akn:narrative></akn:debateSection></akn:debateBody></akn:debate></akn:akomaNtoso>
            """,
            ["heading 1: Fees", "speech @Ms Berg: I object.", "speech @Ms Berg: Twice.", "paragraph: (Applause)"],
            .transcript
        ),
        (
            "clml",
            """
            <Legislation xml:lang="en"><ukm:Metadata xmlns:ukm="u" xmlns:dc="d"><dc:title>The Wells Regulations</dc:title>
            <dc:subject>WELLS</dc:subject></ukm:Metadata><Secondary><Body><P1group><Title>Covers</Title><P1><Pnumber>1</Pnumber><P1para>
            <Text>An owner must—</Text><P3><Pnumber>a</Pnumber><P3para><Text>cover it; <Emphasis>and</Emphasis></Text></P3para></P3>
            </P1para></P1><P1><Pnumber>2</Pnumber><P1para><Text>In regulation 1—</Text><UnorderedList><ListItem><Para><Text>“cover” means a lid.</Text>
            </Para></ListItem></UnorderedList></P1para></P1></P1group></Body></Secondary></Legislation>
            """,
            [
                "heading 1: Covers", "provision 1 [1]: An owner must—", "provision 2 [a] ^1: cover it; and",
                "provision 1 [2]: In regulation 1—", "list-item 1 ^3: “cover” means a lid.",
            ], .statute
        ),
        (
            "uslm",
            """
            <bill xmlns="http://schemas.gpo.gov/xml/uslm"><meta><dc:title xmlns:dc="d">x</dc:title></meta><main><longTitle>
            <officialTitle>To cover wells.</officialTitle></longTitle><section><num value="1">SEC. 1. </num><heading>WELLS.</heading>
            <chapeau>The Secretary shall—</chapeau><paragraph><num>(1) </num><content>list <i>all</i> wells; and</content></paragraph>
            <continuation>every year.</continuation></section></main></bill>
            """,
            [
                "title: To cover wells.", "heading 1 [SEC. 1.]: WELLS.", "provision 1 [SEC. 1.]: The Secretary shall—",
                "provision 2 [(1)] ^2: list all wells; and", "provision 1 ^2: every year.",
            ], .statute
        ),
        (
            "us bill",
            """
            <bill><legis-body><section><enum>1.</enum><header>Short title</header><text>This Act is the <quote>Wells Act</quote>.</text>
            <subsection><enum>(a)</enum><text>First.</text></subsection></section></legis-body></bill>
            """,
            [
                "heading 2 [1.]: Short title", "provision 1 [1.]: This Act is the Wells Act.",
                "provision 2 [(a)] ^1: First.",
            ], .statute
        ),
        (
            "canadian-acts",
            """
            <Statute xml:lang="en"><Identification><LongTitle>An Act on wells</LongTitle><ShortTitle>Wells Act</ShortTitle></Identification><Body>
            <Heading level="1"><Label>PART 1</Label><TitleText>Covers</TitleText></Heading><Section><MarginalNote>Duty</MarginalNote><Label>2</Label>
            <Subsection><Label>(1)</Label><Text>The <DefinedTermEn>owner</DefinedTermEn> must</Text><Paragraph><Label>(a)</Label><Text>cover it.</Text>
            </Paragraph></Subsection><HistoricalNote><HistoricalNoteSubItem>2019, c. 1</HistoricalNoteSubItem></HistoricalNote></Section></Body></Statute>
            """,
            [
                "title: An Act on wells", "heading 1 [PART 1]: Covers", "heading 2: Duty",
                "provision 2 [2 (1)]: The owner must",
                "provision 3 [(a)] ^3: cover it.", "note: 2019, c. 1",
            ], .statute
        ),
        (
            "tei",
            """
            <TEI><teiHeader><title>x</title></teiHeader><text><body><div><head>On wells</head><p>A <hi>deep</hi> one.<note>Very.</note></p>
            <sp><speaker>Anna.</speaker><p>Mine.</p></sp><div><head>Below</head><quote><p>Wet.</p></quote></div></div></body></text></TEI>
            """,
            [
                "heading 1: On wells", "paragraph: A deep one.", "note: Very.", "speech @Anna: Mine.",
                "heading 2: Below",
                "quote quoted: Wet.",
            ], nil
        ),
        (
            "docbook",
            """
            <article xmlns="http://docbook.org/ns/docbook"><title>Wells</title><section><title>Covers</title><para>Use these:</para>
            <itemizedlist><listitem><para>a <emphasis>lid</emphasis></para></listitem><listitem><para>a net</para></listitem></itemizedlist>
            <programlisting>close();</programlisting></section></article>
            """,
            [
                "heading 1: Wells", "heading 2: Covers", "paragraph: Use these:", "list-item 1 ^2: a lid",
                "list-item 1 ^2: a net", "code: close();",
            ],
            nil
        ),
        (
            "xhtml",
            "<?xml version=\"1.0\"?><html lang=\"en\"><head><title>T</title></head><body><h1>Wells</h1><p>A&nbsp;b<br/>c</p></body></html>",
            ["heading 1: Wells", "paragraph: A b c"], nil
        ),
        (
            "generic",
            """
            <doc><chapter><heading>Wells</heading><clause><no>1</no><words>An <def>owner</def> must cover <def>it</def>.</words>
            <words>Always.</words></clause></chapter></doc>
            """,
            ["heading 1: Wells", "paragraph [1]: An owner must cover it.", "paragraph: Always."], nil
        ),
    ])
    func readsBlocks(name: String, source: String, expected: [String], kind: DocumentKind?) throws {
        try expectOutline(source, as: "\(name).xml", expected)
        #expect(try read(source, as: "\(name).xml").declaredKind == kind)
    }

    @Test func takesTitleAndLanguageFromMetadata() throws {
        let text =
            "<Legislation xml:lang=\"cy\"><Metadata><dc:title xmlns:dc=\"d\">The  Wells\n Rules</dc:title></Metadata><Text>x</Text></Legislation>"
        let document = try read(text, as: "a.xml")
        #expect(document.title == "The Wells Rules")
        #expect(document.language == "cy")
    }
}
