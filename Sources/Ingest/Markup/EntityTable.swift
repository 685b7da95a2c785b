import CLibxml2

/// General entities that a document declares, and their expansion within limits.
///
/// libxml2 is never asked to expand: a few nested declarations could ask for gigabytes.
struct EntityTable {
    /// Why an expansion stopped.
    struct Overflow: Error {
        let entity: String
    }

    /// External entities that text refers to; they are never fetched.
    private(set) var unfetched: Set<String> = []
    /// Entities that refer to themselves.
    private(set) var looping: Set<String> = []

    private var declared: [String: [UInt8]] = [:]
    private var external: Set<String> = []
    private var expanded: [String: [UInt8]] = [:]
    private var known: [String: [UInt8]] = [:]
    private var spent = 0
    private let limit: Int

    /// Deepest chain of entities within entities.
    private static let maximumNesting = 40

    /// An empty table that expands to at most `limit` bytes over the whole document.
    init(limit: Int) { self.limit = limit }

    /// Records an internal entity; the first declaration counts.
    mutating func declare(_ name: String, content: [UInt8]) {
        if declared[name] == nil { declared[name] = content }
    }

    /// Records an entity that stands in another file.
    mutating func declareExternal(_ name: String) { external.insert(name) }

    /// What a reference by `name` stands for; `nil` when nobody declared it.
    /// - Throws: ``Overflow`` when the document's expansions exceed the limit.
    mutating func expansion(of name: String) throws(Overflow) -> [UInt8]? {
        if let fixed = Self.predefined[name] { return fixed }
        if external.contains(name) {
            unfetched.insert(name)
            return []
        }
        guard let content = declared[name] else { return html(name) }
        if let known = expanded[name] {
            try spend(known.count + 1, on: name)
            return known
        }
        var output: [UInt8] = []
        try expand(content, named: name, into: &output, above: [])
        expanded[name] = output
        return output
    }

    /// The text of an HTML entity; libxml2 searches its list from the start each time, so the answer is kept.
    mutating func html(_ name: String) -> [UInt8]? {
        if let known = known[name] { return known.isEmpty ? nil : known }
        let value = Self.htmlEntity(name)
        if known.count < 4096 { known[name] = value ?? [] }
        return value
    }

    /// The text of an HTML entity such as `nbsp`.
    static func htmlEntity(_ name: String) -> [UInt8]? {
        guard let entity = unsafe htmlEntityLookup(name) else { return nil }
        return unsafe Unicode.Scalar(entity.pointee.value).flatMap { UTF8.encode($0) }.map { Array($0) }
    }

    private static let predefined: [String: [UInt8]] = [
        "amp": [0x26], "lt": [0x3C], "gt": [0x3E], "quot": [0x22], "apos": [0x27],
    ]

    private mutating func spend(_ count: Int, on name: String) throws(Overflow) {
        spent += count
        guard spent <= limit else { throw Overflow(entity: name) }
    }

    /// Expands text and the references within it; tags in an entity are left out.
    private mutating func expand(
        _ content: [UInt8], named name: String, into output: inout [UInt8], above: [String]
    ) throws(Overflow) {
        guard !above.contains(name), above.count < Self.maximumNesting else {
            looping.insert(name)
            return
        }
        try spend(1, on: name)
        let syntax = MarkupSyntax(isHTML: false)
        var index = 0
        while index < content.count {
            if content[index] == 0x3C, let end = syntax.constructEnd(in: content.span, at: index) {
                index = end
            } else if content[index] == 0x26, let reference = Reference(in: content.span, at: index, isHTML: false) {
                index = reference.end
                switch reference.target {
                case .character(let value):
                    try spend(value.count, on: name)
                    output += value
                case .named(let inner):
                    if let nested = declared[inner] {
                        try expand(nested, named: inner, into: &output, above: above + [name])
                    } else if let value = try expansion(of: inner) {
                        try spend(value.count, on: name)
                        output += value
                    }
                }
            } else {
                try spend(1, on: name)
                output.append(content[index])
                index += 1
            }
        }
    }
}
