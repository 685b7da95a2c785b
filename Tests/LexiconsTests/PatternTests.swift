import Testing

@testable import Lexicons

/// The notation of patterns, sign by sign: sequences are written with `·n` for a gap and `,` for a comma.
@Suite struct PatternTests {
    private static let inflector = Inflector(irregular: ["take": ["takes", "took", "taken", "taking"]])

    @Test(arguments: [
        ("security", ["security"]),
        ("freedom from harm", ["freedom from harm"]),
        ("end-to-end", ["end to end"]),
        ("Security", ["security"]),
        ("take+", ["take/taken/takes/taking/took"]),
        ("surveil*", ["surveil*"]),
        ("[security|safety] first", ["safety/security first"]),
        ("[safety|freedom from harm]", ["freedom from harm", "safety"]),
        ("the [public]? good", ["the public good", "the good"]),
        ("the public? good", ["the public good", "the good"]),
        ("@authority may", ["@authority may"]),
        ("@number days", ["@number days"]),
        ("block … site", ["block ·6 site"]),
        ("block ~ site", ["block ·12 site"]),
        ("block <3> site", ["block ·3 site"]),
        ("block <3>site", ["block ·3 site"]),
        ("block <3> <4> site", ["block ·7 site"]),
        ("block <3> [the]? site", ["block ·3 the site", "block ·3 site"]),
        ("security, order", ["security , order"]),
        ("security, <2> order", ["security ,·2 order"]),
    ])
    func unfolds(pattern: String, expected: [String]) throws {
        let written = try Pattern(pattern, inflecting: Self.inflector).sequences.map(Self.written)
        #expect(Set(written) == Set(expected))
    }

    @Test func inflectsEveryAlternative() throws {
        let sequences = try Pattern("[ban|bar]+ it", inflecting: Self.inflector).sequences
        guard case .words(let forms)? = sequences.first?.first?.target else {
            Issue.record("the first step is no set of words")
            return
        }
        #expect(forms.isSuperset(of: ["ban", "bans", "banned", "banning", "bar", "bars", "barred", "barring"]))
    }

    @Test(arguments: [
        ("", "is empty"),
        ("block <13> site", "a gap is written <1> to <12>"),
        ("block <0> site", "a gap is written <1> to <12>"),
        ("block <> site", "a gap is written <1> to <12>"),
        ("block <x> site", "a gap is written <1> to <12>"),
        ("block ~ <1> site", "gaps may not add up to more than 12 words"),
        (
            "the @king may",
            """
            unknown class @king; known: @authority @judge @provider @user @netobj @dataobj @cryptobj @outlet @work \
            @service @content @exchange @identity @permit @tool @stake @compel @bar @erase @halt @run @publish @watch @give \
            @keep @verify @number
            """
        ),
        ("[security|] first", "an alternative in [security|] is empty; write […]? for optional parts"),
        ("[security first", "\"[\" has no \"]\""),
        ("block …", "may not end with a gap, a comma or an optional part"),
        ("block ,", "may not end with a gap, a comma or an optional part"),
        ("block site?", "may not end with a gap, a comma or an optional part"),
        ("… block", "may not begin with a gap, a comma or an optional part"),
        (", block", "may not begin with a gap, a comma or an optional part"),
        ("[the]? block", "may not begin with a gap, a comma or an optional part"),
        ("sec*", "\"sec*\": a prefix needs four letters or more"),
        ("a/b", "\"a/b\" holds a sign that is neither letter nor digit; see the table of signs"),
        ("+", "\"+\" has no letters"),
        (
            "[a|b c|d e|f g] [a|b c|d e|f g] [a|b c|d e|f g] [a|b c|d e|f g] [a|b c|d e|f g] end",
            "unfolds into more than 512 sequences; split it"
        ),
    ])
    func refuses(pattern: String, message: String) {
        let error = #expect(throws: PatternError.self) { try Pattern(pattern, inflecting: Self.inflector) }
        #expect(error?.message == message)
    }

    private static func written(_ sequence: [Pattern.Step]) -> String {
        sequence.map { step in
            let before = (step.allowsComma ? "," : "") + (step.gap > 0 ? "·\(step.gap)" : "")
            let target =
                switch step.target {
                case .words(let words): words.sorted().joined(separator: "/")
                case .prefix(let prefix): prefix + "*"
                case .noun(let noun): "@" + noun.rawValue
                case .number: "@number"
                }
            return before.isEmpty ? target : before + " " + target
        }.joined(separator: " ")
    }

    @Test func moreSetsOfWordsThanCanBeToldApartAreAProblem() {
        var table = SymbolTable()
        for number in 0..<65_000 { _ = table.number(of: .words(["w\(number)"])) }
        #expect(table.problem == nil)
        for number in 65_000..<70_000 { _ = table.number(of: .words(["w\(number)"])) }
        let message =
            "patterns hold \(70_000 + NounClass.allCases.count + 1) different sets of words; at most 65535 can be told apart"
        #expect(table.problem == message)
    }
}
