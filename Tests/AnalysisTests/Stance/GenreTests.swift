import Testing
import TextModel

@testable import Analysis

struct GenreTests {
    /// An offence that tells of what somebody said.
    private static let offence =
        "Who said or wrote of a carrier that it failed is fined" + String(repeating: ", on a quay", count: 40) + "."

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
        ("! Senate passes the Network Safety Bill\nThe carriers met.", .press),
        ("! Network Safety Bill: oral evidence\nThe carriers met.", .transcript),
        ("! Network Guidelines Rules\nThe carriers met.", .statute),
        // What bears the name of a statute may tell more of what others do.
        ("! Network Safety Act 1983\n\(offence)", .statute),
        ("! Network Safety (Amendment) Act 1983 (Repealed)\n\(offence)", .statute),
        ("! Network Safety Act\n\(offence)", .other),
        ("! Handbook of Network Law\nThe carriers met.", .other),
        ("! Harmonising Network Law in the Islands\nThe carriers met.", .other),
        ("! The Network Safety Act must be repealed\nThe carriers met.", .critique),
        ("! Rule of law in the networks\nThe carriers met.", .other),
        ("! Network Safety Bill\nYou don't need to read it. It's long.", .other),
        ("! Network Safety Bill\nThe plate reads “You don't need it. It's long.”", .statute),
        ("! Network Safety Bill\nI. The carriers meet. II. They vote.", .statute),
        ("! Network Safety Law No. 5 of 1998\nThe plan was long.", .statute),
        ("! Network Safety Bill\nThe fine is 200 dinars (US$ 20) or 400 dinars (US$ 40).", .statute),
        ("! What is the Network Safety Bill?\nThe carriers met.", .other),
        ("! Protecting your privacy\nThe carriers met.", .terms),
        ("! Hardening Guide for Carriers\nThe carriers met.", .technical),
        ("! Mobile Phone Policy\nThe carriers met.", .guidance),
        (
            "! The rewriting module\nThis directive is set in the configuration file. The HTTP request is passed on to a worker process. Run the following command as root.",
            .technical
        ),
    ])
    func genreIsReadFromTheWords(text: String, kind: DocumentKind) throws {
        #expect(try Drafting(text, as: nil).report.kind == kind)
    }
}
