internal import Reporting
internal import TextModel

/// The rows that one report becomes.
struct DocumentRows {
    private let report: Report
    private let ids: [String: String]
    private var rows = RowWriter()
    private var document: Document { report.document }

    /// The rows of a report as ``RowInserter`` reads them. Linear in the report.
    ///
    /// `ids` holds the ids of concepts by their titles.
    static func bytes(of report: Report, ids: [String: String]) -> [UInt8] {
        var writer = DocumentRows(report, ids)
        writer.writeBlocks()
        writer.writeMentions()
        writer.writeLinks()
        writer.writeFindings()
        writer.writeCredits()
        writer.writeProfile()
        return writer.rows.bytes
    }

    private init(_ report: Report, _ ids: [String: String]) {
        self.report = report
        self.ids = ids
    }

    private mutating func writeBlocks() {
        var sentences = [Int](repeating: 0, count: document.blocks.count)
        for sentence in report.sentences { sentences[sentence.block] += 1 }
        let verdicts = Dictionary(report.verdicts.map { ($0.block, $0) }) { first, _ in first }
        let sketcher = ClauseSketcher()
        for (index, block) in document.blocks.enumerated() {
            let verdict = verdicts[index]
            let text = document.text[block.span.range]
            rows.row(.block)
            rows.integer(index)
            rows.text(block.kind.rawValue)
            rows.text(block.number)
            rows.integer(block.level)
            rows.integer(block.heading)
            rows.integer(block.parent)
            rows.text(block.speaker)
            rows.boolean(block.isQuoted)
            rows.boolean(block.isBoilerplate)
            rows.integer(block.source.start)
            rows.integer(block.source.end)
            rows.text(text)
            rows.integer(sentences[index])
            rows.text(verdict?.stance.rawValue)
            rows.text(verdict?.band.name)
            rows.integer(verdict?.score)
            rows.blob(verdict == nil ? nil : sketcher.sketch(of: text))
        }
    }

    private mutating func writeMentions() {
        for (index, mention) in report.mentions.enumerated() {
            rows.row(.mention)
            rows.integer(index)
            rows.integer(mention.block)
            rows.text(mention.concept)
            rows.text(mention.stance.rawValue)
            rows.boolean(mention.isLive)
            rows.integer(mention.isolation)
            rows.integer(place(of: mention.span, in: mention.block))
            rows.text(document.text[mention.span.range])
        }
    }

    private mutating func writeLinks() {
        for (index, link) in report.links.enumerated() {
            rows.row(.link)
            rows.integer(index)
            rows.text(link.kind.rawValue)
            rows.integer(link.from)
            rows.integer(link.to)
            rows.real(link.strength)
            rows.text(link.cue?.span.map(document.string))
        }
    }

    private mutating func writeFindings() {
        for (index, finding) in report.findings.enumerated() {
            let source = document.sourceSpan(of: finding.span)
            rows.row(.finding)
            rows.integer(index)
            rows.integer(finding.block)
            rows.text(finding.rule)
            rows.text(finding.band.name)
            rows.integer(finding.score)
            rows.real(finding.confidence)
            rows.text(finding.stance.rawValue)
            rows.integer(place(of: finding.span, in: finding.block))
            rows.text(document.text[finding.span.range])
            rows.integer(source.start)
            rows.integer(source.end)
            rows.text(finding.message)
            rows.text(finding.suggestion?.text)
            rows.text(details(of: finding))
            rows.text(finding.fingerprint)
        }
    }

    private mutating func writeCredits() {
        for (index, credit) in report.credits.enumerated() {
            rows.row(.credit)
            rows.integer(index)
            rows.integer(credit.block)
            rows.text(credit.rule)
            rows.integer(place(of: credit.span, in: credit.block))
            rows.text(document.text[credit.span.range])
            rows.text(credit.message)
        }
    }

    private mutating func writeProfile() {
        for measure in ProfileMeasure.all(of: report) {
            rows.row(.profile)
            rows.text(measure.name)
            rows.text(measure.key)
            rows.real(measure.value)
        }
    }

    /// What explains a finding beside its message, as JSON: factors that are not zero, concepts that are missing (by id,
    /// where they have one), related words, grade of the nearest counterweight.
    private func details(of finding: Finding) -> [UInt8] {
        var json = JSONWriter(isIndented: false)
        json.object { json in
            json.object("factors") { json in
                var seen: Set<String> = []
                for factor in finding.factors where factor.value != 0 && seen.insert(factor.name).inserted {
                    json.number(factor.name, factor.value)
                }
            }
            json.strings("missing", finding.missing.map { ids[$0] ?? $0 })
            json.array("related") { json in
                for related in finding.related {
                    json.object { json in
                        json.string("role", related.role.rawValue)
                        json.string("text", document.string(related.span))
                    }
                }
            }
            json.integer("nearest", finding.nearest?.grade)
        }
        return json.bytes
    }

    /// Offset in bytes from the start of the block's text; a place outside of it counts from the block all the same.
    private func place(of span: TextSpan, in block: Int) -> Int { span.start - document.blocks[block].span.start }
}
