import TextModel

/// What the terminal says of a finding below the excerpt, one `= name: text` each.
struct FindingNotes {
    let finding: Finding
    let dossier: Dossier
    let isVerbose: Bool

    /// Names and texts in order.
    var notes: [(name: String, text: String)] {
        var notes: [(String, String)] = []
        if let review = finding.review { notes.append((Wording.review, Wording.review(review))) }
        if isVerbose, !finding.reason.isEmpty { notes.append((Wording.reason, finding.reason)) }
        notes += elsewhere
        notes.append((Wording.nearest, nearest))
        if !finding.missing.isEmpty {
            notes.append(
                (Wording.missing, isVerbose ? finding.missing.joined(separator: ", ") : Wording.gravest(finding)))
        }
        if !finding.norms.isEmpty { notes.append((Wording.norm, finding.norms.joined(separator: "; "))) }
        if !finding.remedy.isEmpty { notes.append((Wording.remedy, finding.remedy)) }
        if let suggestion = finding.suggestion {
            let text = SuggestionText(suggestion: suggestion, document: dossier.document).text
            notes.append((Wording.suggestion, text))
        }
        guard isVerbose else { return notes }
        if !finding.coreValues.isEmpty {
            notes.append((Wording.coreValues, finding.coreValues.map(\.rawValue).joined(separator: ", ")))
        }
        for factor in finding.factors {
            let reason = factor.reason.isEmpty ? "" : " (\(factor.reason))"
            notes.append((Wording.factor, "\(factor.name) \(Wording.hundredths(factor.value))\(reason)"))
        }
        notes.append((Wording.confidence, Wording.hundredths(finding.confidence)))
        return notes
    }

    private var nearest: String {
        guard let nearest = finding.nearest else { return Wording.noneInDocument }
        let place = "\(Wording.words(nearest.words)) (\(Wording.place(nearest.grade)))"
        return "\(quoted(nearest.span)), \(place), \(dossier.place(of: nearest.span))"
    }

    /// Places that explain the finding and stand neither in its passage nor in a stem of it.
    private var elsewhere: [(String, String)] {
        let document = dossier.document
        let shown = [finding.block] + document.stems(of: finding.block)
        return finding.related.filter { related in
            !shown.contains { document.blocks[$0].span.contains(related.span) }
        }.map { related in
            let label = related.label.isEmpty ? "" : " (\(related.label))"
            return (related.role.rawValue, "\(quoted(related.span))\(label), \(dossier.place(of: related.span))")
        }
    }

    private func quoted(_ span: TextSpan) -> String { "\"\(dossier.document.string(span))\"" }
}
