import Testing
import TextModel

@testable import Ingest

/// What pages state about themselves, by convention.
struct MetadataTests {
    private func page(_ head: String) throws -> Document {
        try read(
            "<html><head><title>Wells | Town</title>\(head)</head><body><p>Cover it.</p></body></html>", as: "a.html")
    }

    @Test(arguments: [
        (
            "Dublin Core",
            "<meta name=DC.title content=A><meta name=DC.creator content=B><meta name=DCTERMS.issued content=2020-01-02><meta name=dc.publisher content=C><meta name=dc.language content=de>"
        ),
        (
            "Open Graph",
            "<meta property=og:title content=A><meta name=author content=B><meta property=article:published_time content=2020-01-02><meta property=og:site_name content=C><meta property=og:locale content=de>"
        ),
        (
            "JSON-LD",
            """
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},
            {"@type":"NewsArticle","headline":"A","author":[{"name":"B"}],"publisher":{"name":"C"},
            "datePublished":"2020-01-02","inLanguage":"de"}]}</script>
            """
        ),
        (
            "citation tags",
            "<meta name=citation_title content=A><meta name=citation_author content=B><meta name=citation_date content=2020-01-02><meta name=citation_publisher content=C><meta http-equiv=Content-Language content=de>"
        ),
    ])
    func reads(convention: String, head: String) throws {
        let document = try page(head)
        #expect(document.title == "A")
        #expect(document.metadata.authors == ["B"])
        #expect(document.metadata.date == "2020-01-02")
        #expect(document.metadata.institution == "C")
        #expect(document.language == "de")
    }

    @Test func theMoreFormalConventionCounts() throws {
        let document = try page(
            "<meta property=og:title content=Loose><meta name=dc.title content='The  Act'><meta name=author content=X><meta name=dc.creator content=A><meta name=dc.creator content=B>"
        )
        #expect(document.title == "The Act")
        #expect(document.metadata.authors == ["A", "B"])
    }

    @Test(arguments: [
        (
            "Akoma Ntoso",
            """
            <akomaNtoso><act><meta><identification><FRBRWork><FRBRuri value="https://law.example/act/7"/><FRBRdate
            date="2014-07-17" name="enacted"/><FRBRauthor href="#house"/></FRBRWork><FRBRExpression><FRBRdate
            date="2016-01-01"/><FRBRauthor href="#editor"/></FRBRExpression></identification><references>
            <TLCOrganization eId="house" showAs="House of Wells"/><TLCPerson eId="editor" showAs="Ann"/></references>
            </meta><body><section><content><p>Cover it.</p></content></section></body></act></akomaNtoso>
            """, "2014-07-17", "House of Wells", "https://law.example/act/7"
        ),
        (
            "CLML",
            """
            <Legislation DocumentURI="http://law.example/uksi/7/made"><Metadata><identifier>urn:isbn:7</identifier>
            <identifier>http://law.example/uksi/7</identifier><modified>2016-01-01</modified><SecondaryMetadata><Made
            Date="2014-07-17"/><ComingIntoForce><DateTime Date="2015-01-01"/></ComingIntoForce></SecondaryMetadata>
            </Metadata><Secondary><Body><P1><Text>Cover it.</Text></P1></Body></Secondary></Legislation>
            """, "2014-07-17", nil, "http://law.example/uksi/7"
        ),
        (
            "Justice Canada",
            """
            <Statute enacted-date="2014-07-17" current-date="2020-01-01"><Body><Section><Text>Cover it.</Text></Section>
            </Body></Statute>
            """, "2014-07-17", nil, nil
        ),
        (
            "USLM",
            """
            <pLaw><meta><creator>House of Wells</creator><processedDate>2020-01-01</processedDate><approvedDate>
            2014-07-17 </approvedDate></meta><main><section><content>Cover it.</content></section></main></pLaw>
            """, "2014-07-17", "House of Wells", nil
        ),
        (
            "US bill",
            """
            <bill><metadata><dublinCore><publisher>House of Wells</publisher></dublinCore></metadata><form><action>
            <date date="2014-07-17">July 17</date></action></form><legis-body><section><text>Cover it.</text></section>
            </legis-body></bill>
            """, "2014-07-17", "House of Wells", nil
        ),
        (
            "TEI",
            """
            <TEI><teiHeader><fileDesc><publicationStmt><publisher>The Corpus</publisher><date when="2020-01-01"/>
            </publicationStmt><sourceDesc><bibl><publisher>House of Wells</publisher><date when="2014-07-17">then</date>
            </bibl></sourceDesc></fileDesc></teiHeader><text><body><p>Cover it <date when="1999-01-01">soon</date>.</p>
            </body></text></TEI>
            """, "2014-07-17", "House of Wells", nil
        ),
        (
            "DocBook",
            """
            <article xmlns="http://docbook.org/ns/docbook"><info><pubdate>2014-07-17</pubdate><publisher><publishername>
            House of Wells</publishername></publisher></info><para>Cover it.</para></article>
            """, "2014-07-17", "House of Wells", nil
        ),
    ])
    func readsWhat(vocabulary: String, xml: String, date: String, body: String?, address: String?) throws {
        let metadata = try read(xml, as: "a.xml").metadata
        #expect(metadata.date == date)
        #expect(metadata.institution == body)
        #expect(metadata.address == address)
    }

    @Test func readsTheCanonicalAddressAndMicrodata() throws {
        let document = try read(
            "<html><head><link rel=canonical href='https://town.example/wells'></head><body><p>On <time itemprop=datePublished datetime=2021-03-04>4 March</time> we wrote.</p></body></html>",
            as: "a.html")
        #expect(document.metadata.address == "https://town.example/wells")
        #expect(document.metadata.date == "2021-03-04")
        #expect(outline(document) == ["paragraph: On 4 March we wrote."])
    }

    @Test(arguments: ["{", "[]", "{\"headline\": 3}", "{\"headline\": \"x\""])
    func brokenLinkedDataIsPassedOver(data: String) throws {
        let document = try page("<script type=\"application/ld+json\">\(data)</script>")
        #expect(document.title == "Wells | Town")
        #expect(document.metadata == Metadata())
    }
}
