internal import Foundation
internal import TextModel

/// Names of the files of a site: letters of ASCII, digits and hyphens alone.
///
/// A name depends on what it names and on nothing else, so that an address leads to the same subject next year, whatever
/// is added meanwhile. Where a name in letters of ASCII does not tell all, a part of its SHA-256 does.
enum SiteNames {
    /// A name for a subject, such as "country-arvonia.html".
    static func file(_ kind: String, _ subject: String) -> String {
        let slug = slug(of: subject)
        let isWhole = slug.replacing("-", with: " ") == subject.lowercased() && isInTitleCase(subject)
        return isWhole ? "\(kind)-\(slug).html" : "\(kind)-\(slug.isEmpty ? "" : slug + "-")\(hash(of: subject)).html"
    }

    /// A name for the page of a document, by its path in the store.
    static func document(_ path: String) -> String {
        let slug = slug(of: path.split(separator: "/").last.map(String.init) ?? path)
        return "documents/\(slug.isEmpty ? "" : slug + "-")\(hash(of: path)).html"
    }

    /// Whether every word begins with a capital letter or a digit, and goes on without any.
    private static func isInTitleCase(_ text: String) -> Bool { text == text.capitalized }

    /// Letters and digits in the Latin script without accents, with hyphens for all else, up to sixty.
    private static func slug(of text: String) -> String {
        let latin = text.applyingTransform(.toLatin, reverse: false)?
            .applyingTransform(.stripDiacritics, reverse: false)
        var slug = ""
        for character in (latin ?? text).lowercased() {
            if character.isASCII, character.isLetter || character.isNumber {
                slug.append(character)
            } else if !slug.isEmpty, slug.last != "-" {
                slug.append("-")
            }
        }
        let short = slug.prefix(60)
        return String(short.last == "-" ? short.dropLast() : short)
    }

    /// Forty bits: among a hundred thousand names two are the same with a probability of one in two hundred.
    private static func hash(of text: String) -> String { String(SHA256.hexDigest(of: Array(text.utf8)).prefix(10)) }
}
