package import Lexicons
package import TextModel

/// Compares two reports on versions of one text.
package struct DraftComparer {
    private let finder: DefinitionFinder

    /// Prepares a lexicon.
    package init(_ lexicon: Lexicon) { finder = DefinitionFinder(lexicon) }

    /// What changed from one to the other.
    package func comparison(from old: Report, to new: Report) -> DraftComparison {
        let (before, after) = (Side(old), Side(new))
        let pairs = BlockAligner(old: before.texts, new: after.texts).pairs()
        return DraftComparison(
            old: old, new: new, passages: pairs.map { passage($0, before, after) },
            definitions: definitions(old, new))
    }

    private func passage(_ pair: BlockAligner.Pair, _ before: Side, _ after: Side) -> DraftComparison.Passage {
        let a = pair.old.map { before.blocks[$0] }
        let b = pair.new.map { after.blocks[$0] }
        let (oldText, newText) = (pair.old.map { before.texts[$0] } ?? "", pair.new.map { after.texts[$0] } ?? "")
        let uses = (a.map(before.uses) ?? [], b.map(after.uses) ?? [])
        let links = (a.map(before.links) ?? [], b.map(after.links) ?? [])
        let rules = (a.flatMap { before.verdicts[$0]?.rules } ?? [], b.flatMap { after.verdicts[$0]?.rules } ?? [])
        let kind: DraftComparison.Passage.Kind =
            a == nil ? .added : b == nil ? .removed : pair.isMoved ? .moved : oldText == newText ? .unchanged : .changed
        return DraftComparison.Passage(
            kind: kind, oldBlock: a, newBlock: b, oldText: oldText, newText: newText,
            oldBand: a.flatMap { before.verdicts[$0]?.band }, newBand: b.flatMap { after.verdicts[$0]?.band },
            lost: Self.rest(of: uses.0, without: uses.1, by: \.concept),
            gained: Self.rest(of: uses.1, without: uses.0, by: \.concept),
            newLinks: Self.rest(of: links.1, without: links.0) { [$0.value, $0.control] },
            lostLinks: Self.rest(of: links.0, without: links.1) { [$0.value, $0.control] },
            newRules: rules.1.filter { !rules.0.contains($0) }, settledRules: rules.0.filter { !rules.1.contains($0) })
    }

    /// What is left of a list when as many as another has of the same key are taken out.
    private static func rest<Element, Key: Hashable>(
        of list: [Element], without other: [Element], by key: (Element) -> Key
    ) -> [Element] {
        var counts = other.reduce(into: [Key: Int]()) { $0[key($1), default: 0] += 1 }
        return list.filter { element in
            guard let count = counts[key(element)], count > 0 else { return true }
            counts[key(element)] = count - 1
            return false
        }
    }

    private func definitions(_ old: Report, _ new: Report) -> [DraftComparison.DefinitionChange] {
        let before = Dictionary(finder.definitions(in: old).map { ($0.term, $0.text) }) { first, _ in first }
        let after = Dictionary(finder.definitions(in: new).map { ($0.term, $0.text) }) { first, _ in first }
        return Set(before.keys).union(after.keys).sorted().compactMap { term in
            before[term] == after[term]
                ? nil : DraftComparison.DefinitionChange(term: term, old: before[term], new: after[term])
        }
    }
}

/// One of the two reports, ready to be asked block by block.
private struct Side {
    /// Blocks that are compared, as positions in the document.
    let blocks: [Int]
    let texts: [String]
    let verdicts: [Int: Verdict]
    private let report: Report
    private let mentions: [Int: [Int]]
    private let links: [Int: [Link]]

    init(_ report: Report) {
        self.report = report
        let document = report.document
        blocks = document.blocks.indices.filter { !document.blocks[$0].isBoilerplate }
        texts = blocks.map { document.string(document.blocks[$0].span) }
        verdicts = Dictionary(report.verdicts.map { ($0.block, $0) }) { first, _ in first }
        mentions = Dictionary(grouping: report.mentions.indices) { report.mentions[$0].block }
        links = Dictionary(grouping: report.links.filter { $0.kind == .justifies }) { report.mentions[$0.to].block }
    }

    /// Live counterweights and safeguards, and asserted controls.
    func uses(in block: Int) -> [DraftComparison.Use] {
        (mentions[block] ?? []).map { report.mentions[$0] }.filter { mention in
            guard mention.isLive else { return false }
            return mention.family == .control ? mention.stance == .asserted : mention.family != .value
        }.map {
            DraftComparison.Use(
                concept: $0.concept, title: $0.name, family: $0.family, text: report.document.string($0.span))
        }
    }

    /// Controls of a block that values justify.
    func links(in block: Int) -> [DraftComparison.Justification] {
        (links[block] ?? []).map { link in
            let (value, control) = (report.mentions[link.from], report.mentions[link.to])
            return DraftComparison.Justification(
                value: value.name, control: control.name,
                text: "\(report.document.string(value.span)) → \(report.document.string(control.span))")
        }
    }
}
