internal import TextModel

/// The shapes in which decisions are written for other programs, and read again where they come back.
package enum DecisionFormat: String, Sendable, CaseIterable {
    case decisions, annotations, brat, tsv, gold

    /// What was written, and what the shape could not hold.
    package struct Written: Sendable {
        /// Bytes by the ending that each file's name gets.
        package let files: [(ending: String, bytes: [UInt8])]
        /// One line each for what is lost.
        package let losses: [String]
    }

    /// Writes decisions; `passages` are those of the findings, which only `gold` needs.
    package func write(_ file: DecisionFile, passages: [DecisionEvent.Subject: String] = [:]) -> Written {
        switch self {
        case .decisions: Written(files: [("", file.bytes)], losses: [])
        case .annotations: Written(files: [("", WebAnnotations(file).bytes)], losses: [])
        case .brat: BratStandoff(file).written
        case .tsv: TokenTable(file).written
        case .gold: GoldLines(file, passages: passages).written
        }
    }

    /// Reads decisions, Web Annotations or brat, told apart by what they hold; `text` is the text that brat counts in.
    /// - Throws: ``DecisionFile/Malformed`` when they are none of these.
    package static func read(_ bytes: [UInt8], text: [UInt8]? = nil) throws(DecisionFile.Malformed) -> DecisionFile {
        if text != nil { return try BratStandoff.read(bytes) }
        if let value = try? JSONParser.value(of: bytes), WebAnnotations.isPage(value) {
            return try WebAnnotations.read(value)
        }
        return try DecisionFile(bytes: bytes)
    }
}
