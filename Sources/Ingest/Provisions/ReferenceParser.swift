import TextModel

/// Finds references to provisions in a text: "section 9(2)(b)", "Article 19, paragraph 3", "points (a) and (b) of Article
/// 6(1)", "the preceding subsection".
struct ReferenceParser {
    /// A reference as it is written.
    struct Mention: Equatable {
        /// Its bytes in the text.
        let range: Range<Int>
        /// What it names, from the outside in; each names one or several numbers, or a neighbour.
        var units: [Unit]
        /// Whether "of" and a name that is no provision follows: it leads to another text.
        var isForeign = false
    }

    /// A rank with its numbers: "subsections (1) and (2)".
    struct Unit: Equatable {
        /// The place of the short form; `nil` for a part of a provision.
        let form: Int?
        /// Numbers, each taken apart.
        var numbers: [[String]] = []
        /// Places of the numbers that end a range which the one before begins.
        var rangeEnds: Set<Int> = []
        /// −1 for the preceding one, 1 for the following one, 0 for the one at hand, when there are no numbers.
        var step: Int?
    }

    /// Words by meaning.
    let words: ReferenceWords

    /// The references in a stretch of text. Linear.
    func mentions(in text: [UInt8], _ range: Range<Int>) -> [Mention] {
        var mentions: [Mention] = []
        var scanner = ReferenceScanner(text: text, position: range.lowerBound, end: range.upperBound)
        while let word = scanner.nextWord(beginning: words.beginnings) {
            guard let meaning = words.meaning(of: text[word]) else { continue }
            let earlier = scanner.word(before: word.lowerBound, after: range.lowerBound).flatMap { before in
                words.meaning(of: text[before]).map { ($0, before.lowerBound) }
            }
            guard let unit = unit(meaning, earlier, &scanner) else { continue }
            let start = unit.step != nil ? earlier?.1 ?? word.lowerBound : word.lowerBound
            var mention = Mention(range: start..<scanner.position, units: [unit])
            extend(&mention, &scanner)
            mentions.append(
                Mention(range: start..<scanner.position, units: mention.units, isForeign: isForeign(scanner)))
        }
        return mentions
    }

    private func unit(
        _ meaning: ReferenceWords.Meaning?, _ before: (meaning: ReferenceWords.Meaning, start: Int)?,
        _ scanner: inout ReferenceScanner
    ) -> Unit? {
        let form: Int?
        switch meaning {
        case .provision(let index): form = index
        case .part: form = nil
        default: return nil
        }
        var unit = Unit(form: form)
        if let number = scanner.takeNumber() {
            unit.numbers = [number]
            takeMore(&unit, &scanner)
            return unit
        }
        switch before?.meaning {
        case .preceding: unit.step = -1
        case .following: unit.step = 1
        case .this: unit.step = 0
        default: return nil
        }
        return unit
    }

    /// Takes ", 3 and 4" or "to 7" after a number.
    private func takeMore(_ unit: inout Unit, _ scanner: inout ReferenceScanner) {
        while true {
            let saved = scanner
            var isRange = scanner.takeDash()
            if !isRange {
                let hasComma = scanner.takeComma()
                var ahead = scanner
                if let word = ahead.takeWord(), let meaning = words.meaning(of: scanner.text[word]) {
                    switch meaning {
                    case .and: scanner = ahead
                    case .through:
                        scanner = ahead
                        isRange = true
                    default:
                        scanner = saved
                        return
                    }
                } else if !hasComma {
                    scanner = saved
                    return
                }
            }
            guard let number = scanner.takeNumber() else {
                scanner = saved
                return
            }
            unit.numbers.append(number)
            if isRange { unit.rangeEnds.insert(unit.numbers.count - 1) }
        }
    }

    /// Takes the parts and owners that follow: ", paragraph 3", "of section 9".
    private func extend(_ mention: inout Mention, _ scanner: inout ReferenceScanner) {
        while true {
            let saved = scanner
            let hasComma = scanner.takeComma()
            guard let word = scanner.takeWord() else { return scanner = saved }
            let meaning = words.meaning(of: scanner.text[word])
            if case .part = meaning, hasComma || mention.units.last?.form != nil,
                let unit = unit(meaning, nil, &scanner)
            {
                mention.units.append(unit)
                continue
            }
            guard case .of = meaning, var next = scanner.takeWord() else { return scanner = saved }
            var before: (meaning: ReferenceWords.Meaning, start: Int)?
            for _ in 0..<2 {
                let meaning = words.meaning(of: scanner.text[next])
                if let unit = unit(meaning, before, &scanner) {
                    mention.units.insert(unit, at: 0)
                    break
                }
                before = meaning.map { ($0, next.lowerBound) }
                guard let word = scanner.takeWord() else { return scanner = saved }
                next = word
            }
            if scanner.position == next.upperBound, mention.units.first?.step == nil { return scanner = saved }
        }
    }

    /// Whether a name of another text follows: "of Directive 95/46", "of the Charter".
    private func isForeign(_ scanner: ReferenceScanner) -> Bool {
        var scanner = scanner
        guard let word = scanner.takeWord(), case .of = words.meaning(of: scanner.text[word]) else { return false }
        guard let next = scanner.takeWord() else { return false }
        if case .this = words.meaning(of: scanner.text[next]) { return false }
        let isName = { (word: Range<Int>) in (0x41...0x5A).contains(scanner.text[word.lowerBound]) }
        if isName(next) { return true }
        guard let third = scanner.takeWord() else { return false }
        return isName(third)
    }
}
