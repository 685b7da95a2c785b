import Testing
import TextModel

@testable import Ingest

/// What is told from the text of a page, and why.
struct MainContentTests {
    /// Prose of 20 words, different each time.
    private static func prose(_ number: Int) -> String {
        "<p>The keeper of well \(number) shall cover it every evening, clean it every week, and write down in the book what was found there.</p>"
    }

    /// Reasons with the text that they were given for, and `text` for what stays.
    private func marks(_ body: String, head: String = "") throws -> [String] {
        let document = try read("<html><head>\(head)</head><body>\(body)</body></html>", as: "a.html")
        return document.blocks.map { ($0.boilerplate?.rawValue ?? "text") + ": " + document.string($0.span) }
            .filter { !$0.hasPrefix("text: The keeper") }
    }

    private static let text = (1...6).map(prose).joined()

    @Test(arguments: [
        ("<nav><a href=1>Security</a></nav>", "navigation: Security"),
        ("<div role=navigation>Security</div>", "navigation: Security"),
        ("<div class='site-menu'>Security</div>", "navigation: Security"),
        ("<div id=mainNav>Security</div>", "navigation: Security"),
        ("<footer>Privacy policy</footer>", "footer: Privacy policy"),
        ("<div class=page_footer-2>Privacy policy</div>", "footer: Privacy policy"),
        ("<div class='CookieBanner'>We value your privacy</div>", "cookies: We value your privacy"),
        ("<ul class=share-buttons><li>Mail</ul>", "share: Mail"),
        ("<section class=comments><p>I do not agree at all.</p></section>", "comments: I do not agree at all."),
        ("<div class=related-posts><p>Ten wells that you must see</p></div>", "related: Ten wells that you must see"),
        ("<aside>Fees</aside>", "sidebar: Fees"),
        ("<div class=newsletter-box>Stay safe with us</div>", "promotion: Stay safe with us"),
        ("<dialog>Stay safe with us</dialog>", "promotion: Stay safe with us"),
        ("<div role=search>Find</div>", "search: Find"),
        ("<form>Your name</form>", "form: Your name"),
        ("<p class=byline>By Ada Berg</p>", "byline: By Ada Berg"),
        ("<figure><figcaption>A well</figcaption></figure>", "caption: A well"),
        ("<p><button>Accept</button></p>", "control: Accept"),
        ("<pre>if (x &amp;&amp; y) { a[i] = f(x); }</pre>", "code: if (x && y) { a[i] = f(x); }"),
        ("<p><a href=1>Read the whole story</a></p>", "links: Read the whole story"),
    ])
    func marks(_ region: String, expected: String) throws {
        #expect(try marks("<div>\(Self.text)\(region)\(Self.prose(7))</div>") == [expected])
    }

    /// Dialogs of products that ask for consent, on a page of few words; what only sounds like one stays.
    @Test(arguments: [
        ("id=cookie-law-info-bar", true), ("id=qc-cmp2-container", true), ("id=truste-consent-track", true),
        ("id=onetrust-banner-sdk", true), ("class='cky-consent-container'", true), ("id=CybotCookiebotDialog", true),
        ("class='x cmplz-cookiebanner'", true), ("id=cookie-notice role=dialog", true), ("id=cookie-notice", false),
        ("class=cookies", false),
    ])
    func tellsDialogsOfConsent(attributes: String, isTold: Bool) throws {
        let page = "<h1>Wells</h1>\(Self.prose(1))<div \(attributes)>\(Self.prose(2))</div>"
        let document = try read("<body>\(page)</body>", as: "a.html")
        #expect(document.blocks.map(\.isBoilerplate) == [false, false, isTold])
    }

    @Test(arguments: [
        ("<div id=jp-relatedposts><h3>Related</h3><p>New wells</p></div>", "related: New wells"),
        ("<ul class='wp-block-latest-posts__list wp-block-latest-posts'><li>New wells</ul>", "related: New wells"),
        ("<div class='sharedaddy'><p>New wells</p></div>", "share: New wells"),
    ])
    func knowsPartsByTheNamesOfTheirPrograms(_ part: String, expected: String) throws {
        #expect(try marks("<div>\(Self.text)\(part)\(Self.prose(7))</div>").contains(expected))
    }

    @Test func keepsTheHeadlineThatIsNamedSo() throws {
        let body =
            "<div><h2 itemprop=headline>Wells</h2><p>Hits: 3</p><div itemprop=articleBody>\(Self.text)</div></div>"
        #expect(try marks(body) == ["text: Wells", "outside: Hits: 3"])
        #expect(try marks(body.replacing(" itemprop=headline", with: "")) == ["outside: Wells", "outside: Hits: 3"])
    }

    @Test func keepsTablesListsAndHeadingsOfTheText() throws {
        let body = """
            <main><h1>Wells</h1>\(Self.text)<h2>Fees</h2><table><tr><th>Well<td>1 coin</table><h2>Duties</h2>
            <ul><li>cover<li>clean <a href=1>daily</a></ul><pre>The whole Act, as printed.</pre></main>
            """
        #expect(try marks(body).allSatisfy { $0.hasPrefix("text: ") })
    }

    @Test func leavesOutWhatStandsBesideTheText() throws {
        let body = """
            <div><div><p>Our town is the safest of all towns.</p><ul><li><a href=1>Fees</a><li><a href=2>Rules</a></ul></div>
            <h1>Wells</h1><div>\(Self.text)</div><div><a href=3>More</a> <a href=4>Even more</a></div></div>
            """
        let marks = try marks(body)
        #expect(marks.contains("text: Wells"))
        #expect(marks.contains("links: Fees"))
        #expect(marks.contains("links: More Even more"))
    }

    @Test func dropsAHeadingWithItsText() throws {
        let body = "\(Self.text)<h2>See also</h2><ul class=related><li>Ponds<li>Rivers</ul><h2>End</h2>\(Self.prose(7))"
        #expect(
            try marks(body) == ["related: See also", "related: Ponds", "related: Rivers", "text: End"])
    }

    @Test func ignoresAWordThatThePageUsesForItsText() throws {
        let cards = (1...6).map { "<div class=promo>\(Self.prose($0))</div>" }.joined()
        #expect(try marks(cards + "<div class=menu>Fees</div>") == ["navigation: Fees"])
    }

    @Test func tellsCommentsThatOutgrowTheText() throws {
        let remarks = (11...40).map { "<div class=comment>\(Self.prose($0))</div>" }.joined()
        let document = try read("<html><body>\(Self.text)\(remarks)</body></html>", as: "a.html")
        #expect(
            document.blocks.map(\.boilerplate) == Array(repeating: nil, count: 6)
                + Array(repeating: .comments, count: 30))
    }

    @Test func readsAPageOfCommentsWhenItHasLittleElse() throws {
        let remarks = (11...40).map { "<div class=comment>\(Self.prose($0))</div>" }.joined()
        #expect(
            try marks("<h1>Who covers the wells?</h1>\(Self.prose(1))\(remarks)") == ["text: Who covers the wells?"])
    }

    @Test func tellsTitlesThatAreLinksByWhatStandsUnderThem() throws {
        let linked = (1...3).map { "<h2><a href=\($0)>Well \($0)</a></h2>\(Self.prose($0))" }.joined()
        #expect(try marks("<main>\(linked)</main>").allSatisfy { $0.hasPrefix("text: ") })
        #expect(try marks("<main>\(Self.text)\(linked)</main>").allSatisfy { $0.hasPrefix("links: ") })
    }

    /// A pointer to another page, as sites print them: title, what it says, where to go.
    private static func card(_ number: Int) -> String {
        "<li><h3><a href=\(number)>Ponds of the valley</a></h3><p>Pond \(number) lies where the two rivers meet, and may be seen on every day but one.</p><p>In May</p></li>"
    }

    private static let cards = "<ul>" + (1...4).map(card).joined() + "</ul>"

    @Test func tellsTheCardsAfterTheText() throws {
        let marks = try marks("<div>\(Self.text)\(Self.text)<h2>More</h2>\(Self.cards)</div>")
        #expect(marks.count == 13)
        #expect(marks.allSatisfy { $0.hasPrefix("related: ") })
    }

    @Test(arguments: [
        text + cards + text + text, "<h1>Ponds</h1>" + cards, text + "<table>" + cards + "</table>" + text,
    ])
    func keepsCardsThatAreTheTextOrAmongIt(body: String) throws {
        #expect(try marks("<div>\(body)</div>").contains { $0.hasPrefix("text: Pond 3") })
    }

    @Test(arguments: ["sharing-your-data-with-others", "cookies", "copyright", "user-account"])
    func takesAnAnchorForNoRegion(id: String) throws {
        #expect(
            try marks("\(Self.text)<section id=\(id)><p>We give nothing to others.</p></section>") == [
                "text: We give nothing to others."
            ])
    }

    @Test func readsAPageOfLinksWhenItHasNothingElse() throws {
        let links = (1...8).map {
            "<p><a href=\($0)>Decision \($0) on the wells of the upper and the lower village, with all annexes</a></p>"
        }
        #expect(try marks(links.joined()).allSatisfy { $0.hasPrefix("text: ") })
    }

    @Test func leavesAPageThatIsAllBoilerplateUnmarked() throws {
        #expect(try marks("<nav><p>Only this.</p></nav>") == ["text: Only this."])
    }

    @Test(arguments: [
        ("水井的管理人应当每天晚上盖好水井，每周清洗一次，并将所见之事记入簿册，由村民查阅。", 17...40), ("cover the well", 3...3),
        ("“cover” — the well", 3...3), ("", 0...0), ("ทุกคนมีสิทธิในความเป็นส่วนตัว", 1...15),
    ])
    func measuresWordsInEveryScript(text: String, words: ClosedRange<Int>) {
        let bytes = Array(text.utf8)
        #expect(words.contains(TextMeasure(bytes, 0..<bytes.count).words))
    }

    @Test func needsTheWordsOfTheCallerOnlyForClasses() throws {
        let page = "<main>\(Self.text)</main><div class=menu>Fees</div><nav>Rules</nav>"
        let document = try read(page, as: "a.html", options: DocumentReader.Options())
        #expect(document.blocks.suffix(2).map(\.boilerplate) == [.outside, .navigation])
    }

    @Test func marksNothingInLegalMarkup() throws {
        let act = try read(
            "<akomaNtoso><act><body><section class='menu'><num>1</num><content><p>Cover it.</p></content></section></body></act></akomaNtoso>",
            as: "a.xml")
        #expect(act.blocks.allSatisfy { $0.boilerplate == nil })
    }
}
