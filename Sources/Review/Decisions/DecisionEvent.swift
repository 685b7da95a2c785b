package import TextModel

/// One thing that a reviewer did: accepted or dismissed a finding, changed its band, said something, added a passage,
/// or took one of these back.
///
/// Events are never changed; what holds follows from all of them, in order of time. The object that was read is kept
/// whole, so that fields which this version does not know survive.
package struct DecisionEvent: Sendable, Hashable {
    /// What was done.
    package enum Kind: String, Sendable, CaseIterable {
        case accept, dismiss, band, comment, add, undo
    }

    /// Why an object is no event.
    package struct Malformed: Error, Sendable, Hashable, CustomStringConvertible {
        /// What is wrong and what is allowed.
        package let description: String
    }

    /// Names the event among all of them.
    package let id: String
    /// When, as ISO 8601 in UTC.
    package let at: String
    /// Who.
    package let reviewer: String
    /// What.
    package let kind: Kind
    /// All of it.
    package let value: JSONValue

    /// Reads an event that a store holds; it was checked when it came in, by this version or by one that asked for less.
    /// - Throws: ``Malformed`` when `id`, `at`, `by` or `kind` is missing, or what the kind needs.
    package init(_ value: JSONValue) throws(Malformed) {
        id = try Self.text("id", of: value)
        at = try Self.text("at", of: value)
        reviewer = try Self.text("by", of: value)
        guard let kind = Kind(rawValue: try Self.text("kind", of: value)) else {
            let known = Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw Malformed(description: "\"kind\" must be one of: \(known)")
        }
        self.kind = kind
        self.value = value
        switch kind {
        case .undo: _ = try Self.text("undoes", of: value)
        case .add: guard selector != nil else { throw Self.withoutWords }
        case .accept, .dismiss, .band, .comment: _ = try Self.text("fingerprint", of: value)
        }
        if kind == .band { try Self.checkBand("band", of: value) }
    }

    /// Reads an event that comes from outside, every part of which is checked before anything works with it. The page
    /// asks for the same.
    /// - Throws: ``Malformed`` when a part is missing or is not what it should be.
    package init(checking value: JSONValue) throws(Malformed) {
        try self.init(value)
        guard kind != .undo else { return }
        guard value["document"]?["path"]?.text?.isEmpty == false else {
            throw Malformed(description: "\"document\" must have a path")
        }
        if kind != .add { _ = try Self.text("rule", of: value) }
        for key in ["rule", "reason", "text"] { try Self.checkText(key, of: value) }
        try Self.checkText("sha256", of: value["document"])
        for key in ["band", "judged"] where value[key] != nil { try Self.checkBand(key, of: value) }
        guard let selector = value["selector"] else { return }
        guard self.selector != nil else { throw Self.withoutWords }
        for key in ["prefix", "suffix"] { try Self.checkText(key, of: selector) }
    }

    private static let withoutWords = Malformed(description: "\"selector\" must have an exact text")

    private static func text(_ key: String, of value: JSONValue) throws(Malformed) -> String {
        guard let text = value[key]?.text, !text.isEmpty else {
            throw Malformed(description: "\"\(key)\" must be a text")
        }
        return text
    }

    /// What may be missing is a text where it is there.
    private static func checkText(_ key: String, of value: JSONValue?) throws(Malformed) {
        if let member = value?[key], member.text == nil { throw Malformed(description: "\"\(key)\" must be a text") }
    }

    private static func checkBand(_ key: String, of value: JSONValue) throws(Malformed) {
        guard Band(name: value[key]?.text ?? "") == nil else { return }
        throw Malformed(
            description: "\"\(key)\" must be one of: \(Band.allCases.map(\.name).joined(separator: ", "))")
    }

    /// The finding's name, or empty.
    package var fingerprint: String { value["fingerprint"]?.text ?? "" }
    /// The rule, or empty.
    package var rule: String { value["rule"]?.text ?? "" }
    /// Path of the document, or empty.
    package var path: String { value["document"]?["path"]?.text ?? "" }
    /// Hash of the document's bytes, or empty.
    package var hash: String { value["document"]?["sha256"]?.text ?? "" }
    /// The code of the reason for a dismissal, or empty.
    package var reason: String { value["reason"]?.text ?? "" }
    /// The reviewer's words, or empty.
    package var text: String { value["text"]?.text ?? "" }
    /// Both, as people read them: "other-sense: the guard is a person".
    package var why: String { [reason, text].filter { !$0.isEmpty }.joined(separator: ": ") }
    /// The band that the program gave.
    package var judged: Band? { value["judged"]?.text.flatMap(Band.init(name:)) }
    /// The band that the reviewer gave.
    package var band: Band? { value["band"]?.text.flatMap(Band.init(name:)) }
    /// The event that this one takes back.
    package var undoes: String? { kind == .undo ? value["undoes"]?.text : nil }
    /// Where the words stand.
    package var selector: QuoteSelector? { value["selector"].flatMap(QuoteSelector.init) }
    /// Whether it says that no other finding of its document had the same name but for a number.
    package var isAlone: Bool { value["alone"] == .bool(true) }
    /// The finding that it is about, in this document.
    package var subject: Subject { Subject(path: path, rule: rule, fingerprint: fingerprint) }

    /// A finding as decisions name it.
    package struct Subject: Sendable, Hashable, Comparable {
        /// Path of the document.
        package let path: String
        /// The rule.
        package let rule: String
        /// Name of the finding.
        package let fingerprint: String

        /// Names a finding.
        package init(path: String, rule: String, fingerprint: String) {
            self.path = path
            self.rule = rule
            self.fingerprint = fingerprint
        }

        /// The finding of the same name in another document.
        func moved(to path: String) -> Subject { Subject(path: path, rule: rule, fingerprint: fingerprint) }

        package static func < (a: Subject, b: Subject) -> Bool {
            (a.path, a.rule, a.fingerprint) < (b.path, b.rule, b.fingerprint)
        }
    }

    /// Whether it says what becomes of a finding.
    package var decides: Bool { [.accept, .dismiss, .band].contains(kind) }

    /// Whether it takes back another event: its author can, and nobody else.
    package func takesBack(_ other: DecisionEvent) -> Bool { undoes == other.id && reviewer == other.reviewer }

    /// Names of the events that were taken back.
    package static func takenBack(in events: [DecisionEvent]) -> Set<String> {
        let named = Dictionary(events.map { ($0.id, $0) }) { first, _ in first }
        return Set(
            events.compactMap { event in
                event.undoes.flatMap { named[$0] }.flatMap { event.takesBack($0) ? $0.id : nil }
            })
    }

    /// Order of time; events of one moment in order of their names, so that every copy has the same order.
    package static func isEarlier(_ a: DecisionEvent, _ b: DecisionEvent) -> Bool { (a.at, a.id) < (b.at, b.id) }
}

/// The W3C text-quote selector: words and a little of what stands around them, with their place when it is known.
package struct QuoteSelector: Sendable, Hashable {
    /// The words.
    package let exact: String
    /// What stands before.
    package let prefix: String
    /// What stands after.
    package let suffix: String
    /// Offsets in the bytes of the file.
    package let place: Range<Int>?

    /// Names a place.
    package init(exact: String, prefix: String, suffix: String, place: Range<Int>? = nil) {
        self.exact = exact
        self.prefix = prefix
        self.suffix = suffix
        self.place = place
    }

    /// Reads the object of an event; `nil` without words.
    init?(_ value: JSONValue) {
        guard let exact = value["exact"]?.text, !exact.isEmpty else { return nil }
        self.exact = exact
        prefix = value["prefix"]?.text ?? ""
        suffix = value["suffix"]?.text ?? ""
        if let start = value["position"]?["start"]?.integer, let end = value["position"]?["end"]?.integer, start <= end
        {
            place = start..<end
        } else {
            place = nil
        }
    }
}
