internal import Lexicons
internal import TextModel

/// Where the references of a passage lead: the provisions it names, with all that stands below them.
struct ReferenceReach: Sendable {
    private let reading: Reading
    private let byBlock: [Int: [CrossReference]]
    /// A word that sets a provision aside stands at most so many bytes before its name: "notwithstanding section 9".
    private static let setAside = 4

    init(_ reading: Reading) {
        self.reading = reading
        byBlock = Dictionary(grouping: reading.document.references.filter { !$0.targets.isEmpty }, by: \.block)
    }

    /// The blocks of all provisions that a sentence refers to, its own block left out; `nil` when it refers to none that
    /// the document holds. A provision that the sentence sets aside is not among them.
    func blocks(from sentence: Int) -> [Int]? {
        let block = reading.tokens.sentences[sentence].block
        guard let references = byBlock[block] else { return nil }
        let span = reading.tokens.sentences[sentence].span
        let followed = references.filter { span.contains($0.span) && !isSetAside($0, in: sentence) }
        guard !followed.isEmpty else { return nil }
        return Set(followed.flatMap(\.targets).flatMap(below)).subtracting([block]).sorted()
    }

    private func isSetAside(_ reference: CrossReference, in sentence: Int) -> Bool {
        reading.cues[sentence].contains { cue in
            guard cue.role == .subordination || cue.role == .removal else { return false }
            let end = reading.tokens.span(of: cue.tokens).end
            return end <= reference.span.start && reference.span.start - end <= Self.setAside
        }
    }

    /// A block and what belongs to it: what hangs on it, and under a heading all up to the next of its rank.
    private func below(_ target: Int) -> [Int] {
        let blocks = reading.document.blocks
        var members = [target]
        var next = target + 1
        while next < blocks.count {
            let isHeading = blocks[next].kind == .heading || blocks[next].kind == .title
            if blocks[target].kind == .heading {
                if isHeading, blocks[next].level <= blocks[target].level { break }
            } else if !reading.document.stems(of: next).contains(target) {
                break
            }
            members.append(next)
            next += 1
        }
        return members
    }
}
