import TextModel

/// Names of the places in the page that links lead to.
///
/// A finding is named after its fingerprint, so that a link to it survives edits elsewhere in the
/// document. Fingerprints that occur twice get a number in order of their place.
struct Anchors {
    /// A finding and the name of its card.
    typealias Named = (finding: Finding, name: String)

    /// Names of the findings of each document in the dossier's order.
    let findings: [[String]]
    /// Blocks of each document that something links to.
    private let targets: [Set<Int>]

    init(_ dossiers: [Dossier]) {
        var used: Set<String> = []
        findings = dossiers.map { dossier in
            dossier.findings.map { finding in
                let place = "\(finding.rule)-\(finding.span.start)"
                let name = "f-" + Self.safe(finding.fingerprint.isEmpty ? place : finding.fingerprint)
                var unique = name
                var count = 1
                while !used.insert(unique).inserted {
                    count += 1
                    unique = "\(name)-\(count)"
                }
                return unique
            }
        }
        targets = dossiers.map { dossier in
            Set(
                dossier.findings.compactMap { finding in
                    finding.nearest.flatMap { dossier.block(at: $0.span.start) }
                })
        }
    }

    /// Findings of each passage of a document with their names, worst first, by its block.
    func passages(of dossier: Dossier, at index: Int) -> [Int: [Named]] {
        Dictionary(grouping: zip(dossier.findings, findings[index]).map { ($0, $1) }, by: \.0.block)
            .mapValues { $0.sorted { Dossier.isWorse($0.0, $1.0) } }
    }

    static func document(_ index: Int) -> String { "doc-\(index + 1)" }

    static func block(_ block: Int, of document: Int) -> String { "doc-\(document + 1)-\(block + 1)" }

    /// The name of a block that something links to.
    func target(_ block: Int, of document: Int) -> String? {
        targets[document].contains(block) ? Self.block(block, of: document) : nil
    }

    /// Letters, digits, hyphens and underscores as they are, everything else as a hyphen.
    static func safe(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    let isSafe =
                        scalar.isASCII
                        && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
                    return isSafe || scalar == "_" ? scalar : "-"
                }))
    }
}
