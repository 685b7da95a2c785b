internal import TextModel

/// A comparison for a terminal of eighty columns.
package struct ComparisonText {
    private let comparison: DraftComparison

    /// The text of a comparison.
    package init(_ comparison: DraftComparison) { self.comparison = comparison }

    /// Sums first, then passage by passage what matters.
    package var text: String {
        var text = TextColumns.paragraph("\(comparison.old.document.path) → \(comparison.new.document.path)")
        for line in ComparisonWording.summary(comparison) { text += TextColumns.paragraph(line, hanging: 2) }
        for change in comparison.definitions {
            text += TextColumns.paragraph(ComparisonWording.definition(change), hanging: 2)
        }
        let shown = comparison.passages.filter(\.matters)
        for passage in shown { text += "\n" + self.text(of: passage) }
        if shown.isEmpty { text += "No passage changed in its values, controls, safeguards or band.\n" }
        return text + "\n" + TextColumns.paragraph(Page.ethics)
    }

    private func text(of passage: DraftComparison.Passage) -> String {
        var text = TextColumns.paragraph(ComparisonWording.head(of: passage))
        for note in ComparisonWording.notes(on: passage) {
            text += TextColumns.paragraph("- \(note)", indent: 2, hanging: 4)
        }
        let shown =
            switch passage.kind {
            case .unchanged: TextColumns.excerpt(passage.newText, around: "", limit: 200)
            case .added: "{+\(passage.newText)+}"
            case .removed: "[-\(passage.oldText)-]"
            case .changed, .moved: WordChanges(from: passage.oldText, to: passage.newText).text(keeping: 6)
            }
        return text + TextColumns.paragraph(shown, indent: 4)
    }
}

/// Sentences that the text and the page share.
enum ComparisonWording {
    static func summary(_ comparison: DraftComparison) -> [String] {
        let kinds = DraftComparison.Passage.Kind.allCases.map { "\($0.rawValue) \(comparison.count($0))" }
        let profiles = (comparison.old.profile, comparison.new.profile)
        var lines = [
            "Passages: \(kinds.joined(separator: ", "))",
            "Worst band: \(profiles.0.band.name) → \(profiles.1.band.name); highest score: \(profiles.0.score) → \(profiles.1.score)",
            "Asserted controls: \(profiles.0.controls) → \(profiles.1.controls); with a safeguard: \(profiles.0.safeguardedControls) → \(profiles.1.safeguardedControls)",
        ]
        for (family, name) in [
            (Family.counterweight, "Counterweights"), (.safeguard, "Safeguards"), (.control, "Controls"),
        ] {
            let balance = comparison.balance(of: family)
            guard !balance.isEmpty else { continue }
            let parts = balance.map { item in
                let signs = [item.lost > 0 ? "-\(item.lost)" : nil, item.gained > 0 ? "+\(item.gained)" : nil]
                return "\(item.title) \(signs.compactMap { $0 }.joined(separator: " "))"
            }
            lines.append("\(name) lost (-) and gained (+): \(parts.joined(separator: "; "))")
        }
        let bands = comparison.bandChanges.map { "\($0.old.name) → \($0.new.name) \($0.count)" }
        if !bands.isEmpty { lines.append("Bands of passages: \(bands.joined(separator: ", "))") }
        return lines
    }

    static func definition(_ change: DraftComparison.DefinitionChange) -> String {
        switch (change.old, change.new) {
        case (let old?, let new?):
            "Definition of \"\(change.term)\" changed: \(WordChanges(from: old, to: new).text(keeping: 6))"
        case (let old?, nil): "Definition of \"\(change.term)\" is gone: [-\(old)-]"
        default: "Definition of \"\(change.term)\" is new: {+\(change.new ?? "")+}"
        }
    }

    /// What became of a passage, and where it stands.
    static func head(of passage: DraftComparison.Passage) -> String {
        let places = [passage.oldBlock.map { "old \($0 + 1)" }, passage.newBlock.map { "new \($0 + 1)" }]
        let bands = [
            passage.oldBlock == nil ? nil : passage.oldBand?.name,
            passage.newBlock == nil ? nil : passage.newBand?.name,
        ]
        return
            "\(passage.kind.rawValue.prefix(1).uppercased())\(passage.kind.rawValue.dropFirst()) passage (\(places.compactMap { $0 }.joined(separator: ", "))), \(bands.compactMap { $0 }.joined(separator: " → "))"
    }

    /// What changed in a passage, a sentence each.
    static func notes(on passage: DraftComparison.Passage) -> [String] {
        var notes: [String] = []
        for (uses, verb) in [(passage.lost, "lost"), (passage.gained, "gained")] {
            for use in uses { notes.append("\(verb) \(use.family.rawValue): \(use.title) (\"\(use.text)\")") }
        }
        for link in passage.newLinks {
            notes.append("new link: \(link.value) justifies \(link.control) (\"\(link.text)\")")
        }
        for link in passage.lostLinks { notes.append("link gone: \(link.value) justified \(link.control)") }
        if !passage.newRules.isEmpty { notes.append("fires now: \(passage.newRules.joined(separator: ", "))") }
        if !passage.settledRules.isEmpty {
            notes.append("no longer fires: \(passage.settledRules.joined(separator: ", "))")
        }
        return notes
    }
}
