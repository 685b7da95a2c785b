internal import Lexicons
internal import TextModel

/// A fact about a document that a manifest or a path can tell.
enum MetadataField: String, CaseIterable {
    case title, date, year, country, body, collection, kind, language, address

    /// Every name by which a manifest may call the field.
    private var names: [String] {
        switch self {
        case .body: ["body", "authority", "institution", "issuer", "organisation", "organization"]
        case .collection: ["collection", "series", "corpus"]
        case .kind: ["kind", "genre", "type"]
        case .language: ["language", "lang"]
        case .address: ["address", "url", "uri", "link"]
        default: [rawValue]
        }
    }

    /// The field that a manifest means by a name.
    init?(name: String) {
        guard let field = Self.allCases.first(where: { $0.names.contains(name.lowercased()) }) else { return nil }
        self = field
    }

    /// Puts a value into its place; an empty one says nothing.
    /// - Throws: ``Malformed`` when it is no year, date, kind or language.
    func put(_ text: String, into metadata: inout DocumentMetadata) throws(Malformed) {
        guard !text.isEmpty else { return }
        switch self {
        case .title: metadata.title = text
        case .country: metadata.country = text
        case .body: metadata.body = text
        case .collection: metadata.collection = text
        case .address: metadata.address = text
        case .language:
            guard Self.isLanguage(text) else {
                throw Malformed(message: "\"\(text)\" is no tag of a language; write it as en or pt-BR")
            }
            metadata.language = text
        case .year:
            // A table of which a year is missing has the others as fractions in some programs.
            guard let year = Int(text.hasSuffix(".0") ? String(text.dropLast(2)) : text), (1...9999).contains(year)
            else {
                throw Malformed(message: "\"\(text)\" is no year; write it as 1998")
            }
            metadata.year = year
        case .date:
            guard Self.isDate(text) else {
                throw Malformed(message: "\"\(text)\" is no date; write it as 1998, 1998-07 or 1998-07-14")
            }
            metadata.date = text
        case .kind:
            guard let kind = DocumentKind(rawValue: text.lowercased()) else {
                let known = DocumentKind.allCases.map(\.rawValue)
                let hint = NearestName(among: known).nearest(to: text).map { "did you mean \($0)? " } ?? ""
                throw Malformed(
                    message: "\"\(text)\" is no kind of document; \(hint)known: \(known.joined(separator: ", "))")
            }
            metadata.kind = kind
        }
    }

    /// A value that its field cannot hold.
    struct Malformed: Error {
        let message: String
    }

    /// Whether a text has the shape of a BCP 47 tag that begins with a code of ISO 639.
    private static func isLanguage(_ text: String) -> Bool {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
        return parts[0].utf8.allSatisfy { 0x61...0x7A ~= $0 | 0x20 } && (2...3).contains(parts[0].utf8.count)
            && parts.dropFirst().allSatisfy { part in
                (1...8).contains(part.utf8.count)
                    && part.utf8.allSatisfy { 0x61...0x7A ~= $0 | 0x20 || 0x30...0x39 ~= $0 }
            }
    }

    private static func isDate(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].utf8.count == 4 else { return false }
        guard parts.allSatisfy({ $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }) else { return false }
        let numbers = parts.map { Int($0) ?? 0 }
        var days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        if numbers[0].isMultiple(of: 4), !numbers[0].isMultiple(of: 100) || numbers[0].isMultiple(of: 400) {
            days[1] = 29
        }
        let lastDay = numbers.count > 1 && days.indices.contains(numbers[1] - 1) ? days[numbers[1] - 1] : 31
        let limits = [9999, 12, lastDay]
        return parts.indices.allSatisfy { index in
            (index == 0 || parts[index].utf8.count == 2) && (1...limits[index]).contains(numbers[index])
        }
    }
}
