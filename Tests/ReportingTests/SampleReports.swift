import TextModel

@testable import Reporting

/// Reports made by hand: a bill with powers, a statement of hostile and unusual text, one in Arabic, a
/// clean transcript.
enum SampleReports {
    static let tool = ToolInfo(
        name: "counterweight", version: "1.0.0", lexiconVersion: "2025.1",
        lexiconHash: String(repeating: "ab", count: 32))

    static let rules = [
        rule(
            "CW01", "slogan-as-justification",
            "A protective value is the stated purpose, ground or trigger of an asserted control."),
        rule(
            "CW02", "value-in-isolation", "A protective value in own voice stands far from any counterweight."
        ),
        rule(
            "CW03", "incomplete-triad",
            "Security of the Internet without stability or resilience in the section."),
        rule("CW04", "power-without-safeguards", "An asserted control has no linked procedural safeguard."),
        rule("CW05", "vague-trigger", "The scope, offence or condition of a control is open or undefined."),
        rule("CW08", "absolutist-aim", "An aim at all costs beside a value or control."),
        rule("CW09", "unbounded-discretion", "The controller alone decides."),
        rule("CW14", "indiscriminate-scope", "A control on all, any or every person, service or message."),
        rule("CW15", "no-time-limit", "An exceptional power without end or review."),
        rule("CW18", "architecture-harm", "A control breaks a core value of the Internet."),
        rule("P1", "balanced-values", "A protective value is joined to a counterweight."),
        rule("P4", "critique", "The wording is named in order to warn of it."),
    ]

    /// All of them, in no particular order, with two files that could not be read.
    static var results: Results {
        Results(
            reports: [statement(), bill(), transcript(), arabic()],
            failures: [
                Failure(path: "drafts/scan.pdf", message: "This is a PDF; convert it to text or HTML first."),
                Failure(path: "drafts/<missing>.txt", message: "No such file."),
            ],
            tool: tool, rules: rules)
    }

    static func bill() -> Report {
        var sample = SampleDocument(path: "drafts/bill.txt")
        sample.add(.title, "Digital Safety and Harmony Bill")
        sample.add(.heading, "Preliminary", number: "Part I", level: 1)
        sample.add(
            .provision, "The purpose of this Act is freedom from harm for every citizen.", number: "1.",
            level: 1)
        sample.add(.heading, "Powers of the Authority", number: "Part II", level: 1)
        sample.add(
            .provision,
            "For freedom from harm, the Authority may block any site\nor service it deems undesirable, without a warrant.",
            number: "2.", level: 1)
        sample.add(
            .provision, "The Authority may, in the interests of social harmony:", number: "3.", level: 1)
        sample.add(
            .listItem, "suspend Internet access in any area for as long as necessary;", number: "(a)",
            level: 2, parent: 5)
        sample.add(
            .listItem, "require every provider to retain traffic data of all users:", number: "(b)", level: 2,
            parent: 5)
        sample.add(.listItem, "for calls, and", number: "(i)", level: 3, parent: 7)
        sample.add(.listItem, "for messages.", number: "(ii)", level: 3, parent: 7)
        sample.add(.heading, "Rights", number: "Part III", level: 1)
        sample.add(
            .provision,
            "Nothing in this Act limits privacy, and security measures shall respect freedom of expression.",
            number: "4.", level: 1)
        let document = sample.document()
        var maker = ReportMaker(document, kind: .statute)

        maker.mention("V01", "freedom from harm", .value, "freedom from harm", in: 2, isolation: 4)
        maker.mention("V01", "freedom from harm", .value, "freedom from harm", in: 4, isolation: 4)
        maker.mention("C01", "blocking", .control, "block any site", in: 4)
        maker.mention("S01", "judge", .safeguard, "without a warrant", in: 4, isLive: false)
        maker.mention("V05", "social harmony", .value, "social harmony", in: 5, isolation: 4)
        maker.mention("C02", "shutdown", .control, "suspend Internet access", in: 6)
        maker.mention("C07", "data retention", .control, "retain traffic data", in: 7)
        maker.mention("B03", "privacy", .counterweight, "privacy", in: 11)
        maker.mention("V02", "security", .value, "security", in: 11, isolation: 0)
        maker.mention("B01", "expression", .counterweight, "freedom of expression", in: 11)

        let nearest = Finding.Nearest(span: document.span("privacy", in: 11), words: 42, grade: 4)
        maker.find(
            "CW02", "value-in-isolation", .info, 12,
            "“freedom from harm” stands without a counterweight in its section.",
            "freedom from harm", in: 2, nearest: Finding.Nearest(span: nearest.span, words: 61, grade: 4),
            missing: ["privacy", "freedom of expression"])
        maker.find(
            "CW01", "slogan-as-justification", .severe, 86,
            "“freedom from harm” is the stated ground of a power to block.", "freedom from harm", in: 4,
            related: [(.control, "block any site", "blocking", 4), (.cue, "For", "purpose", 4)],
            nearest: nearest,
            missing: [
                "judge or independent authority", "time limit", "notice and reasons", "appeal and remedy",
            ],
            factors: [
                Factor(name: "gate", value: 1, reason: "asserted"),
                Factor(name: "intrusiveness", value: 5, reason: "block any site"),
                Factor(name: "safeguards", value: 0, reason: ""),
            ],
            suggestion:
                "To prevent [a defined, serious harm], a court may order the blocking of [a named item] …")
        maker.find(
            "CW09", "unbounded-discretion", .severe, 86, "The Authority alone decides what is “undesirable”.",
            "it deems undesirable", in: 4, related: [(.control, "block any site", "blocking", 4)],
            nearest: nearest,
            missing: [
                "judge or independent authority", "time limit", "notice and reasons", "appeal and remedy",
            ])
        maker.find(
            "CW04", "power-without-safeguards", .high, 74, "The power to block has no linked safeguard.",
            "block any site", in: 4, related: [(.safeguard, "without a warrant", "removed", 4)],
            nearest: nearest,
            missing: [
                "judge or independent authority", "time limit", "notice and reasons", "appeal and remedy",
            ])
        maker.find(
            "CW15", "no-time-limit", .high, 71, "The shutdown may last as long as its author likes.",
            "for as long as necessary", in: 6,
            related: [
                (.value, "social harmony", "ground of the list", 5),
                (.control, "suspend Internet access", "shutdown", 6),
            ],
            nearest: nearest, missing: ["time limit"])
        maker.find(
            "CW14", "indiscriminate-scope", .high, 70, "The duty covers every provider and all users.",
            "every provider to retain traffic data of all users", in: 7,
            related: [
                (.control, "retain traffic data", "data retention", 7),
                (.cue, "all users", "universal scope", 7),
            ],
            nearest: nearest)
        maker.credit("P1", "balanced-values", "Security is joined to expression.", "security", in: 11)
        return maker.report()
    }

    static func statement() -> Report {
        var sample = SampleDocument(path: "drafts/statement <b>&\"'.html", format: "html")
        sample.add(.caption, "Home > News > Statements", isBoilerplate: true)
        sample.add(.title, "Statement <script>alert(\"title\")</script>")
        sample.add(.heading, "Our \"common\" goal & yours", level: 1)
        let filler =
            "We work with partners in every region to make sure that the benefits of technology are shared. "
        sample.add(
            .paragraph,
            String(repeating: filler, count: 9)
                + "Our goal is a safe and secure Internet for all, whatever it takes. "
                + String(repeating: filler, count: 7)
                + "Platforms must remove harmful content </p><script>alert(1)</script> at once. "
                + String(repeating: filler, count: 4))
        sample.add(
            .quote,
            "Escape: \u{1B}[31mred\u{1B}[0m, separator\u{1D}, override \u{202E}txt.exe\u{202C}, nul\u{0}.")
        sample.add(.heading, "Scope", level: 3)
        sample.add(.paragraph, "为了国家安全和社会稳定,网信部门可以屏蔽任何有害信息。网络运营者应当要求用户提供真实身份信息,并保存日志。")
        sample.add(
            .paragraph, "Cafe\u{301} owners and 👩‍👩‍👧 families want order, and the police may monitor them all.")
        sample.add(.listItem, "public order;", level: 1)
        sample.add(.listItem, "privacy, always;", level: 1)
        sample.add(.tableCell, "Aim")
        sample.add(.tableCell, "Public order")
        sample.add(.tableCell, "Measure")
        sample.add(
            .tableCell,
            "Filter https://example.org/a/very/long/path/that/has/no/spaces/at/all/and/does/not/end/soon?query=1"
        )
        sample.add(.code, "iptables -A INPUT -p tcp --dport 23 -j DROP")
        sample.add(.note, "See also the annex.")
        let document = sample.document()
        var maker = ReportMaker(document, kind: .press)
        maker.mention("V03", "safety", .value, "safe", in: 3, isolation: 5)
        maker.mention("V02", "security", .value, "safe and secure Internet", in: 3, isolation: 5)
        maker.mention("C03", "takedown", .control, "remove harmful content </p>", in: 3)
        maker.mention("V02", "national security", .value, "国家安全", in: 6, isolation: 5)
        maker.mention("C01", "blocking", .control, "屏蔽任何有害信息", in: 6)
        maker.mention("V04", "public order", .value, "order", in: 7, isolation: 5)
        maker.mention("C08", "monitoring", .control, "monitor them all", in: 7)
        maker.mention("B03", "privacy", .counterweight, "privacy", in: 9)
        maker.find(
            "CW03", "incomplete-triad", .low, 30, "“secure” stands without stability or resilience.",
            "secure Internet for all", in: 3, related: [(.value, "safe and secure Internet", "security", 3)])
        maker.find(
            "CW08", "absolutist-aim", .low, 28, "“whatever it takes” admits no limit.", "whatever it takes",
            in: 3)
        maker.find(
            "CW05", "vague-trigger", .moderate, 55, "“harmful” is not <defined> & \"open\".",
            "harmful content </p><script>alert(1)</script>", in: 3,
            related: [
                (.control, "remove harmful content </p>", "takedown", 3),
                (.cue, "must", "duty \"strict\"", 3),
            ])
        maker.find(
            "CW01", "slogan-as-justification", .severe, 90, "“国家安全” is the ground of a power to block.",
            "国家安全",
            in: 6, related: [(.control, "屏蔽任何有害信息", "屏蔽", 6), (.cue, "为了", "purpose", 6)])
        maker.find(
            "CW14", "indiscriminate-scope", .high, 66, "The power covers everyone.", "monitor them all",
            in: 7,
            related: [(.value, "order", "", 7), (.cue, "👩‍👩‍👧 families", "who", 7)])
        maker.find(
            "CW02", "value-in-isolation", .info, 10, "A cell with a slogan.", "Public order", in: 11,
            nearest: Finding.Nearest(span: document.span("privacy", in: 9), words: 1, grade: 3))
        maker.find(
            "CW18", "architecture-harm", .moderate, 50, "A filter breaks the end-to-end principle.", "Filter",
            in: 13)
        return maker.report()
    }

    static func arabic() -> Report {
        var sample = SampleDocument(path: "drafts/قانون.txt", language: "ar")
        sample.add(.title, "قانون السلامة الرقمية")
        sample.add(
            .provision, "حفاظا على الأمن القومي، يجوز للهيئة حجب أي موقع (blocking) تراه ضارا.", number: "1",
            level: 1)
        let document = sample.document()
        var maker = ReportMaker(document, kind: .statute)
        maker.mention("V02", "national security", .value, "الأمن القومي", in: 1, isolation: 5)
        maker.mention("C01", "blocking", .control, "حجب أي موقع", in: 1)
        maker.find(
            "CW01", "slogan-as-justification", .severe, 88,
            "“الأمن القومي” is the ground of a power to block.",
            "الأمن القومي", in: 1, related: [(.control, "حجب أي موقع", "blocking", 1)])
        return maker.report()
    }

    static func transcript() -> Report {
        var sample = SampleDocument(path: "drafts/transcript.txt")
        sample.add(.heading, "Debate", level: 1)
        sample.add(.speech, "We want a network that is open and secure.", speaker: "Ms. Rivera")
        sample.add(
            .speech, "The bill on “freedom from harm” may be used to justify oppression.",
            speaker: "Mr. <Okoye>")
        let document = sample.document()
        var maker = ReportMaker(document, kind: .transcript)
        maker.mention("B05", "openness", .counterweight, "open", in: 1)
        maker.mention("V02", "security", .value, "secure", in: 1, isolation: 0)
        maker.credit("P1", "balanced-values", "Security is joined to openness.", "open and secure", in: 1)
        maker.credit(
            "P4", "critique", "The slogan is named in order to warn of it.",
            "may be used to justify oppression", in: 2)
        return maker.report()
    }

    private static func rule(_ id: String, _ name: String, _ summary: String) -> RuleDescription {
        RuleDescription(
            id: id, name: name, summary: summary, reason: "", remedy: "", norms: [],
            isCredit: id.hasPrefix("P"))
    }
}
