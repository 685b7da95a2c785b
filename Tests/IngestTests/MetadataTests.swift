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
