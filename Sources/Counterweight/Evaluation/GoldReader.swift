internal import TextModel

/// Reads gold passages, one JSON object a line; empty lines and unknown fields are passed over.
public struct GoldReader: Sendable {
    /// A line that is no gold passage.
    public struct MalformedLine: Error, Sendable, Hashable, CustomStringConvertible {
        /// Path of the file.
        public let path: String
        /// Line, from 1.
        public let line: Int
        /// What is wrong and what is allowed.
        public let message: String

        /// Names a line, from 1, and what is wrong with it.
        init(path: String, line: Int, message: String) {
            self.path = path
            self.line = line
            self.message = message
        }

        /// `file:line: message`.
        public var description: String { "\(path):\(line): \(message)" }
    }

    /// What is wrong inside one line.
    private struct Problem: Error {
        let message: String
        init(_ message: String) { self.message = message }
    }

    /// Makes a reader.
    public init() {}

    /// All passages of a file, in order.
    ///
    /// - Throws: ``MalformedLine`` for the first line that is no JSON object or lacks what a passage needs: `id`,
    ///   `text`, `stance` and `band`.
    public func passages(in bytes: [UInt8], path: String) throws(MalformedLine) -> [GoldPassage] {
        var passages: [GoldPassage] = []
        var seen: Set<String> = []
        for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
        where line.contains(where: { $0 > 0x20 }) {
            do throws(Problem) {
                let passage = try passage(in: Array(line))
                guard seen.insert(passage.id).inserted else {
                    throw Problem("the id \"\(passage.id)\" stands in an earlier line")
                }
                passages.append(passage)
            } catch {
                throw MalformedLine(path: path, line: number + 1, message: error.message)
            }
        }
        return passages
    }

    private func passage(in line: [UInt8]) throws(Problem) -> GoldPassage {
        let object: JSONValue
        do throws(JSONError) {
            object = try JSONParser.value(of: line)
        } catch {
            throw Problem("not valid JSON at column \(error.offset + 1): \(error.message)")
        }
        guard case .object = object else { throw Problem("a line must hold one JSON object") }
        let kind = object["kind"]?.text
        let documentKind = (object["doc_kind"]?.text ?? kind).flatMap(Self.documentKind)
        return GoldPassage(
            id: try text("id", of: object), title: object["title"]?.text ?? "", documentKind: documentKind,
            blockKind: kind.flatMap(Block.Kind.init(rawValue:)) ?? .paragraph,
            headings: try texts("headings", of: object),
            before: object["before"]?.text ?? "", text: try text("text", of: object),
            after: object["after"]?.text ?? "",
            stance: try stance(object["stance"]), band: try band(object["band"]),
            acceptableBands: try bands(object["bands_ok"]),
            rules: Set(try texts("rules", of: object)), credits: Set(try texts("credits", of: object)),
            values: try values(object["values"]), controls: try controls(object["controls"]))
    }

    /// The genre of a name that the program or the guide for readers has for it.
    private static func documentKind(_ name: String) -> DocumentKind? {
        let words = name.split { $0 == "-" || $0 == " " }.joined(separator: "-")
        return DocumentKind(rawValue: words) ?? otherNames[words]
    }

    private static let otherNames: [String: DocumentKind] = [
        "standard": .technical, "terms-of-service": .terms, "rights-statement": .rights, "news": .press,
    ]

    private func text(_ key: String, of object: JSONValue) throws(Problem) -> String {
        guard let text = object[key]?.text, !text.isEmpty else { throw Problem("\"\(key)\" must be a text") }
        return text
    }

    private func texts(_ key: String, of object: JSONValue) throws(Problem) -> [String] {
        guard let value = object[key] else { return [] }
        guard let elements = value.elements else { throw Problem("\"\(key)\" must be a list of texts") }
        let texts = elements.compactMap(\.text)
        guard texts.count == elements.count else { throw Problem("\"\(key)\" must be a list of texts") }
        return texts
    }

    private func stance(_ value: JSONValue?) throws(Problem) -> Stance {
        guard let stance = value?.text.flatMap(Stance.init(rawValue:)) else {
            throw Problem(
                "\"stance\" must be one of: \(Stance.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return stance
    }

    private func band(_ value: JSONValue?) throws(Problem) -> Band {
        guard let band = value?.text.flatMap(Band.init(name:)) else {
            throw Problem("\"band\" must be one of: \(Band.allCases.map(\.name).joined(separator: ", "))")
        }
        return band
    }

    private func bands(_ value: JSONValue?) throws(Problem) -> Set<Band>? {
        guard let value else { return nil }
        var bands: Set<Band> = []
        for element in value.elements ?? [] { bands.insert(try band(element)) }
        guard !bands.isEmpty else { throw Problem("\"bands_ok\" must be a list of bands") }
        return bands
    }

    private func values(_ value: JSONValue?) throws(Problem) -> [GoldPassage.Value] {
        var values: [GoldPassage.Value] = []
        for element in value?.elements ?? [] {
            guard let phrase = element["phrase"]?.text else {
                throw Problem("every one of \"values\" needs a \"phrase\"")
            }
            values.append(GoldPassage.Value(phrase: phrase, grade: element["grade"]?.integer ?? 5))
        }
        return values
    }

    private func controls(_ value: JSONValue?) throws(Problem) -> [GoldPassage.Control] {
        var controls: [GoldPassage.Control] = []
        for element in value?.elements ?? [] {
            guard let phrase = element["phrase"]?.text else {
                throw Problem("every one of \"controls\" needs a \"phrase\"")
            }
            controls.append(GoldPassage.Control(phrase: phrase, stance: try stance(element["stance"])))
        }
        return controls
    }
}
