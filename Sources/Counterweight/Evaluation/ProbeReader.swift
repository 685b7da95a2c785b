/// Reads polarity probes: tab-separated, with the header `group`, `sentence`, `target`, `expected`.
public struct ProbeReader: Sendable {
    /// Makes a reader.
    public init() {}

    /// The header of a file of probes.
    public static let header = "group\tsentence\ttarget\texpected"

    /// Whether bytes begin with the header of a file of probes.
    public static func isTable(_ bytes: [UInt8]) -> Bool { bytes.starts(with: header.utf8) }

    /// The probes of a file in order; empty lines are passed over.
    /// - Throws: ``GoldReader/MalformedLine`` for the first line that is no probe.
    public func probes(in bytes: [UInt8], path: String) throws(GoldReader.MalformedLine) -> [PolarityProbe] {
        var probes: [PolarityProbe] = []
        let lines = String(decoding: bytes, as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (number, line) in lines.enumerated().dropFirst() where !line.allSatisfy(\.isWhitespace) {
            let problem = { (message: String) in
                GoldReader.MalformedLine(path: path, line: number + 1, message: message)
            }
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 4 else {
                throw problem("\(fields.count) fields where group, sentence, target and expected should stand")
            }
            guard fields[3] == "affirmed" || fields[3] == "negated" else {
                throw problem("\"\(fields[3])\" is no answer; expected is affirmed or negated")
            }
            guard PolarityProbe.place(of: fields[2], in: fields[1]) != nil else {
                throw problem("the sentence does not hold the target \"\(fields[2])\"")
            }
            probes.append(
                PolarityProbe(
                    group: fields[0], sentence: fields[1], target: fields[2], isAffirmed: fields[3] == "affirmed"))
        }
        return probes
    }
}
