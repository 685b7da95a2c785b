import TextModel

/// Findings as a careful reader would go through them: passage by passage, the words first, then what
/// is wrong with them, worst first.
struct FullFormat: StreamingFormatter {
    func makeStream(_ options: ReportingOptions) -> any ResultStream {
        Passages(format: self, options: options, summary: TerminalSummary(options: options))
    }

    private struct Passages: ResultStream {
        let format: FullFormat
        let options: ReportingOptions
        var summary: TerminalSummary

        mutating func add(_ report: Report) -> [UInt8] {
            let dossier = Dossier(report, minimumBand: options.minimumBand)
            summary.add(dossier)
            return bytes(
                of: dossier.passages.flatMap {
                    format.lines(for: $0.findings, in: dossier, options: options) + [StyledText()]
                })
        }

        func end(failures: [Failure]) -> [UInt8] { bytes(of: summary.lines(failures: failures.count)) }

        private func bytes(of lines: [StyledText]) -> [UInt8] {
            lines.reduce(into: []) { bytes, line in
                bytes.append(contentsOf: line.rendered(inColour: options.colour).utf8)
                bytes.append(0x0A)
            }
        }
    }

    private func lines(for findings: [Finding], in dossier: Dossier, options: ReportingOptions)
        -> [StyledText]
    {
        guard let worst = findings.first else { return [] }
        let document = dossier.document
        let marks = PassageMarks(of: findings)
        let stems = document.stems(of: worst.block).reversed().filter {
            !marks.touching(document.blocks[$0].span).isEmpty
        }
        let shown = stems + [worst.block]
        let lastLine = shown.map { dossier.line(ofText: document.blocks[$0].span.end) }.max() ?? 1
        let gutter = String(lastLine).count

        var lines = header(of: worst, in: dossier, width: options.width)
        for (index, block) in shown.enumerated() {
            let span = document.blocks[block].span
            let excerpt = Excerpt(
                block: document.blocks[block], marks: marks.touching(span), dossier: dossier, gutter: gutter,
                width: options.width
            ).lines
            lines += index == 0 ? excerpt : Array(excerpt.dropFirst())
        }
        let section = sectionPath(of: worst.block, in: dossier)
        if !section.isEmpty { lines += note(Wording.section, section, gutter: gutter, width: options.width) }

        var said: Set<String> = []
        for (index, finding) in findings.enumerated() {
            if index > 0 { lines += header(of: finding, in: dossier, width: options.width) }
            for (name, text) in FindingNotes(finding: finding, dossier: dossier, isVerbose: options.verbose)
                .notes
            where said.insert("\(name): \(text)").inserted || index == 0 || name == Wording.review {
                lines += note(name, text, gutter: gutter, width: options.width)
            }
        }
        return lines
    }

    private func header(of finding: Finding, in dossier: Dossier, width: Int) -> [StyledText] {
        var text = StyledText()
        text.add(dossier.label(of: finding.span), .path)
        text.add(" ")
        text.add("\(finding.rule) \(finding.name)", .rule)
        text.add(" ")
        text.add("[\(finding.band.name) \(finding.score)]", .band(finding.band))
        text.add("  \(finding.message)")
        return text.wrapped(to: width, hanging: 4)
    }

    private func note(_ name: String, _ text: String, gutter: Int, width: Int) -> [StyledText] {
        var line = StyledText(String(repeating: " ", count: gutter + 1))
        line.add("= ", .gutter)
        line.add("\(name):", .rule)
        line.add(" \(text)")
        return line.wrapped(to: width, hanging: gutter + 5)
    }

    private func sectionPath(of block: Int, in dossier: Dossier) -> String {
        let own = dossier.document.blocks[block]
        let number = own.citation == nil ? own.number.map { [$0] } ?? [] : []
        return (dossier.section(of: block) + number).joined(separator: " > ")
    }
}
