/// What `git diff --unified=0` says: which lines of which files are new.
package struct UnifiedDiff: Sendable {
    /// New lines by path, as the header names it without its first part.
    package private(set) var lines: [String: [ClosedRange<Int>]] = [:]

    /// Reads the output of a diff. Lines that belong to no known header are passed over.
    package init(_ text: String) {
        var path: String?
        for line in text.split(separator: "\n", omittingEmptySubsequences: true) {
            if line.hasPrefix("+++ ") {
                path = Self.path(line.dropFirst(4))
                if let path { lines[path, default: []] += [] }
            } else if line.hasPrefix("@@ "), let path, let range = Self.newLines(line) {
                lines[path, default: []].append(range)
            }
        }
    }

    /// `b/name`, or a name in quotes with escapes; `nil` for a file that is gone.
    private static func path(_ text: Substring) -> String? {
        let name = text.hasPrefix("\"") ? unquoted(text.dropFirst().dropLast()) : String(text.prefix { $0 != "\t" })
        guard name != "/dev/null" else { return nil }
        return name.hasPrefix("b/") ? String(name.dropFirst(2)) : name
    }

    /// Escapes of git: octal bytes, `\"`, `\\`, `\t`, `\n`.
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
            case UInt8(ascii: "0")...UInt8(ascii: "3"):
                var value = Int(next - 48)
                for _ in 0..<2 { if let digit = rest.popFirst() { value = value * 8 + Int(digit & 7) } }
                bytes.append(UInt8(truncatingIfNeeded: value))
            default: bytes.append(next)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The right side of `@@ -a,b +c,d @@`; a pure deletion counts as the lines on either side of it.
    private static func newLines(_ line: Substring) -> ClosedRange<Int>? {
        guard let plus = line.split(separator: " ").first(where: { $0.hasPrefix("+") }) else { return nil }
        let numbers = plus.dropFirst().split(separator: ",").compactMap { Int($0) }
        guard let start = numbers.first else { return nil }
        let count = numbers.count > 1 ? numbers[1] : 1
        return count == 0 ? max(1, start)...(start + 1) : start...(start + count - 1)
    }
}
