import Testing
import TextModel

@testable import Analysis

/// A short document as a drafter would type it, judged with the bundled lexicon; places are marked with `[[…]]`.
///
/// Every line is a block: `! ` a title, `# ` and `## ` headings, `- ` and `-- ` list items under the line that they
/// hang on, `> ` a quotation, anything else a paragraph.
struct Drafting {
    let document: Document
    let report: Report
    private let marks: [SourceSpan]

    init(_ marked: String, as kind: DocumentKind? = .statute) throws {
        let text = MarkedText(marked)
        marks = text.marks.map { SourceSpan($0.lowerBound, $0.upperBound) }
        let bytes = Array(text.text.utf8)
        var builder = DocumentBuilder(source: SourceText(bytes: bytes))
        builder.kind = kind
        var stems: [Int] = []
        var start = 0
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let range = start..<(start + line.count)
            start = range.upperBound + 1
            Self.add(line, range, to: &builder, stems: &stems)
        }
        document = builder.finish(path: "draft", format: "text", encoding: TextEncoding(name: "UTF-8", origin: .valid))
        report = try BundledLexicon.judge().report(on: document)
    }

    private static func add(
        _ line: ArraySlice<UInt8>, _ range: Range<Int>, to builder: inout DocumentBuilder, stems: inout [Int]
    ) {
        guard !line.isEmpty else { return }
        let sign = String(decoding: line.prefix { $0 != 0x20 }, as: UTF8.self)
        var isSigned = true
        switch sign {
        case "!": builder.open(.title)
        case "#", "##", "###": builder.open(.heading, level: sign.count)
        case "-", "--":
            stems.removeSubrange(min(sign.count, stems.count)...)
            builder.open(.listItem, level: sign.count, parent: stems.last)
        case ">": builder.open(.quote, isQuoted: true)
        default:
            stems = []
            isSigned = false
            builder.open(.paragraph)
        }
        builder.append(verbatim: (range.lowerBound + (isSigned ? sign.utf8.count : 0))..<range.upperBound)
        if let index = builder.close(), ["-", "--"].contains(sign) || !isSigned { stems.append(index) }
    }

    /// The mentions of a family that lie on a mark, by place.
    func mentions(_ family: Family, at mark: Int = 0) -> [Mention] {
        let place = marks[mark]
        return report.mentions.filter { mention in
            let source = document.sourceSpan(of: mention.span)
            return mention.family == family && source.start < place.end && place.start < source.end
        }
    }

    /// The first mention of a family on a mark.
    func mention(_ family: Family, at mark: Int = 0) -> Mention? { mentions(family, at: mark).first }

    /// The verdict of the last block.
    var verdict: Verdict? { report.verdicts.last }
    /// The verdict of the block that a mark stands in.
    func verdict(at mark: Int) -> Verdict? {
        report.verdicts.first { verdict in
            let source = document.blocks[verdict.block].source
            return source.start <= marks[mark].start && marks[mark].end <= source.end
        }
    }

    /// Rules and credits that fired anywhere.
    var fired: [String] { report.verdicts.flatMap { $0.rules + $0.credits } }

    /// Links of a kind as pairs of words.
    func links(_ kind: Link.Kind) -> [String] {
        report.links.filter { $0.kind == kind }.map {
            words(report.mentions[$0.from]) + " → " + words(report.mentions[$0.to])
        }
    }

    /// A mention as written.
    func words(_ mention: Mention) -> String { words(mention.span) }
    /// A span as written.
    func words(_ span: TextSpan) -> String { document.string(span) }

    /// Everything found, for the message of a failing test.
    var summary: String {
        let mentions = report.mentions.map { mention in
            "\(mention.concept) \"\(words(mention))\" \(mention.stance.rawValue)\(mention.isLive ? "" : " dead")\(mention.isolation.map { " grade \($0)" } ?? "")"
        }
        let verdicts = report.verdicts.map {
            "\($0.stance.rawValue) \($0.band.name) \($0.score) \(($0.rules + $0.credits).joined(separator: " "))"
        }
        return (mentions + verdicts).joined(separator: "; ")
    }
}

/// Expects of each text that its marked control has the stance that a reader gives it.
func checkControls(
    _ cases: [(text: String, stance: Stance)], as kind: DocumentKind = .statute,
    _ location: SourceLocation = #_sourceLocation
) throws {
    for (text, stance) in cases {
        let drafting = try Drafting(text, as: kind)
        let mention = drafting.mention(.control)
        #expect(mention?.stance == stance, "\(text): \(drafting.summary)", sourceLocation: location)
    }
}
