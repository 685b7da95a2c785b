/// What `git diff --unified=0` says: which lines of which files are new.
package struct UnifiedDiff: Sendable {
    /// New lines by path, as the header names it without its first part.
    package private(set) var lines: [String: [ClosedRange<Int>]] = [:]

    /// Reads the output of a diff.
    package init(_ text: String) { self.init(Array(text.utf8)) }

    /// Reads the output of a diff in bytes, since a line of a document may be no text. What belongs to no known header is
    /// passed over, and so are the lines of a document, which may begin as a header does.
    package init(_ bytes: [UInt8]) {
        var path: String?
        var rest = 0
        for line in bytes.split(separator: 0x0A) {
            if rest > 0 {
                if line.first == UInt8(ascii: "+") || line.first == UInt8(ascii: "-") { rest -= 1 }
            } else if line.starts(with: "+++ ".utf8) {
                path = Self.path(String(decoding: line.dropFirst(4), as: UTF8.self)[...])
                if let path { lines[path, default: []] += [] }
            } else if line.starts(with: "@@ ".utf8) {
                let words = String(decoding: line.prefix(100), as: UTF8.self).split(separator: " ")
                guard words.count > 2, let old = Self.numbers(words[1]), let new = Self.numbers(words[2]) else {
                    continue
                }
                rest = old.count + new.count
                // A pure deletion counts as the lines on either side of it.
                let range =
                    new.count == 0 ? max(1, new.start)...(new.start + 1) : new.start...(new.start + new.count - 1)
                if let path { lines[path, default: []].append(range) }
            }
        }
    }

    /// `b/name`, or a name in quotes with escapes; `nil` for a file that is gone.
    private static func path(_ text: Substring) -> String? {
        let name = text.hasPrefix("\"") ? unquoted(text.dropFirst().dropLast()) : String(text.prefix { $0 != "\t" })
        guard name != "/dev/null" else { return nil }
        return name.hasPrefix("b/") ? String(name.dropFirst(2)) : name
    }

    /// Escapes of git: octal bytes, `\"`, `\\`, `\t`, `\n`, `\r`.
    private static func unquoted(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let next = rest.popFirst() else {
                bytes.append(byte)
                continue
            }
            switch next {
            case UInt8(ascii: "t"): bytes.append(9)
            case UInt8(ascii: "n"): bytes.append(10)
            case UInt8(ascii: "r"): bytes.append(13)
            case UInt8(ascii: "0")...UInt8(ascii: "3"):
                var value = Int(next - 48)
                for _ in 0..<2 { if let digit = rest.popFirst() { value = value * 8 + Int(digit & 7) } }
                bytes.append(UInt8(truncatingIfNeeded: value))
            default: bytes.append(next)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Start and count of one side of `@@ -a,b +c,d @@`.
    private static func numbers(_ side: Substring) -> (start: Int, count: Int)? {
        let numbers = side.dropFirst().split(separator: ",").compactMap { Int($0) }
        guard let start = numbers.first else { return nil }
        return (start, numbers.count > 1 ? numbers[1] : 1)
    }
}
