internal import TextModel

/// A finding of a report or a store that a decision may belong to.
package struct AnchorTarget: Sendable, Hashable {
    /// Its name in its document.
    package let subject: DecisionEvent.Subject
    /// Hash of the document's bytes.
    package let hash: String
    /// Its words and what stands around them; without a surrounding where only the words are known.
    package let quote: QuoteSelector

    /// Names a finding.
    package init(subject: DecisionEvent.Subject, hash: String, quote: QuoteSelector) {
        self.subject = subject
        self.hash = hash
        self.quote = quote
    }
}

/// Finds the places of decisions in documents that may have changed since.
///
/// A decision stays in its document: the one at its path or, where it has no place there, the only other one of the
/// same bytes. In it, the decision keeps its place by the finding's name in the same bytes, or by that name where it
/// occurs once and what stands around the words does not speak against it, or by rule, words and surrounding where they
/// occur once. Anything else is an orphan: it is listed with its words and with those that came nearest, and nothing is
/// guessed. The page has the same rules.
package struct Anchoring: Sendable {
    /// A decision without a sure place.
    package struct Orphan: Sendable {
        /// The decision.
        package let event: DecisionEvent
        /// Findings that share its document and rule and something of its name or words; any number of them.
        package let candidates: [AnchorTarget]
    }

    private let targets: [AnchorTarget]
    private let byName: [DecisionEvent.Subject: [Int]]
    private let byStem: [DecisionEvent.Subject: [Int]]
    private let byQuote: [QuoteKey: [Int]]
    /// Text of each document by path, as far as it is known, with single spaces.
    private let texts: [String: String]
    /// Hash of each document by path.
    private let hashes: [String: String]
    /// Paths of documents by hash.
    private let copies: [String: [String]]

    private struct QuoteKey: Hashable {
        let path: String
        let rule: String
        let exact: String
        let prefix: String
        let suffix: String
    }

    /// Takes the findings that there are, the texts of their documents where those are known, and the hashes of all
    /// documents by path, as those without a finding are named nowhere else.
    package init(_ targets: [AnchorTarget], texts: [String: String] = [:], documents: [String: String] = [:]) {
        self.targets = targets
        self.texts = texts.mapValues(Self.folded)
        var hashes = texts.mapValues { _ in "" }.merging(documents) { $1 }
        for target in targets { hashes[target.subject.path] = target.hash }
        self.hashes = hashes
        copies = Dictionary(grouping: hashes.keys.sorted()) { hashes[$0] ?? "" }
        byName = Dictionary(grouping: targets.indices) { targets[$0].subject }
        byStem = Dictionary(grouping: targets.indices) { Self.stem(targets[$0].subject) }
        byQuote = Dictionary(grouping: targets.indices) { index in
            Self.key(targets[index].subject, targets[index].quote)
        }
    }

    /// Each event tied to where it belongs now, and those that belong nowhere. Comments and taken-back decisions go
    /// with the rest; an `undo` needs no place.
    package func place(_ events: [DecisionEvent]) -> (placed: [DecisionEvent], moved: Int, orphans: [Orphan]) {
        var placed: [DecisionEvent] = []
        var orphans: [Orphan] = []
        var moved = 0
        for event in events {
            switch event.kind {
            case .undo: placed.append(event)
            case .add:
                guard let path = paths(of: event).first(where: { holds(event, in: $0) }) else {
                    orphans.append(Orphan(event: event, candidates: []))
                    continue
                }
                let isThere = path == event.path
                if !isThere { moved += 1 }
                placed.append(isThere ? event : event.moved(to: path, hash: hashes[path] ?? ""))
            case .accept, .dismiss, .band, .comment:
                guard let target = target(of: event) else {
                    orphans.append(Orphan(event: event, candidates: candidates(for: event)))
                    continue
                }
                let isThere = target.subject == event.subject
                if !isThere { moved += 1 }
                placed.append(isThere ? event : event.moved(to: target))
            }
        }
        return (placed, moved, orphans)
    }

    /// The document at the event's path, and then the other one of the same bytes. Where several others have them,
    /// none is chosen.
    private func paths(of event: DecisionEvent) -> [String] {
        let others = event.hash.isEmpty ? [] : (copies[event.hash] ?? []).filter { $0 != event.path }
        return (hashes[event.path] == nil ? [] : [event.path]) + (others.count == 1 ? others : [])
    }

    private func target(of event: DecisionEvent) -> AnchorTarget? {
        paths(of: event).lazy.compactMap { target(of: event, in: $0) }.first
    }

    private func target(of event: DecisionEvent, in path: String) -> AnchorTarget? {
        let subject = event.subject.moved(to: path)
        let same = (byName[subject] ?? []).filter { targets[$0].hash == event.hash && !event.hash.isEmpty }
        if same.count == 1, agrees(event, with: targets[same[0]]) { return targets[same[0]] }
        let alike = byStem[Self.stem(subject)] ?? []
        if alike.count == 1, Self.stem(subject) == subject, agrees(event, with: targets[alike[0]]) {
            return targets[alike[0]]
        }
        guard let selector = event.selector else { return nil }
        let quoted = byQuote[Self.key(subject, selector)] ?? []
        if quoted.count == 1 { return targets[quoted[0]] }
        // A store knows the words of a finding without their surrounding; that stands in the text.
        let bare = QuoteSelector(exact: selector.exact, prefix: "", suffix: "")
        let worded = byQuote[Self.key(subject, bare)] ?? []
        return worded.count == 1 && stands(selector, in: path) ? targets[worded[0]] : nil
    }

    /// Whether what stands around a finding's words is what stood around those of the decision.
    ///
    /// One side has to be the same where the bytes are, or where the decision says that no other finding had its name;
    /// else both, since the finding may be the equal of one that is gone. A decision that quotes no surrounding agrees.
    private func agrees(_ event: DecisionEvent, with target: AnchorTarget) -> Bool {
        guard let selector = event.selector, !(selector.prefix + selector.suffix).isEmpty else { return true }
        let isBefore: Bool
        let isAfter: Bool
        if let text = texts[target.subject.path] {
            isBefore = text.contains(Self.folded(selector.prefix + selector.exact))
            isAfter = text.contains(Self.folded(selector.exact + selector.suffix))
        } else {
            isBefore = Self.folded(selector.prefix) == Self.folded(target.quote.prefix)
            isAfter = Self.folded(selector.suffix) == Self.folded(target.quote.suffix)
        }
        let isOneEnough = event.isAlone || !event.hash.isEmpty && event.hash == target.hash
        return isOneEnough ? isBefore || isAfter : isBefore && isAfter
    }

    /// Whether words stand once in a document whose text is known, with the same surrounding.
    private func stands(_ selector: QuoteSelector, in path: String) -> Bool {
        guard let text = texts[path] else { return false }
        return text.ranges(of: Self.folded(selector.prefix + selector.exact + selector.suffix)).count == 1
    }

    private func candidates(for event: DecisionEvent) -> [AnchorTarget] {
        let paths = Set([event.path] + (event.hash.isEmpty ? [] : copies[event.hash] ?? []))
        let named = paths.flatMap { byStem[Self.stem(event.subject.moved(to: $0))] ?? [] }
        let exact = event.selector?.exact
        let worded = targets.indices.filter { index in
            paths.contains(targets[index].subject.path) && targets[index].subject.rule == event.rule
                && targets[index].quote.exact == exact
        }
        return Set(named + worded).sorted().map { targets[$0] }
    }

    /// Whether the words of an added passage stand once in a document, with the same surrounding on one side at least.
    /// A document whose text is not known says nothing against it.
    private func holds(_ event: DecisionEvent, in path: String) -> Bool {
        guard let text = texts[path] else { return true }
        guard let selector = event.selector else { return false }
        if stands(selector, in: path) { return true }
        return stands(QuoteSelector(exact: selector.exact, prefix: "", suffix: ""), in: path)
            && [selector.prefix + selector.exact, selector.exact + selector.suffix].contains {
                text.contains(Self.folded($0))
            }
    }

    private static func folded(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The name without the number that tells equal passages apart.
    private static func stem(_ subject: DecisionEvent.Subject) -> DecisionEvent.Subject {
        let parts = subject.fingerprint.split(separator: "-")
        guard parts.count > 1, let last = parts.last, last.allSatisfy(\.isNumber) else { return subject }
        return DecisionEvent.Subject(
            path: subject.path, rule: subject.rule, fingerprint: parts.dropLast().joined(separator: "-"))
    }

    private static func key(_ subject: DecisionEvent.Subject, _ quote: QuoteSelector) -> QuoteKey {
        QuoteKey(
            path: subject.path, rule: subject.rule, exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix)
    }
}

extension DecisionEvent {
    /// The same decision under the name that its finding has now.
    func moved(to target: AnchorTarget) -> DecisionEvent {
        guard case .object(var members) = value else { return self }
        members["fingerprint"] = .string(target.subject.fingerprint)
        return ((try? DecisionEvent(.object(members))) ?? self).moved(to: target.subject.path, hash: target.hash)
    }

    /// Whether two events are one that was tied to different places.
    package func isSame(butForPlaceOf other: DecisionEvent) -> Bool {
        guard case .object(var mine) = value, case .object(var others) = other.value else { return false }
        for key in ["fingerprint", "document"] {
            mine[key] = nil
            others[key] = nil
        }
        return mine == others
    }

    /// The same event in the document under the path that it has now.
    func moved(to path: String, hash: String) -> DecisionEvent {
        guard case .object(var members) = value else { return self }
        members["document"] = .object(["path": .string(path), "sha256": .string(hash)])
        return (try? DecisionEvent(.object(members))) ?? self
    }
}
