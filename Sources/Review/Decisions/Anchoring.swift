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
/// A decision keeps its place by the finding's name in the same bytes, or by that name where it occurs once in the
/// document, or by rule, words and surrounding where they occur once. Anything else is an orphan: it is listed with
/// its words and with those that came nearest, and nothing is guessed.
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
    /// Text of each document, for passages that a reviewer added.
    private let texts: [String: String]

    private struct QuoteKey: Hashable {
        let path: String
        let rule: String
        let exact: String
        let prefix: String
        let suffix: String
    }

    /// Takes the findings that there are, and the texts of their documents where those are known.
    package init(_ targets: [AnchorTarget], texts: [String: String] = [:]) {
        self.targets = targets
        self.texts = texts
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
                if holds(event) { placed.append(event) } else { orphans.append(Orphan(event: event, candidates: [])) }
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

    private func target(of event: DecisionEvent) -> AnchorTarget? {
        let same = (byName[event.subject] ?? []).filter { targets[$0].hash == event.hash && !event.hash.isEmpty }
        if same.count == 1 { return targets[same[0]] }
        let stem = Self.stem(event.subject)
        let alike = byStem[stem] ?? []
        if alike.count == 1, stem == event.subject { return targets[alike[0]] }
        guard let selector = event.selector else { return nil }
        let quoted = byQuote[Self.key(event.subject, selector)] ?? []
        if quoted.count == 1 { return targets[quoted[0]] }
        // A store knows the words of a finding without their surrounding; that stands in the text.
        let bare = QuoteSelector(exact: selector.exact, prefix: "", suffix: "")
        let worded = byQuote[Self.key(event.subject, bare)] ?? []
        return worded.count == 1 && stands(selector, in: event.path) ? targets[worded[0]] : nil
    }

    /// Whether words stand once in a document whose text is known, with the same surrounding.
    private func stands(_ selector: QuoteSelector, in path: String) -> Bool {
        guard let text = texts[path] else { return false }
        return Self.folded(text).ranges(of: Self.folded(selector.prefix + selector.exact + selector.suffix)).count == 1
    }

    private func candidates(for event: DecisionEvent) -> [AnchorTarget] {
        let named = byStem[Self.stem(event.subject)] ?? []
        let exact = event.selector?.exact
        let worded = targets.indices.filter { index in
            targets[index].subject.path == event.path && targets[index].subject.rule == event.rule
                && targets[index].quote.exact == exact
        }
        return Set(named + worded).sorted().map { targets[$0] }
    }

    /// Whether the words of an added passage stand once in its document with the same surrounding. A document whose
    /// text is not known says nothing against it.
    private func holds(_ event: DecisionEvent) -> Bool {
        guard let selector = event.selector, texts[event.path] != nil else { return texts.isEmpty }
        return stands(selector, in: event.path)
            || stands(QuoteSelector(exact: selector.exact, prefix: "", suffix: ""), in: event.path)
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
        members["document"] = .object(["path": .string(target.subject.path), "sha256": .string(target.hash)])
        return (try? DecisionEvent(.object(members))) ?? self
    }
}
