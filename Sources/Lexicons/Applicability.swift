internal import Yams

/// Which findings a template or a piece of advice is for.
public struct Applicability: Sendable, Hashable {
    /// How the control binds, by the names of the scoring profile; empty: however it does.
    public let modalities: [String]
    /// Controls by concept id; empty: whichever it is.
    public let controls: [String]
    /// Controls that it is not for, by concept id.
    public let exceptions: [String]

    /// Whether it is for a finding on a control that binds in this way; both `nil` where there is no control.
    public func suits(modality: String?, control: String?) -> Bool {
        (modalities.isEmpty || modality.map(modalities.contains) == true)
            && (controls.isEmpty || control.map(controls.contains) == true)
            && control.map(exceptions.contains) != true
    }
}

/// What a rule says of some findings in place of its general words.
public struct Advice: Sendable, Hashable {
    /// The findings.
    public let applicability: Applicability
    /// Message with placeholders in braces; `nil`: that of the rule.
    public let message: String?
    /// How to reword.
    public let remedy: String
}

extension StrictYAML {
    /// The keys `when`, `controls` and `except` of a mapping.
    mutating func applicability(in mapping: inout Mapping) -> Applicability {
        Applicability(
            modalities: strings("when", in: &mapping), controls: ids("controls", of: .control, in: &mapping),
            exceptions: ids("except", of: .control, in: &mapping))
    }

    /// An item of `advice`.
    mutating func advice(_ node: Node) -> Advice? {
        guard var mapping = self.mapping(node, what: "a piece of advice") else { return nil }
        let applicability = self.applicability(in: &mapping)
        let message = optional("message", in: &mapping).flatMap {
            template($0, what: "message", slots: MessageSlots.ofMessages)
        }
        let remedy = string("remedy", in: &mapping)
        finish(mapping)
        return remedy.map { Advice(applicability: applicability, message: message, remedy: $0) }
    }
}
