import TextModel

/// What to underline in a passage and in the stems that it hangs from, for all its findings together.
struct PassageMarks {
    private var marks: [Excerpt.Mark] = []

    /// Collects the words of the findings, which come worst first, and the places that explain them; places that coincide share
    /// one underline with both labels.
    init(of findings: [Finding]) {
        for finding in findings {
            add(finding.span, role: nil, band: finding.band, label: findings.count > 1 ? finding.rule : "")
        }
        for related in findings.flatMap(\.related) {
            add(related.span, role: related.role, band: .none, label: Self.label(of: related))
        }
    }

    /// Marks that touch a span of the text.
    func touching(_ span: TextSpan) -> [Excerpt.Mark] {
        marks.filter { $0.span.overlaps(span) || span.contains($0.span) }
    }

    /// "control: blocking", or the role alone where the label says no more.
    static func label(of related: Related) -> String {
        let role = related.role.rawValue
        return related.label.isEmpty || related.label == role ? role : "\(role): \(related.label)"
    }

    private mutating func add(_ span: TextSpan, role: Related.Role?, band: Band, label: String) {
        guard let index = marks.firstIndex(where: { $0.span == span }) else {
            marks.append(Excerpt.Mark(span: span, role: role, band: band, label: label))
            return
        }
        guard !label.isEmpty, !marks[index].label.split(separator: ", ").contains(where: { $0 == label })
        else { return }
        marks[index].label += marks[index].label.isEmpty ? label : ", \(label)"
    }
}
