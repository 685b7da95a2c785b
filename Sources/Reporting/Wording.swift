package import TextModel

/// Words of the reports themselves, in English; no other file of this module speaks to the reader.
enum Wording {
    // Terms of the codebook.
    static let grades = [
        "in the same clause", "in the same sentence", "in the same passage", "in the same section",
        "elsewhere in the document", "nowhere in the document",
    ]

    static func family(_ family: Family) -> String {
        switch family {
        case .value: "protective value"
        case .counterweight: "counterweight"
        case .control: "control"
        case .safeguard: "safeguard"
        }
    }

    static func grade(_ grade: Int) -> String { grades.indices.contains(grade) ? grades[grade] : grades[5] }

    // Notes of a finding.
    static let section = "section"
    static let nearest = "nearest counterweight"
    static let noneInDocument = "none in the document"
    static let missing = "missing"
    static func gravest(_ finding: Finding) -> String {
        let rest = finding.missing.count - finding.gravest.count
        return finding.gravest.joined(separator: ", ") + (rest == 0 ? "" : ", and \(rest) more (with -v)")
    }
    static let norm = "norm"
    static let remedy = "remedy"
    static let suggestion = "suggested wording"
    static let reason = "why"
    static let factor = "factor"
    static let confidence = "confidence"
    static let review = "review"
    static func review(_ outcome: ReviewOutcome) -> String {
        let opinions = outcome.opinions.map { opinion in
            "\(opinion.name) by \(opinion.reviewer)" + (opinion.reason.isEmpty ? "" : " (\(opinion.reason))")
        }
        return (outcome.state == .disputed ? "disputed: " : "") + opinions.joined(separator: ", ")
            + (outcome.judged.map { "; the program says \($0.name)" } ?? "")
    }
    static func score(_ score: Int) -> String { "score \(score) of 100" }
    static func line(_ line: Int) -> String { "line \(line)" }
    static func leaf(_ leaf: (kind: String, number: Int)) -> String { "\(leaf.kind) \(leaf.number)" }
    static func words(_ count: Int) -> String { count == 1 ? "1 word away" : "\(grouped(count)) words away" }
    static func place(_ grade: Int) -> String { "\(Wording.grade(grade)), grade \(grade)" }

    // Totals.
    static func documents(_ count: Int) -> String { counted(count, "document") }
    static func passages(_ count: Int) -> String { counted(count, "passage") }
    static func wordCount(_ count: Int) -> String { counted(count, "word") }
    static func findings(_ count: Int) -> String { counted(count, "finding") }
    static func credits(_ count: Int) -> String { counted(count, "credit") }
    static func findings(_ count: Int, in passages: Int) -> String {
        count == 0 ? findings(count) : "\(findings(count)) in \(Wording.passages(passages))"
    }
    static func tally(_ band: Band, in passages: Int) -> String { "\(band.name) in \(Wording.passages(passages))" }
    static func hidden(_ count: Int, below band: Band) -> String {
        "\(grouped(count)) below \(band.name) not shown"
    }
    static func inactive(_ count: Int) -> String { "\(grouped(count)) suppressed or known" }
    static func dismissed(_ count: Int) -> String { "\(grouped(count)) dismissed by reviewers" }
    static func omitted(_ counts: [String]) -> String {
        "\(counts.joined(separator: ", ")) not shown as annotations; another format lists them all"
    }
    static func unread(_ count: Int) -> String { "\(counted(count, "file")) could not be read" }
    static let noFindings = "no findings"
    static let noCertificate = "Wording is judged, never intent; a clean result is no certificate."

    // The page.
    /// BCP 47 tag of these words.
    static let language = "en"
    static let pageTitle = "Counterweight report"
    static let tagline =
        "Where a protective value stands alone, where wording could justify control, and how to reword it."
    static let skip = "Skip to the findings"
    static let contents = "Contents"
    static let summary = "Summary"
    static let findingList = "Findings"
    static let documentList = "Documents"
    static let unreadFiles = "Files that could not be read"
    static let unreadNote = "Nothing is known about these files; the counts on this page leave them out."
    static let method = "How to read this report"
    static let methodNotes = [
        "Wording is judged, never intent, legality or the reputation of an author. Each finding names the words, the rule, the norm behind the rule and a way to reword.",
        "A clean result is no certificate. The reading works from lists of words and patterns; it can miss a restrictive wording and can misread a harmless one. What a passage refers to outside its document has not been read.",
        "Bands say what a careful reviewer would want: info is worth a count, low a rewording before publication; moderate prepares or shields a restriction; high is a power without essential safeguards; severe is an intrusive power that rests on a slogan and open discretion.",
        "The score puts passages in an order for reading, which the list of findings follows within each document. Its weights are a reasoned choice, not a measurement, and it is no probability. Confidence says how sure the reading is, and is not part of the score.",
    ]
    static let legend = "Marks in the text"
    static let legendFinding = "words of a finding"
    static let legendIdle = "named, but does not count"
    static let legendCue = "cue: a word that decided the reading"
    static let rule = "Rule"
    static let creditTable = "Done well"
    static let count = "Findings"
    static let creditCount = "Places"
    static let meaning = "Fires when"
    static let creditMeaning = "Given when"
    static let filter = "Show bands"
    static let filterRule = "Show rule"
    static let allRules = "all"
    static let ruleNotes = "Rules, norms and remedies"
    static let dismissedTitle = "Dismissed by reviewers"
    static let dismissedNote = "These findings are in no count on this page."
    static let passageMarks = "Marks in this passage"
    static func seeRule(_ rule: String) -> String { "Why, norm and remedy of \(rule)" }
    static let filterHint = "The choice also applies to the cards beside the text."
    static let bandColumn = "Band"
    static let placeColumn = "Line:column"
    static let wordsColumn = "Words"
    static let messageColumn = "What is wrong"
    static let unreadInput = "input that could not be read"
    static let tableCells = "Table cells"
    static let furniture = "Page furniture, not judged"
    static let documentColumns = ["Document", "Worst band", "Findings", "Credits", "Passages"]
    static let factorColumns = ["Factor", "Value", "Because"]
    static func factors(_ score: Int) -> String { "Factors of the score of \(score)" }
    static func worst(_ band: Band) -> String { band == .none ? noFindings : "worst band \(band.name)" }
    static func kind(_ kind: DocumentKind) -> String { "read as \(kind.rawValue)" }
    static func lexicon(_ version: String, _ hash: String) -> String {
        "Lexicon \(version), SHA-256 \(hash)."
    }

    // The picture of the balance.
    static let documentBalance = "Balance of this document"
    static let valuesTitle = "Protective values in own voice"
    static let valuesNote = "by distance to the nearest live counterweight"
    static let counterweightsTitle = "Live counterweights"
    static let counterweightsNote = "by kind"
    static let controlsTitle = "Asserted controls"
    static let controlsNote = "with and without a linked safeguard"
    static let without = "without a linked safeguard"
    static let with = "with a linked safeguard"
    static let none = "none"
    static func otherKinds(_ count: Int) -> String { counted(count, "other kind") }
    static let balanceCaption =
        "Solid bars stand alone: no counterweight in the passage, no safeguard on the control. Hatched bars have company: a counterweight in the passage, or at least one linked safeguard. All bars have one scale."

    /// A number with a noun that has a regular plural.
    static func counted(_ count: Int, _ noun: String) -> String {
        "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")"
    }

    /// A number with commas between the thousands.
    static func grouped(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        var result = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
            result.append(digit)
        }
        return result
    }

    /// The text with a capital at its start.
    static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// Where a text has no space on so many characters, it is cut anywhere.
    private static let longestWord = 24

    /// A long text cut in its middle to about `limit` characters, between words where it has spaces nearby.
    static func shortened(_ text: String, to limit: Int) -> String {
        guard text.count > limit else { return text }
        let start = text.prefix(limit * 2 / 3 + 1)
        let end = text.suffix(limit / 3 + 1)
        let last = start.suffix(longestWord).lastIndex(where: \.isWhitespace)
        let first = end.prefix(longestWord).firstIndex(where: \.isWhitespace)
        return
            "\(last.map { start[..<$0] } ?? start.dropLast()) … \(first.map { end[$0...].dropFirst() } ?? end.dropFirst())"
    }
}

extension ReviewOutcome {
    /// Who made what of the finding, as people read it.
    package var words: String { Wording.review(self) }
}
