public import TextModel

/// A rule or credit of the codebook as its file states it.
public struct Rule: Sendable {
    /// What reports show of it.
    public let description: RuleDescription
    /// Plain-word title.
    public let title: String
    /// Message with placeholders in braces.
    public let message: String
    /// When it fires, and how much it then matters; the first case for a subject that holds decides.
    public let cases: [RuleCase]
    /// Passages on which it must fire.
    public let find: [String]
    /// Passages on which it must not fire.
    public let pass: [String]
    /// What it says of some findings in place of its general words; the first that suits decides.
    public let advice: [Advice]
    /// Templates of wording that make it fall silent, in order of preference.
    public let rewordings: [Rewording]

    /// The message and the remedy for a finding on a control that binds in a way; both `nil` where there is no control.
    /// A placeholder of the message without a value is left out; asks only for what the message holds.
    public func words(
        modality: String?, control: String?, filling value: (String) -> String?
    ) -> (message: String, remedy: String) {
        let own = advice.first { $0.applicability.suits(modality: modality, control: control) }
        return (Self.filled(own?.message ?? message, value), own?.remedy ?? description.remedy)
    }

    private static func filled(_ message: String, _ value: (String) -> String?) -> String {
        var text = ""
        var rest = message.utf8[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "{")),
            let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
        {
            text += Substring(rest[..<open])
            text += value(String(Substring(rest[rest.index(after: open)..<close]))) ?? ""
            rest = rest[rest.index(after: close)...]
        }
        text += Substring(rest)
        return text
    }
}

/// What a case of a rule looks at, one at a time.
public enum RuleSubject: String, Sendable, CaseIterable { case control, value, counterweight, passage }

/// One way for a rule to fire: facts that must hold, facts of which one must, facts that must not.
public struct RuleCase: Sendable {
    /// How much it matters: a fixed band, or the band of the control's score.
    public enum Weight: Sendable, Hashable {
        case fixed(Band)
        case score
    }

    /// What it looks at.
    public let subject: RuleSubject
    /// How much it matters.
    public let weight: Weight
    /// Facts that must all hold.
    public let all: [Fact]
    /// Facts of which one must hold, when any are given.
    public let any: [Fact]
    /// Facts none of which may hold.
    public let none: [Fact]
    /// Concept ids that the subject must be one of, when any are given.
    public let concepts: [String]
    /// Concept ids of which a value linked to the subject must be one, when any are given.
    public let aims: [String]
}
