internal import Lexicons
internal import TextModel

/// Where the references of a passage lead: the provisions it names, with all that stands below them.
struct ReferenceReach: Sendable {
    private let reading: Reading
    private let byBlock: [Int: [CrossReference]]
    /// What belongs to each provision that is referred to.
    private let reach: [Int: Range<Int>]
    /// A word that sets a provision aside stands at most so many bytes before its name: "notwithstanding section 9".
    private static let setAside = 4

    init(_ reading: Reading) {
        self.reading = reading
        let resolved = reading.document.references.filter { !$0.targets.isEmpty }
        byBlock = Dictionary(grouping: resolved, by: \.block)
        let targets = Set(resolved.flatMap(\.targets))
        reach = Dictionary(uniqueKeysWithValues: targets.map { ($0, Self.below($0, in: reading.document)) })
    }

    /// The blocks of all provisions that a sentence refers to, in order and without overlap; `nil` when it refers to none
    /// that the document holds. A provision that the sentence sets aside is not among them.
    func blocks(from sentence: Int) -> [Range<Int>]? {
        let block = reading.tokens.sentences[sentence].block
        guard let references = byBlock[block] else { return nil }
        let span = reading.tokens.sentences[sentence].span
        let followed = references.filter { span.contains($0.span) && !isSetAside($0, in: sentence) }
        guard !followed.isEmpty else { return nil }
        var merged: [Range<Int>] = []
        for next in followed.flatMap(\.targets).compactMap({ reach[$0] }).sorted(by: { $0.lowerBound < $1.lowerBound })
        {
            if let last = merged.last, next.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, next.upperBound)
            } else {
                merged.append(next)
            }
        }
        return merged
    }

    private func isSetAside(_ reference: CrossReference, in sentence: Int) -> Bool {
        reading.cues[sentence].contains { cue in
            guard cue.role == .subordination || cue.role == .removal else { return false }
            let end = reading.tokens.span(of: cue.tokens).end
            return end <= reference.span.start && reference.span.start - end <= Self.setAside
        }
    }

    /// A block and what belongs to it: what hangs on it, and under a heading all up to the next of its rank.
    private static func below(_ target: Int, in document: Document) -> Range<Int> {
        let blocks = document.blocks
        var next = target + 1
        while next < blocks.count {
            let isHeading = blocks[next].kind == .heading || blocks[next].kind == .title
            if blocks[target].kind == .heading {
                if isHeading, blocks[next].level <= blocks[target].level { break }
            } else if !document.stems(of: next).contains(target) {
                break
            }
            next += 1
        }
        return target..<next
    }
}
