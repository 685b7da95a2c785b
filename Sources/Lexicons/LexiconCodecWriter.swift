internal import TextModel

/// Writes the body of a compiled lexicon; ``LexiconCodecReader`` reads it back in the same order.
struct LexiconCodecWriter {
    var body: [UInt8] = []
    private var texts: [String] = []
    private var indexOfText: [String: UInt32] = [:]

    /// The string table and then everything that was written.
    consuming func finish() -> [UInt8] {
        var table = LexiconCodecWriter()
        table.write(FlatTexts(texts))
        return table.body + body
    }

    mutating func write(_ lexicon: Lexicon) {
        write(lexicon.version)
        write(lexicon.sha256)
        list(lexicon.concepts) { $0.write($1) }
        write(lexicon.entries)
        list(lexicon.rules) { $0.write($1) }
        write(lexicon.scoring)
        write(lexicon.standard)
        write(lexicon.structure)
        write(lexicon.language)
        write(lexicon.types)
        write(lexicon.nouns)
        write(lexicon.phrases)
    }

    private mutating func write(_ concept: Concept) {
        write(concept.id)
        write(concept.name)
        write(concept.title)
        switch concept.kind {
        case .value(let legitimacy):
            body.append(0)
            write(legitimacy)
        case .counterweight(let isGeneric):
            body.append(1)
            write(isGeneric)
        case .control(let intrusiveness, let touches):
            body.append(2)
            body.append(UInt8(clamping: intrusiveness))
            list(touches) { $0.write($1) }
        case .safeguard(let tier, let weight, let limits):
            body.append(3)
            body.append(UInt8(clamping: tier))
            write(weight)
            list(limits) { $0.write($1) }
        case .noun(let noun):
            body.append(4)
            write(noun)
        case .device(let role):
            body.append(5)
            write(role)
        case .genre(let kind):
            body.append(6)
            write(kind)
        }
        for texts in [concept.norms, concept.needs] { list(texts) { $0.write($1) } }
    }

    private mutating func write(_ rule: Rule) {
        let description = rule.description
        for text in [description.id, description.name, description.summary, description.reason, description.remedy] {
            write(text)
        }
        list(description.norms) { $0.write($1) }
        write(description.isCredit)
        write(rule.title)
        write(rule.message)
        list(rule.cases) { $0.write($1) }
        list(rule.find) { $0.write($1) }
        list(rule.pass) { $0.write($1) }
        list(rule.advice) { $0.write($1) }
        list(rule.rewordings) { $0.write($1) }
    }

    private mutating func write(_ ruleCase: RuleCase) {
        write(ruleCase.subject)
        switch ruleCase.weight {
        case .score: body.append(0)
        case .fixed(let band): body.append(UInt8(clamping: band.rawValue + 1))
        }
        list(ruleCase.all) { $0.write($1) }
        list(ruleCase.any) { $0.write($1) }
        list(ruleCase.none) { $0.write($1) }
        list(ruleCase.concepts) { $0.write($1) }
        list(ruleCase.aims) { $0.write($1) }
    }

    private mutating func write(_ scoring: Scoring) {
        for number in [
            scoring.base, scoring.intrusiveness, scoring.value, scoring.scope, scoring.discretion, scoring.legitimacy,
            scoring.mitigationCap, scoring.mitigationCapIntrusive,
        ] {
            write(number)
        }
        for table in [scoring.gate, scoring.bindingness] {
            list(table.sorted { $0.key < $1.key }) {
                $0.write($1.key)
                $0.write($1.value)
            }
        }
        list(scoring.thresholds) { $0.body.append(UInt8(clamping: $1)) }
    }

    private mutating func write(_ words: StructuralWords) {
        for list in [
            words.parts, words.chapters, words.divisions, words.provisions, words.pages, words.pageJoiners,
            words.months, words.messageOpeners, words.mailFields, words.compoundBeginnings, words.compoundEndings,
            words.wordEndings,
        ] {
            self.list(list) { $0.write($1) }
        }
        for reason in Boilerplate.allCases { list(words.regions[reason] ?? []) { $0.write($1) } }
        list(words.subjects) { $0.write($1) }
        for groups in [words.citations, words.alphabets] {
            list(groups) { writer, forms in writer.list(forms) { $0.write($1) } }
        }
        for list in [
            words.subdivisions, words.preceding, words.following, words.this, words.referenceJoiners,
            words.referenceRanges, words.referenceOwners,
        ] {
            self.list(list) { $0.write($1) }
        }
    }

    private mutating func write(_ language: Language) {
        write(language.tag)
        write(language.initials)
        for words in [
            language.abbreviations, language.starters, language.functionWords, language.clauseOpeners,
            language.auxiliaries, language.coordinators, language.pastTenses,
            language.firstPersons, language.thirdPersons, language.conversational,
            language.infinitiveMarkers,
        ] {
            list(words.sorted()) { $0.write($1) }
        }
        for signs in [language.enders, language.closers] {
            list(signs.map(\.value).sorted()) { $0.body.appendLittleEndian($1) }
        }
        list(language.numerals) { $0.write($1) }
    }
}

extension LexiconCodecWriter {
    private mutating func write(_ rewording: Rewording) {
        write(rewording.applicability)
        for words in [rewording.having, rewording.lacking] { list(words) { $0.write($1) } }
        write(rewording.isForValuesAlone)
        list(rewording.steps) { $0.write($1) }
    }

    private mutating func write(_ advice: Advice) {
        write(advice.applicability)
        list(advice.message.map { [$0] } ?? []) { $0.write($1) }
        write(advice.remedy)
    }

    private mutating func write(_ applicability: Applicability) {
        for ids in [applicability.modalities, applicability.controls, applicability.exceptions] {
            list(ids) { $0.write($1) }
        }
    }

    private mutating func write(_ step: Rewording.Step) {
        switch step {
        case .append(let text):
            body.append(0)
            write(text)
        case .clause(let text):
            body.append(1)
            write(text)
        case .replace(let slot, let text, let place):
            body.append(2)
            write(slot)
            write(text)
            for words in [place.keeping, place.after, place.before] { list(words) { $0.write($1) } }
        case .swap(let swaps):
            body.append(3)
            list(swaps) {
                $0.write($1.from)
                $0.write($1.to)
            }
        }
    }

    private mutating func write(_ standard: DocumentStandard) {
        list(standard.companionsOf) { $0.write($1) }
        list(standard.joiners) { $0.write($1) }
        list(standard.determiners) { $0.write($1) }
        list(standard.articles) { $0.write($1) }
        list(standard.mark.map { [$0] } ?? []) { writer, mark in
            writer.write(mark.name)
            writer.body.append(UInt8(clamping: mark.sentences))
            writer.write(mark.highest)
            for ids in [mark.closed, mark.exceptional, mark.challenge] { writer.list(ids) { $0.write($1) } }
        }
        list(standard.expectations) { writer, expectation in
            for text in [expectation.id, expectation.called, expectation.balancedBy, expectation.wording] {
                writer.write(text)
            }
            writer.body.append(UInt8(clamping: expectation.minimum))
            for ids in [expectation.values, expectation.counterweights] { writer.list(ids) { $0.write($1) } }
        }
    }
}

extension LexiconCodecWriter {
    private mutating func list<T>(_ items: [T], _ write: (inout Self, T) -> Void) {
        body.appendLittleEndian(UInt32(items.count))
        for item in items { write(&self, item) }
    }

    private mutating func write(_ text: String) {
        let next = UInt32(texts.count)
        let index = indexOfText[text] ?? next
        if index == next {
            indexOfText[text] = next
            texts.append(text)
        }
        body.appendLittleEndian(index)
    }

    private mutating func write(_ flag: Bool) { body.append(flag ? 1 : 0) }

    private mutating func write(_ number: Double) { body.appendLittleEndian(number.bitPattern) }

    private mutating func write<T: CaseIterable & Equatable>(_ value: T) where T.AllCases == [T] {
        body.append(UInt8(clamping: T.allCases.firstIndex(of: value) ?? 0))
    }
}
