internal import Desk
internal import Lexicons
internal import TextModel

/// An entry for a finding at the end of a file of suppressions.
struct SuppressionEntry {
    /// Offset in the file at which it goes in.
    let offset: Int
    /// What goes in.
    let text: String

    /// Writes an entry that the file, once it is longer, is read with; `nil` where its shape leaves no place for one.
    init?(for finding: Finding, path: String, reason: String, in file: String) {
        guard let known = Self.read(file) else { return nil }
        let indent =
            file.split(separator: "\n").last { $0.drop { $0 == " " }.hasPrefix("- ") }?
            .prefix { $0 == " " } ?? "  "
        let body = """
            \(indent)- fingerprint: \(Self.quoted(finding.fingerprint))
            \(indent)  path: \(Self.quoted(path))
            \(indent)  reason: \(Self.quoted(reason))

            """
        let start = file.isEmpty || file.hasSuffix("\n") ? "" : "\n"
        offset = file.utf8.count
        text = start + body
        guard let longer = Self.read(file + text), longer.count == known.count + 1,
            longer.last?.fingerprint == finding.fingerprint
        else { return nil }
    }

    private static func read(_ text: String) -> [SuppressionFile.Entry]? {
        do throws(LexiconError) {
            return try SuppressionFile(text: text, path: "").entries
        } catch {
            return nil
        }
    }

    private static func quoted(_ text: String) -> String {
        "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }
}
