internal import TextModel

/// A passage with what stands around it, as a small document that can be judged again and again.
///
/// It holds the headings above the passage, the stems of its list, the items beside and below it, and its neighbours:
/// everything near that decides about it. What stands further away can only add safeguards and counterweights, so that
/// wording that holds here holds in the whole.
struct PassageWindow {
    /// Index of the passage in the whole document.
    let block: Int
    /// Index of the passage in the window.
    let index: Int
    /// The passage as it stands.
    let text: [UInt8]
    /// The window as it stands, judged.
    let judged: Report
    private let analyzer: Analyzer
    private let document: Document
    private let members: [Int]
    private static let neighbours = 2
    private static let items = 8

    init(of block: Int, in report: Report, by analyzer: Analyzer) {
        let blocks = report.document.blocks
        var members = Set(report.document.headingPath(of: block) + report.document.stems(of: block) + [block])
        for other in max(0, block - Self.items)..<min(blocks.count, block + Self.items + 1) {
            let isBeside = blocks[block].parent != nil && blocks[other].parent == blocks[block].parent
            let isBelow = blocks[other].parent == block
            let isNear = abs(other - block) <= Self.neighbours && blocks[other].heading == blocks[block].heading
            if isBeside || isBelow || isNear { members.insert(other) }
        }
        var document = report.document
        document.declaredKind = report.kind
        self.block = block
        self.analyzer = analyzer
        self.document = document
        self.members = members.sorted()
        index = self.members.firstIndex(of: block) ?? 0
        text = Array(document.text[blocks[block].span.range])
        judged = analyzer.report(on: Self.small(document, self.members, replacing: block, by: text))
    }

    /// The window with other words for the passage.
    func judging(_ text: [UInt8]) -> Report {
        analyzer.report(on: Self.small(document, members, replacing: block, by: text))
    }

    private static func small(_ document: Document, _ members: [Int], replacing block: Int, by text: [UInt8])
        -> Document
    {
        let places = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($0.element, $0.offset) })
        var bytes: [UInt8] = []
        var blocks: [Block] = []
        for member in members {
            if !bytes.isEmpty { bytes.append(0x0A) }
            let start = bytes.count
            bytes += member == block ? text : Array(document.text[document.blocks[member].span.range])
            var copy = document.blocks[member]
            copy.span = TextSpan(start, bytes.count)
            copy.source = SourceSpan(start, bytes.count)
            copy.heading = copy.heading.flatMap { places[$0] }
            copy.parent = copy.parent.flatMap { places[$0] }
            blocks.append(copy)
        }
        var map = SourceMap()
        map.append(textLength: bytes.count, source: 0..<bytes.count)
        return Document(
            path: document.path, format: document.format, encoding: document.encoding, title: document.title,
            language: document.language, declaredKind: document.declaredKind, text: bytes, blocks: blocks,
            source: SourceText(bytes: bytes), map: map, notes: [])
    }
}

extension Report {
    /// Whether no passage has a rule that it did not have, or a higher band; both reports have the same blocks.
    func isNoWorse(than other: Report) -> Bool {
        zip(verdicts, other.verdicts).allSatisfy { own, before in
            own.band <= before.band && own.rules.allSatisfy(before.rules.contains)
        }
    }
}
