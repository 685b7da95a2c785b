@testable import Lexicons

/// What is out of range in a lexicon, found by walking everything that an engine would walk.
enum Soundness {
    static func problems(in lexicon: Lexicon) -> [String] {
        var problems: [String] = []
        if lexicon.entries.contains(where: { !lexicon.concepts.indices.contains($0.concept) }) {
            problems.append("concept")
        }
        if lexicon.scoring.thresholds.count != 4 { problems.append("thresholds") }
        for plan in [lexicon.nouns, lexicon.phrases] { problems += self.problems(in: plan, of: lexicon) }
        let (slots, hashes) = (lexicon.types.slots, lexicon.types.hashes)
        for word in 0..<lexicon.types.count {
            let type = WordTypes.type(UInt64(word) &* 0x9E37_79B9_7F4A_7C15, in: slots.span, hashes.span)
            if let type, type >= lexicon.types.count { problems.append("type") }
        }
        if lexicon.types.unknown(Array("blockwise".utf8)) >= lexicon.types.count { problems.append("unknown type") }
        for entry in lexicon.entries where entry.pattern.utf8.count > lexicon.entries.spellings.bytes.count {
            problems.append("pattern")
        }
        return problems
    }

    private static func problems(in plan: WalkPlan, of lexicon: Lexicon) -> [String] {
        var problems: [String] = []
        let trie = plan.trie
        func expect(_ number: Int, below limit: Int, _ problem: String) {
            if !(0..<limit).contains(number) { problems.append(problem) }
        }
        func walk(_ range: Range<Int>) {
            for place in range {
                let edge = trie.edges[place]
                expect(Int(edge.symbol), below: trie.innerCount, "symbol of an edge")
                expect(Int(edge.child), below: trie.firstEdge.count - 1, "child")
            }
        }
        for node in 0..<trie.firstEdge.count - 1 {
            walk(Int(trie.firstEdge[node])..<Int(trie.firstEdge[node + 1]))
            for place in Int(trie.firstAccept[node])..<Int(trie.firstAccept[node + 1]) {
                expect(Int(trie.accepts[place]), below: lexicon.entries.count, "entry of a node")
            }
        }
        expect(plan.typeCount, below: plan.starts.count, "types")
        if plan.typeCount != lexicon.types.count { problems.append("types") }
        for place in 0..<plan.starts.count {
            let start = plan.starts[place]
            for accept in Int(start.firstAccept)..<Int(start.firstAccept) + Int(start.acceptCount) {
                expect(Int(plan.accepts[accept]), below: lexicon.entries.count, "entry of a start")
            }
            for inner in Int(start.firstInner)..<Int(start.firstInner) + Int(start.innerCount) {
                expect(Int(plan.inner[inner]), below: trie.innerCount, "symbol of a start")
            }
            for group in Int(start.firstGroup)..<Int(start.firstGroup) + Int(start.groupCount) {
                expect(Int(plan.keys[group].symbol), below: trie.innerCount, "symbol of a group")
                let first = Int(plan.groups[group].firstEdge)
                walk(first..<first + Int(plan.groups[group].edgeCount))
            }
        }
        return problems
    }
}
