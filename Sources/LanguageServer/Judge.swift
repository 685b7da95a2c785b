package import Lexicons
package import TextModel

/// A text as an editor holds it.
package struct Draft: Sendable {
    /// Path as `check` would name it: relative to the root where it is below.
    package let path: String
    /// What the editor calls its language: "markdown", "html", "plaintext".
    package let languageID: String
    /// The text in UTF-8.
    package let bytes: [UInt8]

    /// Makes a draft.
    package init(path: String, languageID: String, bytes: [UInt8]) {
        self.path = path
        self.languageID = languageID
        self.bytes = bytes
    }
}

/// What the server asks of whoever can read and judge; it knows neither files nor settings itself.
package struct Judge {
    /// What came of a draft.
    package enum Outcome {
        case report(Report)
        /// It cannot be read, or its settings are broken: why.
        case failure(String)
    }

    /// A file of suppressions by fingerprint, for texts that know no comments.
    package struct SideFile: Sendable {
        /// Its absolute path.
        package let path: String
        /// Reads it.
        package let text: @Sendable () -> String?

        /// Names a file.
        package init(path: String, text: @escaping @Sendable () -> String?) {
            self.path = path
            self.text = text
        }
    }

    /// Changes of a document's text that make a finding fall silent.
    package struct Rewording: Sendable {
        /// What goes and what comes, in ascending order.
        package let edits: [(span: TextSpan, replacement: String)]
        /// Whether the writer has to fill something in.
        package let hasPlaceholder: Bool

        /// Makes a rewording.
        package init(edits: [(span: TextSpan, replacement: String)], hasPlaceholder: Bool) {
            self.edits = edits
            self.hasPlaceholder = hasPlaceholder
        }
    }

    /// The rule book.
    package let rules: [Rule]
    /// Findings below it are not shown.
    package let lowestBand: Band
    /// Notes on the reading that a writer should see, by code.
    package let shownNotes: [String]
    /// Where texts without comments are suppressed, if anywhere.
    package let sideFile: SideFile?
    /// Judges a draft.
    package let outcome: (Draft) -> Outcome
    /// Rewords a finding of a report, when that is known to help.
    package let rewording: (Finding, Report) -> Rewording?

    /// Brings together what the server needs.
    package init(
        rules: [Rule], lowestBand: Band, shownNotes: [String], sideFile: SideFile?,
        outcome: @escaping (Draft) -> Outcome, rewording: @escaping (Finding, Report) -> Rewording?
    ) {
        self.rules = rules
        self.lowestBand = lowestBand
        self.shownNotes = shownNotes
        self.sideFile = sideFile
        self.outcome = outcome
        self.rewording = rewording
    }
}

/// Why no judge can be had: a broken configuration or lexicon.
package struct JudgeError: Error, Hashable {
    /// One line each.
    package let messages: [String]

    /// Takes the lines.
    package init(_ messages: [String]) { self.messages = messages }
}
