internal import Lexicons
internal import TextModel

/// Fills a template with the words of a finding, and makes its changes.
struct RewordingFiller {
    private let finding: Finding
    private let report: Report
    private let lexicon: Lexicon
    private let passage: TextSpan
    private let sentence: TextSpan
    private let words: SentenceWords

    /// `report` is the window that the finding stands in, `index` its passage there.
    init(_ finding: Finding, in report: Report, at index: Int, _ lexicon: Lexicon) {
        self.finding = finding
        self.report = report
        self.lexicon = lexicon
        passage = report.document.blocks[index].span
        let block = report.sentences.filter { $0.block == index }
        sentence =
            (block.last { $0.span.start <= finding.span.start } ?? block.first)?.span
            ?? report.document.blocks[index].span
        words = SentenceWords(report.document, sentence)
    }

    /// Makes the changes of a template; sentences and clauses are added once, words are replaced in every round.
    /// `false` when a slot has no words, or when the text gives no place for a change.
    func apply(_ rewording: Rewording, to redraft: inout Redraft, isFirst: Bool) -> Bool {
        guard suits(rewording) else { return false }
        var hasChanged = false
        var additions: [(Int, String)] = []
        for step in rewording.steps {
            switch step {
            case .append(let template):
                guard isFirst else { continue }
                guard let text = filled(template), let place = placeAfterSentence else { return false }
                additions.append((place, " " + text))
            case .clause(let template):
                guard isFirst else { continue }
                guard let text = filled(template), let place = placeBeforeStop else { return false }
                additions.append((place, text))
            case .replace(let slot, let template, let place):
                guard let span = span(of: slot), let fitting = fitted(span, to: place, template),
                    let text = filled(template, next: fitting.next),
                    replace(fitting.span, by: text, in: &redraft, &additions)
                else { return false }
                hasChanged = true
            case .swap(let swaps):
                let found = swaps.lazy.compactMap { swap in words.place(of: swap.from).map { ($0, swap.to) } }.first
                guard let (span, text) = found, replace(span, by: text, in: &redraft, &additions) else { return false }
                hasChanged = true
            }
        }
        for (place, text) in additions {
            guard redraft.replace(place..<place, by: text) else { return false }
            hasChanged = true
        }
        return hasChanged
    }

    /// Whether a template is for findings like this one: by the control, and by the words of the sentence.
    private func suits(_ rewording: Rewording) -> Bool {
        if rewording.isForValuesAlone,
            report.mentions.contains(where: {
                $0.family == .control && $0.stance == .asserted && passage.contains($0.span)
            })
        {
            return false
        }
        let control = finding.related.first { $0.role == .control }
        let concept = report.mentions.first { $0.family == .control && $0.span == control?.span }?.concept
        return rewording.applicability.suits(modality: modality, control: concept)
            && (rewording.having.isEmpty || rewording.having.contains { words.place(of: $0) != nil })
            && !rewording.lacking.contains { words.place(of: $0) != nil }
    }

    /// How the control binds.
    private var modality: String? { finding.factors.first { $0.name == "bindingness" }?.reason }

    /// Replaces a span of the report in the passage; places of additions behind it move along.
    private func replace(
        _ span: TextSpan, by text: String, in redraft: inout Redraft, _ additions: inout [(Int, String)]
    ) -> Bool {
        var span = span
        var text = text
        if let joined = span.joined(to: text, in: report.document, within: sentence, by: lexicon.standard.joiners) {
            span = joined
            text = ""
        } else if isAtStart(span) {
            text = text.prefix(1).uppercased() + text.dropFirst()
        }
        let range = (span.start - passage.start)..<(span.end - passage.start)
        guard redraft.replace(range, by: text) else { return false }
        let shift = text.utf8.count - range.count
        additions = additions.map { $0.0 >= range.upperBound ? ($0.0 + shift, $0.1) : $0 }
        return true
    }

    private func isAtStart(_ span: TextSpan) -> Bool { span.start == sentence.start }

    // MARK: Slots

    /// The span of a slot, when it lies in the passage.
    private func span(of slot: Rewording.Slot) -> TextSpan? {
        let role = Related.Role(rawValue: slot.rawValue)
        return finding.related.first { $0.role == role && passage.contains($0.span) }?.span
    }

    /// The part of a span that a template replaces, and the word after it that goes into the template; `nil` where the
    /// template would not read well.
    private func fitted(
        _ span: TextSpan, to place: Rewording.Place, _ template: String
    ) -> (span: TextSpan, next: String?)? {
        guard var span = words.span(span, without: place.keeping) else { return nil }
        if template.hasPrefix("[") { span = words.span(span, withOneOf: lexicon.standard.articles) }
        // Beside the same placeholder a span goes with it, wherever it stands.
        let isDouble =
            span.joined(to: template, in: report.document, within: sentence, by: lexicon.standard.joiners) != nil
        if !place.after.isEmpty, !isDouble {
            guard let before = words.word(before: span), words.isOne(before, of: place.after) else { return nil }
        }
        guard !place.before.isEmpty else { return (span, nil) }
        let isTaken = template.contains("{next}")
        let after = isTaken ? words.noun(after: span, by: lexicon.standard.joiners) : words.word(after: span)
        guard let after, words.isOne(after, of: place.before) else { return nil }
        return isTaken ? (TextSpan(span.start, after.end), text(after)) : (span, nil)
    }

    /// A template with its slots filled; `nil` when one has no words.
    private func filled(_ template: String, next: String? = nil) -> String? {
        var text = ""
        for (index, piece) in template.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
            guard index > 0, let end = piece.firstIndex(of: "}") else {
                text += piece
                continue
            }
            let name = String(piece[..<end])
            guard let words = name == "next" ? next : words(for: name.lowercased()) else { return nil }
            text += name.first?.isUppercase == true ? words.prefix(1).uppercased() + words.dropFirst() : words
            text += piece[piece.index(after: end)...]
        }
        return text
    }

    private func words(for name: String) -> String? {
        switch name {
        case "actor": actor
        case "balance": balance
        default:
            finding.related.first { $0.role.rawValue == name }.map { report.document.string($0.span) }
        }
    }

    /// Who acts, where the words can begin a sentence: with an article or the like, or as they begin one already.
    private var actor: String? {
        guard let span = finding.actor, sentence.contains(span) else { return nil }
        // "An officer of the Ministry" is not the Ministry.
        if let before = words.word(before: span), lexicon.language.functionWords.contains(text(before).lowercased()) {
            return nil
        }
        let name = text(span)
        let isIntroduced = lexicon.standard.determiners.contains(name.prefix { $0 != " " }.lowercased())
        guard isIntroduced || isAtStart(span) else { return nil }
        return isIntroduced ? name.prefix(1).lowercased() + name.dropFirst() : name
    }

    /// The counterweights that are expected beside the value of the finding.
    private var balance: String? {
        let value = finding.related.first { $0.role == .value }
        let concept = report.mentions.first { $0.family == .value && $0.span == value?.span }?.concept
        let expectations = lexicon.standard.expectations
        let own = expectations.first { expectation in concept.map(expectation.values.contains) == true }
        return (own ?? expectations.first)?.wording
    }

    // MARK: Places

    /// Offset in the passage after the sentence, when it ends as a sentence does.
    private var placeAfterSentence: Int? {
        guard let last = text(sentence).unicodeScalars.last, lexicon.language.enders.contains(last), last != "?" else {
            return nil
        }
        return sentence.end - passage.start
    }

    /// Offset in the passage before the stop that ends the sentence, or before the semicolon that ends an item.
    private var placeBeforeStop: Int? {
        let bytes = report.document.text
        guard sentence.count > 1 else { return nil }
        let stops: Set<UInt8> = [0x2E, 0x3B, 0x3A, 0x2C, 0x21]
        var end = sentence.end
        let lowest = max(sentence.start, sentence.end - 6)
        if let semicolon = (lowest..<sentence.end).last(where: { bytes[$0] == 0x3B }) { end = semicolon + 1 }
        if bytes[end - 1] == 0x3F { return nil }
        while end > sentence.start, stops.contains(bytes[end - 1]) { end -= 1 }
        let last = text(TextSpan(sentence.start, end)).unicodeScalars.last
        guard let last, last.properties.isAlphabetic || last.properties.numericType != nil else { return nil }
        return end - passage.start
    }

    private func text(_ span: TextSpan) -> String { report.document.string(span) }
}

extension TextSpan {
    /// The span together with a joiner ("or") and the same wording on its other side, when there is one: two of
    /// them say no more than one. The wording on the other side stays outside.
    fileprivate func joined(
        to placeholder: String, in document: Document, within sentence: TextSpan, by joiners: [String]
    ) -> TextSpan? {
        for joiner in joiners {
            let before = Array((placeholder + joiner).utf8)
            if start - before.count >= sentence.start,
                Array(document.text[(start - before.count)..<start]) == before
            {
                return TextSpan(start - joiner.utf8.count, end)
            }
            let after = Array((joiner + placeholder).utf8)
            if end + after.count <= sentence.end, Array(document.text[end..<(end + after.count)]) == after {
                return TextSpan(start, end + joiner.utf8.count)
            }
        }
        return nil
    }
}
