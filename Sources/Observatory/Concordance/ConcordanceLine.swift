/// One use of a term or concept with the words around it.
package struct ConcordanceLine: Sendable, Hashable {
    /// Document.
    package let path: String
    /// Its year, where a store knows it.
    package let year: Int?
    /// Position of the passage in the document, from 0.
    package let block: Int
    /// Words of the passage that the node begins and ends with, from 1.
    package let from: Int
    package let to: Int
    /// Words before.
    package let left: String
    /// The words that were asked for.
    package let node: String
    /// Words after.
    package let right: String
    /// Id of the concept; `nil` for a term.
    package let concept: String?
    /// What the author does with it; `nil` for a term.
    package let stance: String?
    /// Whether it counts; `nil` for a term.
    package let isLive: Bool?
    /// Isolation grade of a value in own voice.
    package let isolation: Int?

    /// Facts about a use, of a concept or of a term.
    struct Use {
        var concept: String?
        var stance: String?
        var isLive: Bool?
        var isolation: Int?
    }

    /// The line of a use at a range of bytes in a passage, with so many words on both sides.
    init(
        path: String, year: Int?, block: Int, passage: ConcordancePassage, node: Range<Int>, window: Int,
        use: Use = Use()
    ) {
        let bytes = passage.bytes
        let range = node.clamped(to: 0..<bytes.count)
        let before = passage.count(before: range.lowerBound)
        let inside = passage.words(in: range)
        // A node may begin or end inside of what white space sets apart: an opening quotation mark, a comma.
        let isJoined = range.lowerBound > 0 && bytes[range.lowerBound - 1] != 0x20
        self.path = path
        self.year = year
        self.block = block
        from = before + (isJoined && before > 0 ? 0 : 1)
        to = from + max(inside.count, 1) - 1
        left = passage.words(in: 0..<range.lowerBound, last: window).joined(separator: " ")
        self.node = inside.joined(separator: " ")
        right = passage.words(in: range.upperBound..<bytes.count, first: window).joined(separator: " ")
        concept = use.concept
        stance = use.stance
        isLive = use.isLive
        isolation = use.isolation
    }
}

/// In which order lines are shown.
package enum ConcordanceOrder: String, Sendable, CaseIterable {
    /// By document and place.
    case place
    /// By the words before, the nearest first.
    case left
    /// By the words themselves.
    case node
    /// By the words after.
    case right
    /// By year.
    case year

    /// The lines in this order; equal ones by place.
    package func sorted(_ lines: [ConcordanceLine]) -> [ConcordanceLine] {
        let keys = lines.map(key)
        return lines.indices.sorted { a, b in
            keys[a] == keys[b] ? a < b : keys[a].lexicographicallyPrecedes(keys[b])
        }.map { lines[$0] }
    }

    private func key(_ line: ConcordanceLine) -> [String] {
        func words(_ text: String) -> [String] {
            text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
        }
        return switch self {
        case .place: []
        case .left: words(line.left).reversed()
        case .node: words(line.node)
        case .right: words(line.right)
        case .year: [line.year.map { String($0 + 10_000) } ?? "~"]
        }
    }
}
