package import TextModel

/// What changed between two versions of a text, as far as values, controls and safeguards go.
package struct DraftComparison: Sendable {
    /// A use of a concept that one version has and the other lacks.
    package struct Use: Sendable, Hashable {
        /// Id of the concept.
        package let concept: String
        /// The concept in plain words.
        package let title: String
        /// Its family.
        package let family: Family
        /// The words.
        package let text: String
    }

    /// A control that a value justifies.
    package struct Justification: Sendable, Hashable {
        /// The value in plain words.
        package let value: String
        /// The control in plain words.
        package let control: String
        /// The words of both.
        package let text: String
    }

    /// A passage of one version or both.
    package struct Passage: Sendable {
        /// What became of it.
        package enum Kind: String, Sendable, CaseIterable { case unchanged, changed, moved, added, removed }

        /// What became of it.
        package let kind: Kind
        /// Its block in the old text.
        package let oldBlock: Int?
        /// Its block in the new text.
        package let newBlock: Int?
        /// Its text before.
        package let oldText: String
        /// Its text now.
        package let newText: String
        /// Its band before; `nil` where it was not there or is not judged.
        package let oldBand: Band?
        /// Its band now.
        package let newBand: Band?
        /// Counterweights, safeguards and asserted controls that went.
        package let lost: [Use]
        /// Counterweights, safeguards and asserted controls that came.
        package let gained: [Use]
        /// Controls that a value newly justifies.
        package let newLinks: [Justification]
        /// Controls that a value no longer justifies.
        package let lostLinks: [Justification]
        /// Rules that fire now and did not before.
        package let newRules: [String]
        /// Rules that fired before and no longer do.
        package let settledRules: [String]

        /// Whether anything about values, controls or safeguards changed.
        package var matters: Bool {
            (oldBand ?? .none) != (newBand ?? .none) || !lost.isEmpty || !gained.isEmpty || !newLinks.isEmpty
                || !lostLinks.isEmpty || newRules != settledRules
        }

        /// Whether it is worse: a higher band, a counterweight or safeguard lost, or a new link.
        package var isWorse: Bool {
            (oldBand ?? .none) < (newBand ?? .none) || !newLinks.isEmpty
                || kind != .removed && lost.contains { $0.family == .counterweight || $0.family == .safeguard }
        }
    }

    /// A definition that is not what it was.
    package struct DefinitionChange: Sendable, Hashable {
        /// The term.
        package let term: String
        /// The sentence before; `nil` for a new definition.
        package let old: String?
        /// The sentence now; `nil` for one that is gone.
        package let new: String?
    }

    /// The old document.
    package let old: Report
    /// The new document.
    package let new: Report
    /// Every passage of both, in order of the new text.
    package let passages: [Passage]
    /// Definitions that came, went or changed, by term.
    package let definitions: [DefinitionChange]

    /// Passages of a kind.
    package func count(_ kind: Passage.Kind) -> Int { passages.count { $0.kind == kind } }

    /// Passages that went from one band to another, band by band.
    package var bandChanges: [(old: Band, new: Band, count: Int)] {
        var counts: [[Int]: Int] = [:]
        for passage in passages {
            let bands = [(passage.oldBand ?? .none).rawValue, (passage.newBand ?? .none).rawValue]
            if bands[0] != bands[1] { counts[bands, default: 0] += 1 }
        }
        return counts.sorted { ($0.key[1], $0.key[0]) > ($1.key[1], $1.key[0]) }.compactMap { bands, count in
            guard let old = Band(rawValue: bands[0]), let new = Band(rawValue: bands[1]) else { return nil }
            return (old, new, count)
        }
    }

    /// How often each concept of a family went and came, by its plain name.
    package func balance(of family: Family) -> [(title: String, lost: Int, gained: Int)] {
        var counts: [String: (lost: Int, gained: Int)] = [:]
        for passage in passages {
            for use in passage.lost where use.family == family { counts[use.title, default: (0, 0)].lost += 1 }
            for use in passage.gained where use.family == family { counts[use.title, default: (0, 0)].gained += 1 }
        }
        return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value.lost, $0.value.gained) }
    }

    /// Whether any passage is worse.
    package var isWorse: Bool { passages.contains(where: \.isWorse) }
}
