@testable import Lexicons

/// A lexicon of a few words that compiles, and variations of it.
enum SmallLexicon {
    /// Its files by path.
    static let files: [String: String] = [
        "pack.yaml": "name: small\nversion: 1.2.3\nlicence: Apache-2.0\n",
        "structure.yaml": """
        parts: [book]
        chapters: [chapter]
        divisions: [division]
        provisions: [article, art.]
        pages: [page]
        page-joiners: [of]
        months: [may]
        message-openers: [wrote]
        mail-fields: [from]
        compound-beginnings: [self, -of]
        compound-endings: [based]
        word-endings: [ment]
        """,
        "xx/language.yaml": """
        language: xx
        abbreviations: ["Mr.", "No."]
        enders: [".", "!"]
        closers: ['"', ")"]
        numerals: [one, two]
        starters: [The]
        function-words: [the, of]
        third-persons: [they]
        conversational: [you]
        irregular:
          take: [takes, took, taken, taking]
        spellings:
          our: [or]
        """,
        "xx/nouns.yaml": """
        family: noun
        concepts:
          - id: N1
            name: authority
            title: An authority
            class: authority
            entries: [minister+, "the [Authority|Commission]"]
            examples: {find: [the minister], pass: [the baker]}
        """,
        "xx/values.yaml": values,
        "xx/controls.yaml": """
        family: control
        concepts:
          - id: K1
            name: blocking
            title: Blocking
            intrusiveness: 4
            touches: [global, open]
            entries:
              - "block+ <3> [website|site]+"
              - {pattern: "use+ a VPN", act: conduct, strength: strong, intrusiveness: 2}
              - "@authority, may … take+ down"
              - "disconnect* @number person+"
            innocent: [block grant]
            examples: {find: [block the site], pass: [a block grant]}
        """,
        "xx/safeguards.yaml": """
        family: safeguard
        concepts:
          - id: S05
            name: judge
            title: A judge
            tier: 1
            weight: 0.35
            limits: [K1]
            entries: [court order+]
            examples: {find: [a court order], pass: [a tennis court]}
        """,
        "xx/counterweights.yaml": """
        family: counterweight
        concepts:
          - id: C1
            name: privacy
            title: Privacy
            generic: true
            entries: [privacy]
            examples: {find: [privacy], pass: [piracy]}
        """,
        "xx/devices.yaml": """
        family: device
        concepts:
          - id: D1
            name: duty
            title: A duty
            role: duty
            scope: left
            entries: [shall, {pattern: must, scope: both}]
            examples: {find: [shall], pass: [should]}
        """,
        "xx/genres.yaml": """
        family: genre
        concepts:
          - id: G1
            name: statute
            title: A statute
            kind: statute
            entries: [short title]
            examples: {find: [short title], pass: [title]}
        """,
        "rules/T1.yaml": """
        id: T1
        name: test-rule
        title: "A rule"
        summary: It fires.
        message: "{control} is \\"bold\\"."
        reason: Because.
        remedy: Reword.
        norms: ["Norm 1", "Norm 2"]
        credit: false
        fires:
          - {on: control, band: score, all: [asserted], any: [vague, discretion], none: [judge], concepts: [K1], aims: [V1]}
          - {on: passage, band: high, all: [control]}
        examples: {find: ["Block the site."], pass: ["Hello."]}
        """,
        "profiles/default.yaml": """
        weights: {base: 0.4, intrusiveness: 0.2, value: 0.1, scope: 0.1, discretion: 0.1, legitimacy: 0.1}
        gate: {asserted: 1, option: 0.5}
        bindingness: {duty: 1, none: 0.25}
        mitigation: {cap: 0.75, cap-intrusive: 0.4}
        thresholds: {low: 10, moderate: 30, high: 55, severe: 75}
        """,
    ]

    /// The file of values, for tests that change it.
    static let values = """
        family: value
        concepts:
          - id: V1
            name: security
            title: Security
            legitimacy: listed
            entries:
              - security
              - freedom from harm
            innocent:
              - social security
            examples:
              find: [security]
              pass: [social security]

        """

    /// The source with some files replaced, or taken out where the new text is `nil`.
    static func source(replacing changes: [String: String?] = [:]) -> LexiconSource {
        var changed = files
        for (path, text) in changes { changed[path] = text }
        return LexiconSource(files: changed.map { (path: $0.key, text: $0.value) })
    }

    /// The compiled lexicon.
    static func lexicon(sha256: String = "abc") throws -> Lexicon { try source().compile(sha256: sha256).lexicon }

    /// What the compiler says of the source with some files replaced, one line a problem.
    static func problems(replacing changes: [String: String?]) -> [String] {
        do {
            _ = try source(replacing: changes).compile(sha256: "")
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }
}
