import Testing

@testable import Lexicons

@Suite struct InflectorTests {
    private let inflector = Inflector(
        irregular: ["take": ["takes", "took", "taken", "taking"], "child": ["children"]],
        spellings: [
            "isation": ["ization"], "isations": ["izations"], "ise": ["ize"], "ised": ["ized"], "ises": ["izes"],
            "ising": ["izing"], "ize": ["ise"], "ized": ["ised"], "izes": ["ises"], "izing": ["ising"],
            "ence": ["ense"], "ences": ["enses"], "our": ["or"], "ours": ["ors"], "tre": ["ter"], "tres": ["ters"],
        ])

    @Test(arguments: [
        ("block", ["block", "blocks", "blocked", "blocking"]),
        ("ban", ["ban", "bans", "banned", "banning"]),
        ("control", ["control", "controls", "controlled", "controlling"]),
        ("policy", ["policy", "policies"]),
        ("deny", ["deny", "denies", "denied", "denying"]),
        ("survey", ["survey", "surveys", "surveyed", "surveying"]),
        ("remove", ["remove", "removes", "removed", "removing"]),
        ("oversee", ["oversee", "oversees", "overseeing"]),
        ("search", ["search", "searches", "searched", "searching"]),
        ("address", ["address", "addresses", "addressed", "addressing"]),
        ("tax", ["tax", "taxes", "taxed", "taxing"]),
        (
            "authorise",
            ["authorise", "authorises", "authorised", "authorising", "authorize", "authorized", "authorizing"]
        ),
        ("authorize", ["authorise", "authorised", "authorizes", "authorize"]),
        ("organisation", ["organisation", "organisations", "organization", "organizations"]),
        ("defence", ["defence", "defense", "defences", "defenses"]),
        ("licence", ["licence", "license", "licences", "licenses"]),
        ("behaviour", ["behaviour", "behavior", "behaviours", "behaviors"]),
        ("centre", ["centre", "center", "centres", "centers"]),
        ("take", ["take", "takes", "took", "taken", "taking"]),
        ("child", ["child", "children"]),
    ])
    func makes(base: String, forms: [String]) {
        #expect(inflector.forms(of: base).isSuperset(of: forms))
    }

    @Test(arguments: [
        ("take", "taked"), ("child", "childs"), ("ban", "bann"), ("policy", "policys"), ("tax", "taxs"),
        ("actor", "actour"),
    ])
    func doesNotMake(base: String, form: String) {
        #expect(!inflector.forms(of: base).contains(form))
    }
}
