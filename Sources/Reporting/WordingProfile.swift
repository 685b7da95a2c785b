import TextModel

/// Words about a document as a whole, and about suggested wording.
extension Wording {
    static let profile = "Profile"
    static let profileOfAll = "Profile of all documents"
    static func profile(of path: String) -> String { "Profile of \(path)" }
    static let ownVoice = "own voice"
    static let values = "values"
    static let isolation = "isolation"
    static let companions = "companions"
    static let counterweights = "counterweights"
    static let controls = "controls"
    static let coreValues = "core values"
    static let coreValuesTouched = "core values touched"
    static let openTerms = "open terms"
    static let findingsRow = "findings"
    static let worstRow = "worst passage"
    static let density = "density"
    static let absent = "absent"
    static let mark = "mark"

    static func ownVoice(_ own: Int, of all: Int) -> String { "\(grouped(own)) of \(counted(all, "sentence"))" }
    static func companions(_ companions: Profile.Companions) -> String {
        "\"secure\" \(counted(companions.total, "time")): stability or resilience \(companions.inPassage) in the passage, "
            + "\(companions.inSection) in the section, \(companions.none) not there"
    }
    static func coverage(_ coverage: Profile.Coverage) -> String {
        "\(grouped(coverage.asserted)) asserted, \(grouped(coverage.linked)) with a linked safeguard, "
            + "\(grouped(coverage.strong)) with procedure"
    }
    static func openTerms(_ kinds: String, beside controls: Int) -> String {
        "\(kinds); \(grouped(controls)) beside a control"
    }
    static func density(_ count: Int, sentences: Double?, words: Double?) -> String {
        let per = [
            sentences.map { "\(decimal($0)) in 1,000 own-voice sentences" },
            words.map { "\(decimal($0)) in 1,000 words" },
        ].compactMap { $0 }
        return "\(counted(count, "finding")) at moderate or above"
            + (per.isEmpty ? "" : "; " + per.joined(separator: ", "))
    }
    static func status(_ status: Mark.Status) -> String {
        switch status {
        case .met: "met"
        case .notMet: "not met"
        case .tooLittleText: "too little text"
        }
    }
    static func mark(_ mark: Mark) -> String {
        let count = mark.obstacles.count
        return "\(mark.name): \(status(mark.status))"
            + (count > 0 ? ", \(counted(count, "obstacle"))" : "")
    }
    static func briefly(_ mark: Mark) -> String {
        let count = mark.obstacles.count
        return "mark \(status(mark.status))" + (count > 0 ? " (\(grouped(count)) in the way)" : "")
    }
    static func criterion(_ criterion: Mark.Criterion) -> String {
        switch criterion {
        case .band: "band"
        case .rule: "rule"
        case .safeguard: "safeguard"
        case .timeLimit: "time limit"
        case .trigger: "trigger"
        case .heading: "heading"
        case .definitions: "definitions"
        case .contact: "contact"
        }
    }
    static func alone(_ alone: Int, of values: Int) -> String {
        "\(counted(values, "value")) in own voice, \(grouped(alone)) alone"
    }
    static func controlsSafeguarded(_ coverage: Profile.Coverage) -> String {
        "\(counted(coverage.asserted, "control")), \(grouped(coverage.strong)) with procedure"
    }

    // Suggested wording.
    static func add(_ words: String) -> String { "add \"\(words)\"" }
    static func replace(_ old: String, _ new: String) -> String { "replace \"\(old)\" by \"\(new)\"" }
    static func delete(_ old: String) -> String { "delete \"\(old)\"" }
    static let placeholder = "square brackets are for the drafter to fill"

    /// A number with two decimals at most.
    static func hundredths(_ number: Double) -> String { String(describing: (number * 100).rounded() / 100) }

    /// A number with one decimal.
    static func decimal(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return "\(grouped(tenths / 10)).\(tenths % 10)"
    }
}
