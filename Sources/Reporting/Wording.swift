import TextModel

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
    static let norm = "norm"
    static let remedy = "remedy"
    static let suggestion = "suggested wording"
    static let reason = "why"
    static let factor = "factor"
    static let confidence = "confidence"
    static func score(_ score: Int) -> String { "score \(score) of 100" }
    static func line(_ line: Int) -> String { "line \(line)" }
    static func words(_ count: Int) -> String { count == 1 ? "1 word away" : "\(grouped(count)) words away" }
    static func place(_ grade: Int) -> String { "\(Wording.grade(grade)), grade \(grade)" }

    // Totals.
    static func documents(_ count: Int) -> String { counted(count, "document") }
    static func passages(_ count: Int) -> String { counted(count, "passage") }
    static func wordCount(_ count: Int) -> String { counted(count, "word") }
    static func findings(_ count: Int) -> String { counted(count, "finding") }
    static func credits(_ count: Int) -> String { counted(count, "credit") }
    static func hidden(_ count: Int, below band: Band) -> String { "\(grouped(count)) below \(band.name) not shown" }
    static func unread(_ count: Int) -> String { "\(counted(count, "file")) could not be read" }
    static let noFindings = "no findings"
    static let noCertificate = "Wording is judged, never intent; a clean result is no certificate."

    /// A number with a noun that has a regular plural.
    static func counted(_ count: Int, _ noun: String) -> String { "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")" }

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
}
