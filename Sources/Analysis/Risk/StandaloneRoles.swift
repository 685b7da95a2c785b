internal import Lexicons

/// The devices for which rules judge a passage that holds no concept.
enum StandaloneRoles {
    /// Facts that only a value, counterweight, control or safeguard of the passage can give.
    private static let factsOfConcepts: Set<Fact> = [
        .control, .asserted, .option, .prohibited, .critique, .reported, .value, .counterweight, .safeguarded,
    ]

    /// Devices of which at least one stands in every passage without concepts on which some rule can fire; `nil` when
    /// rules can fire on passages without any.
    static func roles(of rules: [Rule]) -> Set<DeviceRole>? {
        var found: Set<DeviceRole> = []
        for ruleCase in rules.flatMap(\.cases) where ruleCase.subject == .passage {
            if ruleCase.all.contains(where: factsOfConcepts.contains) { continue }
            if !ruleCase.any.isEmpty, ruleCase.any.allSatisfy(factsOfConcepts.contains) { continue }
            let conditions =
                ruleCase.all.map { [$0] }
                + (ruleCase.any.isEmpty ? [] : [ruleCase.any.filter { !factsOfConcepts.contains($0) }])
            let needed = conditions.compactMap(roles(giving:))
            // Of several conditions that must all hold, the absolutist one is the rarest.
            guard let chosen = needed.first(where: { $0 == [.absolutist] }) ?? needed.first else { return nil }
            found.formUnion(chosen)
        }
        return found
    }

    /// Devices of which one must stand in a passage without concepts that has one of the facts; `nil` when a fact may
    /// come from elsewhere.
    private static func roles(giving facts: [Fact]) -> Set<DeviceRole>? {
        var found: Set<DeviceRole> = []
        for fact in facts {
            let roles = PassageFacts.factOfRole.filter { $0.value == fact }.map(\.key)
            guard !roles.isEmpty else { return nil }
            // A threat without a concept counts only beside an absolutist device.
            found.formUnion(roles.map { $0 == .threat ? .absolutist : $0 })
        }
        return found
    }
}
