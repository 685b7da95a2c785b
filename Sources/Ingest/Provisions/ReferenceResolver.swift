import TextModel

/// Resolves the references of a document to its blocks, and writes how lawyers cite each block.
struct ReferenceResolver {
    private let words: ReferenceWords
    private let parser: ReferenceParser

    /// A resolver with words that were made ready.
    init(_ words: ReferenceWords) {
        self.words = words
        parser = ReferenceParser(words: words)
    }

    /// Adds references and citations to a document that has provisions; leaves others as they are.
    func resolve(_ document: inout Document) {
        guard document.blocks.contains(where: { $0.number != nil }) else { return }
        let index = ProvisionIndex(document, words: words)
        guard !index.isEmpty else { return }
        var uses: [Int: Int] = [:]
        for block in document.blocks.indices where document.blocks[block].boilerplate == nil {
            let range = document.blocks[block].span.range
            // A heading that is a number refers to nothing.
            for mention in parser.mentions(in: document.text, range) where mention.range != range {
                let targets = mention.isForeign ? [] : targets(of: mention, in: block, index)
                if let form = mention.units.first?.form, let target = targets.first, index.forms[target] == nil {
                    uses[form, default: 0] += 1
                }
                document.references.append(
                    CrossReference(
                        block: block, span: TextSpan(mention.range.lowerBound, mention.range.upperBound),
                        targets: targets))
            }
        }
        // A document that prints bare numbers alone says in its references what they are called.
        let usual = index.forms.contains { $0 != nil } ? nil : uses.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        for block in document.blocks.indices where !index.paths[block].isEmpty {
            // Outside of laws, "1.1" is a section of a report.
            let isLaw = document.blocks[block].provisionNumbers != nil
            let isPlain = !index.isBracketed[block] && (isLaw || !index.paths[block][0].contains("."))
            document.blocks[block].citation = citation(
                index.paths[block], form: index.forms[block] ?? (isPlain ? usual : nil),
                isBracketed: index.isBracketed[block])
        }
    }

    /// A number in brackets that no word or number stands before is none that lawyers cite.
    private func citation(_ path: [String], form: Int?, isBracketed: Bool) -> String? {
        guard form != nil || !isBracketed else { return nil }
        let rest = path.dropFirst().map { "(\($0))" }.joined()
        return (form.map { "\(words.shortForms[$0]) " } ?? "") + path[0] + rest
    }

    private func targets(
        of mention: ReferenceParser.Mention, in block: Int, _ index: ProvisionIndex
    ) -> [Int] {
        let own = index.paths[block]
        var paths: [[String]] = [[]]
        var isAnchored = false
        for unit in mention.units {
            if let step = unit.step {
                // "This Regulation" in an article is the whole document.
                if let form = unit.form, let ownForm = index.forms[block], form != ownForm { continue }
                guard let path = neighbour(step, of: own, isPart: unit.form == nil, in: index) else { return [] }
                paths = [path]
                isAnchored = true
            } else if unit.form != nil {
                paths = expanded(unit, under: [], in: index)
                isAnchored = true
            } else if isAnchored {
                paths = paths.prefix(1).flatMap { expanded(unit, under: $0, in: index) }
            } else {
                guard let prefix = prefix(of: own, holding: unit, in: index) else { return [] }
                paths = expanded(unit, under: prefix, in: index)
                isAnchored = true
            }
        }
        return paths.compactMap { $0.isEmpty ? nil : index.block(at: $0) }
    }

    private func expanded(
        _ unit: ReferenceParser.Unit, under prefix: [String], in index: ProvisionIndex
    ) -> [[String]] {
        // In "9(1) and (2)" the later number stands beside the last part of the first one.
        var paths: [[String]] = []
        for (place, number) in unit.numbers.enumerated() {
            let beside = paths.first.map { Array($0.dropLast(number.count)) + number }
            let plain = prefix.isEmpty ? base(number, form: unit.form, in: index) : prefix + number
            let path = index.block(at: plain) == nil ? beside ?? plain : plain
            if unit.rangeEnds.contains(place), let start = paths.last {
                paths += index.paths(from: start, through: path).dropFirst()
            } else {
                paths.append(path)
            }
        }
        return paths
    }

    /// The longest beginning of a block's own path under which the number stands.
    private func prefix(of own: [String], holding unit: ReferenceParser.Unit, in index: ProvisionIndex) -> [String]? {
        guard let number = unit.numbers.first, !own.isEmpty else { return nil }
        return (1...own.count).reversed().lazy.map { Array(own.prefix($0)) }.first {
            index.block(at: $0 + number) != nil
        }
    }

    /// The path of a provision of the first rank; one of another name, such as a recital, is printed in brackets.
    private func base(_ number: [String], form: Int?, in index: ProvisionIndex) -> [String] {
        let bracketed = ["(\(number[0]))"] + number.dropFirst()
        guard let block = index.block(at: number) else { return index.block(at: bracketed) == nil ? number : bracketed }
        return index.forms[block] == nil || index.forms[block] == form ? number : bracketed
    }

    private func neighbour(_ step: Int, of own: [String], isPart: Bool, in index: ProvisionIndex) -> [String]? {
        let path = Array(own.prefix(isPart ? 2 : 1))
        guard !path.isEmpty, !isPart || path.count == 2 || step == 0 else { return nil }
        return step == 0 ? path : index.sibling(of: path, by: step)
    }
}
