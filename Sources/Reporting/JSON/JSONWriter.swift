/// Writes JSON byte by byte, in the order in which it is told, escaping exactly what has to be.
///
/// Beside what RFC 8259 demands it escapes U+007F to U+009F, line and paragraph separators, overrides of
/// the reading direction, U+FEFF and the slash of `</`, so that the bytes are safe on a terminal, in
/// JavaScript and in a script element.
package struct JSONWriter {
    /// What was written so far, UTF-8.
    package private(set) var bytes: [UInt8] = []
    private let isIndented: Bool
    private var depth: Int
    private var needsComma = false
    /// Where sections that are written elsewhere belong.
    private var gaps: [Int] = []
    private var lastFilledGap: Int?

    /// Starts empty; without indentation everything goes on one line.
    ///
    /// A writer with a `depth` writes the elements of an array that lies so deep in the writing of another one, which
    /// leaves a gap for them.
    package init(isIndented: Bool, depth: Int = 0) {
        self.isIndented = isIndented
        self.depth = depth
    }

    /// What was written since the last time.
    mutating func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    /// Leaves a place for elements that are written elsewhere.
    mutating func gap(isEmpty: Bool) {
        gaps.append(bytes.count)
        guard !isEmpty else { return }
        lastFilledGap = bytes.count
        needsComma = true
    }

    /// What was written before, between and after the gaps.
    var frames: [[UInt8]] {
        zip([0] + gaps, gaps + [bytes.count]).map { Array(bytes[$0..<$1]) }
    }

    /// Writes an object with what `body` writes in it.
    package mutating func object(_ key: String? = nil, _ body: (inout JSONWriter) -> Void) {
        nest(key, "{", "}", body)
    }

    /// Writes an array with what `body` writes in it.
    package mutating func array(_ key: String? = nil, _ body: (inout JSONWriter) -> Void) {
        nest(key, "[", "]", body)
    }

    /// Writes a text, or null.
    package mutating func string(_ key: String? = nil, _ value: String?) {
        begin(key)
        if let value { quote(value) } else { raw("null") }
        needsComma = true
    }

    /// Writes an integer, or null.
    package mutating func integer(_ key: String? = nil, _ value: Int?) {
        begin(key)
        raw(value.map { String($0) } ?? "null")
        needsComma = true
    }

    /// Writes true or false.
    package mutating func boolean(_ key: String? = nil, _ value: Bool) {
        begin(key)
        raw(value ? "true" : "false")
        needsComma = true
    }

    /// Writes null.
    package mutating func null(_ key: String) { string(key, nil) }

    /// Writes a number; null for one that is not finite.
    package mutating func number(_ key: String? = nil, _ value: Double) {
        begin(key)
        raw(value.isFinite ? String(describing: value) : "null")
        needsComma = true
    }

    /// Integers on one line.
    package mutating func integers(_ key: String? = nil, _ values: [Int]) {
        begin(key)
        raw("[" + values.map { String($0) }.joined(separator: isIndented ? ", " : ",") + "]")
        needsComma = true
    }

    /// Writes texts as an array.
    package mutating func strings(_ key: String, _ values: [String]) {
        array(key) { json in
            for value in values { json.string(nil, value) }
        }
    }

    /// Counts by name, in order of the names.
    package mutating func counts(_ key: String, _ counts: [String: Int]) {
        object(key) { json in
            for (name, count) in counts.sorted(by: { $0.key < $1.key }) { json.integer(name, count) }
        }
    }

    /// Ends a line after a complete value.
    package mutating func endLine() {
        bytes.append(0x0A)
        needsComma = false
    }

    private mutating func nest(
        _ key: String?, _ open: String, _ close: String, _ body: (inout JSONWriter) -> Void
    ) {
        begin(key)
        raw(open)
        depth += 1
        needsComma = false
        let before = bytes.count
        body(&self)
        depth -= 1
        if bytes.count > before || lastFilledGap == before { breakLine() }
        raw(close)
        needsComma = true
    }

    private mutating func begin(_ key: String?) {
        if needsComma { raw(",") }
        if depth > 0 { breakLine() }
        needsComma = false
        guard let key else { return }
        quote(key)
        raw(isIndented ? ": " : ":")
    }

    private mutating func breakLine() {
        guard isIndented else { return }
        bytes.append(0x0A)
        bytes.append(contentsOf: repeatElement(0x20, count: 2 * depth))
    }

    private mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func quote(_ text: String) {
        bytes.append(0x22)
        var previous: UInt32 = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22: raw("\\\"")
            case 0x5C: raw("\\\\")
            case 0x0A: raw("\\n")
            case 0x0D: raw("\\r")
            case 0x09: raw("\\t")
            case 0x2F where previous == 0x3C: raw("\\/")
            case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: escape(scalar.value)
            default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
            previous = scalar.value
        }
        bytes.append(0x22)
    }

    private mutating func escape(_ value: UInt32) {
        let digits = String(value, radix: 16)
        raw("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
    }
}
