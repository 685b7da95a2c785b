internal import Counterweight
internal import Foundation
package import Ingest
package import Lexicons
internal import Reporting
internal import TextModel

/// Judges documents that come as JSON lines: a line in, a line out.
///
/// A line is an object with `id`, the document as `text` or as `base64`, and where they are known its `path`,
/// `media_type`, `kind` and `language`, or these inside of `metadata`. What is wrong with one line is told in its answer
/// and does not touch the others.
package struct StreamJudge {
    private let reader: DocumentReader
    private let analyzer: Analyzer
    private let ids: [String: String]

    /// Judges by a lexicon.
    package init(reader: DocumentReader, lexicon: Lexicon) {
        self.reader = reader
        analyzer = Analyzer(lexicon)
        ids = Dictionary(lexicon.concepts.map { ($0.title, $0.id) }) { first, _ in first }
    }

    /// The answer to a line, which is number `number` from 1.
    package func answer(to line: [UInt8], number: Int) -> [UInt8] {
        var id: String?
        do {
            let value = try JSONParser.value(of: line)
            guard case .object = value else { throw Refusal("line \(number): is no JSON object") }
            id = value["id"]?.text ?? value["id"]?.integer.map { String($0) }
            return try judge(value, id: id, number: number)
        } catch let error as JSONError {
            return StreamRecord.line(failure: "line \(number): byte \(error.offset): \(error.message)", id: id)
        } catch {
            return StreamRecord.line(failure: "\(error)", id: id)
        }
    }

    /// The answer to a line that is longer than `limit` bytes.
    package func refusal(of number: Int, limit: Int) -> [UInt8] {
        StreamRecord.line(failure: "line \(number): is longer than \(limit) bytes; split the document", id: nil)
    }

    private func judge(_ value: JSONValue, id: String?, number: Int) throws -> [UInt8] {
        let metadata = value["metadata"]
        func fact(_ key: String) -> String? { value[key]?.text ?? metadata?[key]?.text }
        var reader = reader
        let bytes: [UInt8]
        if let text = value["text"]?.text {
            bytes = Array(text.utf8)
            // It is text already, whatever a declaration inside of it says.
            reader.options.encoding = "UTF-8"
        } else if let encoded = value["base64"]?.text {
            guard let data = Data(base64Encoded: encoded) else { throw Refusal("line \(number): base64 is broken") }
            bytes = Array(data)
        } else {
            throw Refusal("line \(number): holds no document; put it into text or base64")
        }
        if let type = fact("media_type") {
            reader.options.inputFormat = Self.format(of: type) ?? reader.options.inputFormat
        }
        var document = try reader.read(bytes: bytes, path: fact("path") ?? id ?? "line \(number)")
        if let kind = fact("kind") {
            guard let known = DocumentKind(rawValue: kind) else {
                let list = DocumentKind.allCases.map(\.rawValue).joined(separator: ", ")
                throw Refusal("line \(number): \"\(kind)\" is no kind of document; known: \(list)")
            }
            document.declaredKind = known
        }
        document.language = fact("language") ?? document.language
        let report = analyzer.report(on: document)
        let digest = SHA256.hexDigest(of: DocumentRows.bytes(of: report, ids: ids))
        return StreamRecord.line(of: report, id: id, sha256: SHA256.hexDigest(of: bytes), digest: digest)
    }

    private static func format(of mediaType: String) -> InputFormat? {
        let type = mediaType.lowercased().prefix { $0 != ";" && $0 != " " }
        switch type {
        case "text/plain", "text/markdown": return .text
        case "text/html", "application/xhtml+xml": return .html
        case "text/xml", "application/xml": return .xml
        default: return type.hasSuffix("+xml") ? .xml : nil
        }
    }

    private struct Refusal: Error, CustomStringConvertible {
        let description: String
        init(_ description: String) { self.description = description }
    }
}
