internal import TextModel

/// A sentence and a phrase in it: does the sentence affirm the phrase, or negate it, restrict it or make it yield?
public struct PolarityProbe: Sendable, Hashable {
    /// What the probe tries; figures are given by group.
    public let group: String
    /// The sentence.
    public let sentence: String
    /// A phrase of it; its first place counts.
    public let target: String
    /// Whether a reader says that the sentence affirms the phrase.
    public let isAffirmed: Bool

    /// A probe from its parts.
    public init(group: String, sentence: String, target: String, isAffirmed: Bool) {
        self.group = group
        self.sentence = sentence
        self.target = target
        self.isAffirmed = isAffirmed
    }

    /// Whether the analyzer says the same.
    public func isRight(by analyzer: Analyzer) -> Bool {
        let bytes = Array(sentence.utf8)
        var builder = DocumentBuilder(source: SourceText(bytes: bytes))
        builder.open(.paragraph)
        builder.append(verbatim: 0..<bytes.count)
        let document = builder.finish(
            path: "probe", format: "probe", encoding: TextEncoding(name: "UTF-8", origin: .valid))
        guard let span = Self.place(of: target, in: sentence) else { return false }
        return analyzer.affirms(span, in: document) == isAffirmed
    }

    /// The first place of a phrase in a text, whatever the case of its ASCII letters.
    static func place(of phrase: String, in text: String) -> TextSpan? {
        let fold = { (byte: UInt8) in (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
        let needle = phrase.utf8.map(fold)
        let hay = text.utf8.map(fold)
        guard !needle.isEmpty, hay.count >= needle.count else { return nil }
        for start in 0...(hay.count - needle.count)
        where hay[start..<start + needle.count].elementsEqual(needle) {
            return TextSpan(start, start + needle.count)
        }
        return nil
    }
}

/// How many probes of every group are judged right.
public struct ProbeFigures: Sendable {
    /// A group with its counts.
    public struct Group: Sendable, Hashable {
        /// Name of the group.
        public let name: String
        /// Probes judged right.
        public var right: Int
        /// All probes.
        public var total: Int
    }

    /// The groups in the order of their first probe.
    public private(set) var groups: [Group] = []
    /// The probes judged wrong, in order.
    public private(set) var wrong: [PolarityProbe] = []
    /// Probes judged right.
    public var right: Int { groups.reduce(0) { $0 + $1.right } }
    /// All probes.
    public var total: Int { groups.reduce(0) { $0 + $1.total } }

    /// Judges probes.
    public init(_ probes: [PolarityProbe], by analyzer: Analyzer) {
        for probe in probes {
            let index: Int
            if let known = groups.firstIndex(where: { $0.name == probe.group }) {
                index = known
            } else {
                index = groups.count
                groups.append(Group(name: probe.group, right: 0, total: 0))
            }
            let isRight = probe.isRight(by: analyzer)
            groups[index].total += 1
            if isRight { groups[index].right += 1 } else { wrong.append(probe) }
        }
    }
}
