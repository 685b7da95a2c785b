import Reporting
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

    /// A name is that of its subject alone; where letters and digits do not tell it whole, a hash does.
    @Test(arguments: [
        ("Arvonia", "country-arvonia.html"), ("New Arvonia 2", "country-new-arvonia-2.html"),
        ("1998", "country-1998.html"), ("Arvonia & Sons", "country-arvonia-sons-"),
        ("arvonia/sons", "country-arvonia-sons-"),
        ("arvonia", "country-arvonia-"), ("Côte d'Ivoire", "country-cote-d-ivoire-"), ("中国", "country-zhong-guo-"),
        ("../..", "country-"),
    ])
    func namesFilesByWhatTheyAreAbout(subject: String, name: String) {
        let file = SiteNames.file("country", subject)
        #expect(name.hasSuffix(".html") ? file == name : file.hasPrefix(name) && file.count == name.count + 15)
        #expect(file.utf8.allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == 0x2D || $0 == 0x2E })
    }

    @Test func namesOfDifferentSubjectsDiffer() {
        let subjects = ["fr", "Fr", "FR", "日本", "مصر", "Arvonia & Sons", "arvonia/sons", "../..", ""]
        #expect(Set(subjects.map { SiteNames.file("country", $0) }).count == subjects.count)
        #expect(SiteNames.document("a/act.txt") != SiteNames.document("b/act.txt"))
        #expect(SiteNames.document("a/act.txt").hasPrefix("documents/act-txt-"))
    }

    @Test(arguments: [
        (0.0, "0.0"), (0.04, "0.040"), (-0.3, "-0.30"), (0.999, "1.00"), (12.345, "12.3"), (1e-12, "0.0"),
    ])
    func onlyNothingIsPrintedAsZero(value: Double, text: String) {
        #expect(Figures.rate(value) == text)
    }

    @Test(arguments: [
        (["laws/a.txt", "b.txt"], ""), (["/home/ann/laws/a.txt", "/home/ann/b.txt", "c.txt"], "/home/ann/"),
        (["/home/ann/a.txt"], "/home/ann/"), (["/home/a.txt", "/srv/b.txt"], "/"), ([], ""),
    ])
    func findsTheFolderThatIsNoName(paths: [String], folder: String) {
        #expect(DocumentNames.folder(of: paths) == folder)
    }

    @Test func marksEveryPhraseOnceInOnePassage() {
        var html = HTMLWriter()
        html.marked(["site", "block the site", "all", "gone", ""], in: "They block the site for all.")
        #expect(String(decoding: html.bytes, as: UTF8.self) == "They <mark>block the site</mark> for <mark>all</mark>.")
    }
}
