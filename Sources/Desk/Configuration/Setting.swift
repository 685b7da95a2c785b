/// Something that a configuration file can decide, by its key there: the option of the command line without dashes.
package enum Setting: String, Sendable, CaseIterable {
    case select, ignore
    case failOn = "fail-on"
    case language
    case inputFormat = "input-format"
    case encoding
    case maxBytes = "max-bytes"
    case exclude
    case format, output
    case minBand = "min-band"
    case activeOnly = "active-only"
    case color
    case exitZero = "exit-zero"
    case lexicons, baseline, suppressions, decisions
    case quiet, verbose

    /// What its value looks like.
    package enum Shape: Sendable, Hashable {
        case text
        /// A path relative to the file that gives it.
        case path
        /// Paths relative to the file that gives them.
        case paths
        case texts
        case number
        case flag
        case choice([String])
    }

    /// Whether it may differ from file to file, and so stand in an override.
    package var isForFiles: Bool {
        switch self {
        case .select, .ignore, .failOn, .language, .inputFormat, .encoding, .maxBytes: true
        default: false
        }
    }

    /// What it decides, one line for the schema.
    package var summary: String {
        switch self {
        case .select: "Rules and credits that count, by id or beginning of ids."
        case .ignore: "Rules and credits that do not count."
        case .failOn: "Lowest band that makes the exit code 1; none: no finding does."
        case .language: "Language of the documents as a BCP 47 tag."
        case .inputFormat: "Format of the documents."
        case .encoding: "Encoding of the documents by its IANA name."
        case .maxBytes: "Largest document that is read, in bytes."
        case .exclude: "Globs of files that directories do not stand for."
        case .format: "Outputs: a format, or format=file."
        case .output: "File to write to, instead of standard output."
        case .minBand: "Lowest band that is shown."
        case .activeOnly: "Leave suppressed, known and dismissed findings out of SARIF and CSV."
        case .color: "When to colour terminal text."
        case .exitZero: "Exit with 0 whatever is found."
        case .lexicons: "Folder of the lexicon."
        case .baseline: "File of known findings."
        case .suppressions: "File of suppressions by fingerprint."
        case .decisions: "Files of reviewers' decisions."
        case .quiet: "Print nothing but findings and errors."
        case .verbose: "Print reasons, factors, credits and notes."
        }
    }
}

/// The value of a setting.
package enum SettingValue: Sendable, Hashable, CustomStringConvertible {
    case text(String)
    case texts([String])
    case number(Int)
    case flag(Bool)

    /// As YAML would show it.
    package var description: String {
        switch self {
        case .text(let text): text
        case .texts(let texts): "[\(texts.joined(separator: ", "))]"
        case .number(let number): String(number)
        case .flag(let flag): flag ? "true" : "false"
        }
    }
}
