/// A rule that reads facts about a document from its path: "{country}/{year}-{title}.txt".
///
/// A name in braces takes one or more characters of one part of the path; `{year}` takes four digits and `{date}` takes
/// YYYY-MM-DD. `*` takes any characters of one part and `**` any number of parts. The pattern describes the end of the
/// path, from the beginning of a part.
package struct PathPattern: Sendable {
    private enum Piece: Hashable {
        case character(Character)
        case field(MetadataField)
        case inPart
        case acrossParts
    }

    /// What is wrong with a pattern.
    package struct Malformed: Error, Sendable, CustomStringConvertible {
        /// What, and what to do.
        package let description: String
    }

    private let pieces: [Piece]

    /// Reads a pattern.
    /// - Throws: ``Malformed`` for an unknown name or a brace without its other.
    package init(_ pattern: String) throws(Malformed) {
        var pieces: [Piece] = []
        var rest = pattern[...]
        while let character = rest.popFirst() {
            switch character {
            case "{":
                guard let end = rest.firstIndex(of: "}") else {
                    throw Malformed(description: "\"\(pattern)\": a brace is not closed")
                }
                let name = String(rest[..<end])
                guard let field = MetadataField(rawValue: name) else {
                    let known = MetadataField.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", ")
                    throw Malformed(description: "\"\(pattern)\": {\(name)} is unknown; known: \(known)")
                }
                guard !pieces.contains(.field(field)) else {
                    throw Malformed(description: "\"\(pattern)\": {\(name)} is there twice; write * for one of them")
                }
                pieces.append(.field(field))
                rest = rest[rest.index(after: end)...]
            case "*":
                if rest.first == "*" {
                    rest.removeFirst()
                    pieces.append(.acrossParts)
                } else {
                    pieces.append(.inPart)
                }
            default: pieces.append(.character(character))
            }
        }
        guard pieces.contains(where: { if case .field = $0 { true } else { false } }) else {
            throw Malformed(description: "\"\(pattern)\": nothing is read from the path; write {year} or {country}")
        }
        self.pieces = pieces
    }

    /// What a path says, or `nil` when it does not fit the pattern.
    package func metadata(of path: String) -> DocumentMetadata? {
        let characters = Array(path)
        let starts = [0] + characters.indices.filter { characters[$0] == "/" }.map { $0 + 1 }
        // The latest start first: the pattern describes the end of the path.
        for start in starts.reversed() {
            var metadata = DocumentMetadata()
            if matches(pieces[...], characters[start...], &metadata) { return metadata }
        }
        return nil
    }

    private func matches(
        _ pieces: ArraySlice<Piece>, _ text: ArraySlice<Character>, _ metadata: inout DocumentMetadata
    ) -> Bool {
        guard let piece = pieces.first else { return text.isEmpty }
        let rest = pieces.dropFirst()
        switch piece {
        case .character(let character):
            return text.first == character && matches(rest, text.dropFirst(), &metadata)
        case .inPart, .acrossParts:
            let reach = piece == .inPart ? text.prefix { $0 != "/" } : text
            return (0...reach.count).contains { matches(rest, text.dropFirst($0), &metadata) }
        case .field(let field):
            let reach = text.prefix { $0 != "/" }.count
            let lengths = field == .year ? 4...4 : field == .date ? 10...10 : 1...max(1, reach)
            guard lengths.upperBound <= reach else { return false }
            for length in lengths {
                var filled = metadata
                let value = String(text.prefix(length))
                guard (try? field.put(value, into: &filled)) != nil,
                    field != .year || value.allSatisfy({ $0.isASCII && $0.isNumber })
                else { continue }
                if matches(rest, text.dropFirst(length), &filled) {
                    metadata = filled
                    return true
                }
            }
            return false
        }
    }
}
