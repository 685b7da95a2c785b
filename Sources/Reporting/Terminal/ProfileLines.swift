import TextModel

/// A document as a whole on a terminal: one line by default, everything when asked for.
struct ProfileLines {
    let dossier: Dossier
    let width: Int

    private var report: Report { dossier.report }

    /// Mark, values and controls in one line.
    var line: [StyledText] {
        let profile = report.profile
        var parts: [String] = []
        if profile.values > 0 {
            let alone = profile.isolation[3...].reduce(0, +)
            parts.append(Wording.alone(alone, of: profile.values))
        }
        if profile.controls > 0 { parts.append(Wording.controlsSafeguarded(profile.coverage)) }
        if let mark = report.mark { parts.append(Wording.briefly(mark)) }
        guard !parts.isEmpty else { return [] }
        var text = StyledText("\(report.document.path):", .path)
        text.add(" ")
        text.add("\(profile.band.name) \(profile.score)", .band(profile.band))
        text.add("; \(parts.joined(separator: "; "))")
        return text.wrapped(to: width, hanging: 4) + absences(indent: 4)
    }

    /// All that was counted, what is absent, and what stands in the way of the mark.
    var all: [StyledText] {
        var lines = [StyledText(Wording.profile(of: report.document.path), .rule)]
        for row in ProfileRows(profile: report.profile).rows {
            lines += self.row(row.name, row.text)
            for detail in row.details { lines += StyledText("      \(detail)").wrapped(to: width, hanging: 10) }
        }
        for absence in report.absences { lines += row(Wording.absent, Wording.capitalised(absence.message)) }
        guard let mark = report.mark else { return lines }
        lines += row(Wording.mark, Wording.mark(mark))
        for obstacle in mark.obstacles {
            let place = obstacle.span.map { span in
                let start = dossier.location(of: span).start
                return "\(start.line):\(start.column): "
            }
            let text = StyledText(
                "      \(place ?? "")\(Wording.criterion(obstacle.criterion)): \(obstacle.message)")
            lines += text.wrapped(to: width, hanging: 10)
        }
        return lines
    }

    private func row(_ name: String, _ text: String) -> [StyledText] {
        var line = StyledText("  ")
        line.add("\(name):", .rule)
        line.add(" \(text)")
        return line.wrapped(to: width, hanging: 6)
    }

    private func absences(indent: Int) -> [StyledText] {
        guard !report.absences.isEmpty else { return [] }
        let text = report.absences.map(\.message).joined(separator: "; ")
        return StyledText(String(repeating: " ", count: indent) + Wording.capitalised(text)).wrapped(
            to: width, hanging: indent)
    }
}
