import Testing

@testable import Observatory

@Suite struct SiteTests {
    @Test(arguments: [
        ("plain words", "plain words"), ("[[Main]] {{x}}", "&#91;&#91;Main&#93;&#93; &#123;&#123;x&#125;&#125;"),
        ("a''b", "a'&#39;b"), ("* item\n# item", "&#42; item␊# item"), ("<b>&", "&#60;b&#62;&#38;"),
        ("well-known", "well-known"), ("a | b = c", "a &#124; b &#61; c"), ("~~~~", "~&#126;&#126;&#126;"),
    ])
    func keepsTextFromBeingTakenForWikiMarkup(text: String, wiki: String) {
        #expect(WikiText.escaped(text) == wiki)
    }

    @Test func namesFilesByLettersAndDigitsEachOnce() {
        var names = SiteNames()
        #expect(names.file("country", "Arvonia & Sons") == "country-arvonia-sons.html")
        #expect(names.file("country", "arvonia/sons") == "country-arvonia-sons-2.html")
        #expect(names.file("body", "国家") == "body-.html")
        #expect(names.file("body", "../..") == "body--2.html")
    }
}
