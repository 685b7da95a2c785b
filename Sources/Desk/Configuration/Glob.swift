/// A pattern of paths, as in `.gitignore` and ruff.
///
/// `*` and `?` stay within a name, `**` crosses folders, `[a-z]` and `[!a]` are one character, `{a,b}` is either.
/// A pattern without a slash is matched against the last name of the path. Matching takes time proportional to the
/// product of both lengths for each alternative.
package struct Glob: Sendable, Hashable {
    private enum Piece: Sendable, Hashable {
        case scalar(Unicode.Scalar)
        case one
        case set(ranges: [ClosedRange<UInt32>], isNegated: Bool)
        case within
        case across
    }

    /// The pattern as written.
    package let text: String
    private let alternatives: [[Piece]]
    private let isForNames: Bool

    /// Reads a pattern; `nil` when a bracket or brace is not closed or the alternatives pass 1,000.
    package init?(_ text: String) {
        guard let patterns = Self.expanded(Array(text.unicodeScalars)) else { return nil }
        var alternatives: [[Piece]] = []
        for pattern in patterns {
            guard let pieces = Self.pieces(pattern) else { return nil }
            alternatives.append(pieces)
        }
        self.text = text
        self.alternatives = alternatives
        isForNames = !text.contains("/")
    }

    /// Whether a path matches; it is relative to where the pattern stands.
    package func matches(_ path: String) -> Bool {
        let name = isForNames ? path.split(separator: "/").last.map(String.init) ?? path : path
        let scalars = Array(name.unicodeScalars)
        return alternatives.contains { Self.matches($0, scalars) }
    }

    /// States of the pattern that fit the text so far, moved on scalar by scalar.
    private static func matches(_ pieces: [Piece], _ text: [Unicode.Scalar]) -> Bool {
        var states = closure([0], pieces)
        for scalar in text {
            var next: Set<Int> = []
            for state in states where state < pieces.count {
                switch pieces[state] {
                case .scalar(let wanted): if wanted == scalar { next.insert(state + 1) }
                case .one: if scalar != "/" { next.insert(state + 1) }
                case .set(let ranges, let isNegated):
                    if scalar != "/", ranges.contains(where: { $0.contains(scalar.value) }) != isNegated {
                        next.insert(state + 1)
                    }
                case .within: if scalar != "/" { next.insert(state) }
                case .across: next.insert(state)
                }
            }
            states = closure(next, pieces)
            if states.isEmpty { return false }
        }
        return states.contains(pieces.count)
    }

    private static func closure(_ states: Set<Int>, _ pieces: [Piece]) -> Set<Int> {
        var all = states
        for var state in states {
            while state < pieces.count, pieces[state] == .within || pieces[state] == .across {
                state += 1
                all.insert(state)
            }
        }
        return all
    }

    private static func pieces(_ pattern: [Unicode.Scalar]) -> [Piece]? {
        var pieces: [Piece] = []
        var index = 0
        while index < pattern.count {
            switch pattern[index] {
            case "*":
                let start = index
                while index + 1 < pattern.count, pattern[index + 1] == "*" { index += 1 }
                pieces.append(index > start ? .across : .within)
                // "**/" also stands for no folder at all.
                if index > start, index + 1 < pattern.count, pattern[index + 1] == "/" { index += 1 }
            case "?": pieces.append(.one)
            case "[":
                guard let (piece, end) = set(pattern, from: index + 1) else { return nil }
                pieces.append(piece)
                index = end
            case "\\" where index + 1 < pattern.count:
                index += 1
                pieces.append(.scalar(pattern[index]))
            default: pieces.append(.scalar(pattern[index]))
            }
            index += 1
        }
        return pieces
    }

    private static func set(_ pattern: [Unicode.Scalar], from start: Int) -> (Piece, Int)? {
        var index = start
        let isNegated = index < pattern.count && (pattern[index] == "!" || pattern[index] == "^")
        if isNegated { index += 1 }
        var ranges: [ClosedRange<UInt32>] = []
        let first = index
        while index < pattern.count, pattern[index] != "]" || index == first {
            let low = pattern[index].value
            if index + 2 < pattern.count, pattern[index + 1] == "-", pattern[index + 2] != "]" {
                let high = pattern[index + 2].value
                guard low <= high else { return nil }
                ranges.append(low...high)
                index += 3
            } else {
                ranges.append(low...low)
                index += 1
            }
        }
        return index < pattern.count ? (.set(ranges: ranges, isNegated: isNegated), index) : nil
    }

    /// The pattern with each brace written out.
    private static func expanded(_ pattern: [Unicode.Scalar]) -> [[Unicode.Scalar]]? {
        guard let open = pattern.firstIndex(of: "{") else { return [pattern] }
        var depth = 0
        var parts: [[Unicode.Scalar]] = [[]]
        for index in open..<pattern.count {
            let scalar = pattern[index]
            if scalar == "{" {
                depth += 1
                if depth == 1 { continue }
            } else if scalar == "}" {
                depth -= 1
                if depth == 0 {
                    var all: [[Unicode.Scalar]] = []
                    for part in parts {
                        guard let more = expanded(pattern[..<open] + part + pattern[(index + 1)...]) else { return nil }
                        all += more
                        guard all.count <= 1000 else { return nil }
                    }
                    return all
                }
            } else if scalar == ",", depth == 1 {
                parts.append([])
                continue
            }
            parts[parts.count - 1].append(scalar)
        }
        return nil
    }
}
