/// What `explain` is asked about: a rule, a place in a file, or a finding in a file.
enum ExplainSubject: Hashable {
    case rule(String)
    case line(file: String, line: Int)
    case finding(file: String, fingerprint: String)

    /// Name of standard input in results, which may be given back as part of a place.
    static let standardInput = "<stdin>"

    /// Reads what the user wrote: `CW01`, `FILE:LINE`, `FILE:LINE:COLUMN` as results print it, or `FILE#FINGERPRINT`.
    init(_ text: String) {
        if let sign = text.lastIndex(of: "#"), sign != text.startIndex {
            let name = text[text.index(after: sign)...]
            let isFingerprint =
                name.count >= 4 && name.allSatisfy { $0.isHexDigit || $0 == "-" } && name.first != "-"
            if isFingerprint {
                self = .finding(file: Self.file(text[..<sign]), fingerprint: name.lowercased())
                return
            }
        }
        guard let (head, last) = Self.number(after: text[...]) else {
            self = .rule(text)
            return
        }
        if let (file, line) = Self.number(after: head) {
            self = .line(file: Self.file(file), line: line)
        } else {
            self = .line(file: Self.file(head), line: last)
        }
    }

    /// Everything before the last colon, and the number after it.
    private static func number(after text: Substring) -> (Substring, Int)? {
        guard let colon = text.lastIndex(of: ":"), colon != text.startIndex,
            let number = Int(text[text.index(after: colon)...]), number > 0
        else { return nil }
        return (text[..<colon], number)
    }

    private static func file(_ name: Substring) -> String { name == standardInput ? "-" : String(name) }

    /// Arguments of the command line in which a place on standard input, `-:3`, is not taken for an option.
    static func protecting(_ arguments: [String]) -> [String] {
        guard arguments.first == "explain" else { return arguments }
        return arguments.map { $0.hasPrefix("-:") || $0.hasPrefix("-#") ? standardInput + $0.dropFirst() : $0 }
    }
}
