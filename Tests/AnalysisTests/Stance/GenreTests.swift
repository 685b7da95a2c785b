import Testing
import TextModel

@testable import Analysis

struct GenreTests {
    @Test(arguments: DocumentKind.allCases)
    func declaredGenreIsKept(kind: DocumentKind) throws {
        #expect(
            try Drafting("! Terms of Service\nYou may not use our services for harm.", as: kind).report.kind == kind)
    }

    @Test(arguments: [
        (
            "! Terms of Service\nBy using our services you agree to these terms. We may terminate your account.",
            DocumentKind.terms
        ),
        (
            "! Network Safety Act\nBe it enacted by Parliament as follows.\n1. In this Act, “carrier” means a provider of services.",
            .statute
        ),
        ("! A note\nThe weather was fine.", .other),
        ("! Network Safety Bill\nThe carriers met.", .statute),
        ("# Network Safety Bill\nThe carriers met.", .statute),
        ("Page one\n# Network Safety Bill\nThe carriers met.", .statute),
        ("Page one\n## Network Safety Bill\nThe carriers met.", .other),
        ("! Statement on the Network Safety Bill\nThe carriers met.", .other),
        ("! Submission on the Network Safety Bill\nThe carriers met.", .critique),
        ("! Network Safety Bill debate\nThe carriers met.", .transcript),
        ("! Network Safety Bill, House of Lords, Third Reading\nThe carriers met.", .transcript),
        ("! Network Safety Bill returns to the house\nThe carriers met.", .other),
        ("! Review of the Network Strategy\nThe carriers met.", .other),
        (
            "! The rewriting module\nThis directive is set in the configuration file. The HTTP request is passed on to a worker process. Run the following command as root.",
            .technical
        ),
    ])
    func genreIsReadFromTheWords(text: String, kind: DocumentKind) throws {
        #expect(try Drafting(text, as: nil).report.kind == kind)
    }
}
