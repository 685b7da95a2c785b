public import TextModel

/// A rule or credit of the codebook as its file states it.
public struct Rule: Sendable {
    /// What reports show of it.
    public let description: RuleDescription
    /// Plain-word title.
    public let title: String
    /// Message with placeholders in braces.
    public let message: String
    /// Passages on which it must fire.
    public let find: [String]
    /// Passages on which it must not fire.
    public let pass: [String]

    /// The message with its placeholders filled; a clause whose placeholder is empty is kept with the word left out.
    public func message(filling values: [String: String]) -> String {
        var text = message
        for (name, value) in values { text = text.replacing("{\(name)}", with: value) }
        return text
    }
}
