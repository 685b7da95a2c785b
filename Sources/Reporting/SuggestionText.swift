import TextModel

/// Suggested wording in words: what to add, to replace, to delete.
struct SuggestionText {
    let suggestion: Suggestion
    let document: Document

    /// One sentence part for each change, and a word on placeholders.
    var text: String {
        let changes = suggestion.edits.map { edit in
            let old = document.string(edit.span)
            let new = Self.trimmed(edit.replacement)
            if old.isEmpty { return Wording.add(new) }
            return new.isEmpty ? Wording.delete(Self.trimmed(old)) : Wording.replace(old, new)
        }
        return changes.joined(separator: "; ") + (suggestion.hasPlaceholder ? " (\(Wording.placeholder))" : "")
    }

    /// A replacement as it goes into the file: where that is markup, its signs are escaped.
    static func escaped(_ text: String, for format: String) -> String {
        guard format == "html" || format == "xml" else { return text }
        var escaped = ""
        for character in text {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            default: escaped.append(character)
            }
        }
        return escaped
    }

    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
