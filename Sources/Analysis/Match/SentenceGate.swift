internal import Lexicons

/// Tells at little cost where some entries may begin.
///
/// Every sequence of words that an entry stands for is known by two of its words that stand near each other, the
/// rarest such pair. Where the pair stands, the sequence may begin a few words before; where no pair stands, nothing
/// begins. So frequent words begin nothing by themselves, and most sentences are done with one look at each word.
struct SentenceGate: Sendable {
    /// The second word of a pair, how far behind the first it may stand, and how far before the first a sequence
    /// begins.
    private struct Check: Hashable, Sendable {
        /// Number of the word's symbol; 0 when the first word is enough.
        let partner: UInt32
        var reach: Int32
        var leastLead: Int16
        var mostLead: Int16

        mutating func widen(_ other: Check) {
            reach = max(reach, other.reach)
            leastLead = min(leastLead, other.leastLead)
            mostLead = max(mostLead, other.mostLead)
        }
    }

    /// By type, the partners that it is when it occurs.
    private let firstMark: [UInt32]
    private let marks: [UInt32]
    /// By type, the pairs that it begins.
    private let firstCheck: [UInt32]
    private let checks: [Check]
    /// Number of partners, the missing one included.
    let partnerCount: Int

    /// A gate for the entries of an automaton that `isWanted` names.
    init(_ automaton: Automaton, words: GateWords, isWanted: (Int) -> Bool) {
        var pairs: Set<SequencePair> = []
        var states = [SequenceState](repeating: SequenceState(), count: automaton.firstEdge.count - 1)
        // Edges lead to later nodes only, so one pass over the nodes sees every sequence from its start.
        for node in states.indices {
            let isEnd = automaton.accepts(of: node).contains { isWanted(Int(automaton.accept[$0])) }
            if isEnd, let pair = states[node].pair { pairs.insert(pair) }
            for edge in automaton.edges(of: node) {
                states[Int(automaton.child[edge])] = states[node].adding(
                    automaton.symbol[edge], gap: Int(automaton.gap[edge]), words)
            }
        }
        var partners: [UInt32: UInt32] = [:]
        var checksOfSymbol: [UInt32: Set<Check>] = [:]
        for pair in pairs {
            var number: UInt32 = 0
            if let second = pair.second {
                number = partners[second] ?? UInt32(partners.count + 1)
                partners[second] = number
            }
            checksOfSymbol[pair.first, default: []].insert(
                Check(
                    partner: number, reach: Int32(pair.reach), leastLead: Int16(pair.leastLead),
                    mostLead: Int16(pair.mostLead)))
        }
        partnerCount = partners.count + 1
        var (firstMark, marks, firstCheck, checks): ([UInt32], [UInt32], [UInt32], [Check]) = ([0], [], [0], [])
        for type in 0..<words.typeCount {
            var own: [UInt32: Check] = [:]
            for symbol in words.symbols(of: type) {
                if let number = partners[symbol] { marks.append(number) }
                for check in checksOfSymbol[symbol] ?? [] {
                    own[check.partner, default: check].widen(check)
                }
            }
            checks += own.values
            firstMark.append(UInt32(marks.count))
            firstCheck.append(UInt32(checks.count))
        }
        self.firstMark = firstMark
        self.marks = marks
        self.firstCheck = firstCheck
        self.checks = checks
    }

    /// Notes in `memory` where entries may begin in a sentence of these tokens; says whether there is such a place.
    func mark(_ tokens: Span<Token>, _ memory: inout GateMemory) -> Bool {
        let (firstMark, marks, firstCheck, checks) = (firstMark.span, marks.span, firstCheck.span, checks.span)
        memory.begin(words: tokens.count)
        var token = tokens.count - 1
        while token >= 0 {
            let type = tokens[token].type
            let place = memory.base + Int32(token)
            for index in firstCheck[type]..<firstCheck[type + 1] {
                let check = checks[Int(index)]
                if check.partner == 0 || memory.nearest[Int(check.partner)] - place <= check.reach {
                    memory.note(token - Int(check.mostLead), token - Int(check.leastLead))
                }
            }
            for index in firstMark[type]..<firstMark[type + 1] { memory.nearest[Int(marks[Int(index)])] = place }
            token -= 1
        }
        return memory.first < tokens.count
    }
}

/// What a gate knows of the sentence at hand.
struct GateMemory {
    /// For every partner, the nearest place behind the current word; places of a sentence lie below those of the
    /// sentence before it.
    fileprivate var nearest: [Int32]
    fileprivate var base = Int32.max >> 1
    /// Whether something may begin at a word.
    private(set) var mayBegin: [Bool] = []
    /// First word at which something may begin; the number of words or more when there is none.
    private(set) var first = Int.max
    private var last = -1

    init(_ gate: SentenceGate) { nearest = [Int32](repeating: .max, count: gate.partnerCount) }

    fileprivate mutating func begin(words: Int) {
        base -= Int32(words)
        if first <= last { for word in first...last { mayBegin[word] = false } }
        while mayBegin.count < words { mayBegin.append(false) }
        (first, last) = (.max, -1)
    }

    fileprivate mutating func note(_ lower: Int, _ upper: Int) {
        guard upper >= 0 else { return }
        let lower = max(0, lower)
        first = min(first, lower)
        last = max(last, upper)
        for word in lower...upper { mayBegin[word] = true }
    }
}

/// Two symbols of a sequence that stand near each other, or its only one.
private struct SequencePair: Hashable {
    let first: UInt32
    var second: UInt32?
    var reach = 0
    /// Least and most words from the beginning of the sequence to the first symbol.
    var leastLead = 0
    var mostLead = 0
}

/// What is known of a sequence up to some step. Flat, since there is one for every node of an automaton.
private struct SequenceState {
    /// A symbol of the last steps.
    private struct Recent {
        let symbol: UInt32
        /// Most words from it to the end of the last step.
        var reach: Int
        /// Least and most words from the beginning of the sequence to it.
        let leastLead: Int
        let mostLead: Int
    }

    private var last: Recent?
    private var secondLast: Recent?
    private var best: SequencePair?
    private var cost = Double.infinity
    private var steps = 0
    /// Most words of all steps.
    private var extent = 0

    /// The pair by which the sequence is known; `nil` for no sequence.
    var pair: SequencePair? {
        best ?? last.map { SequencePair(first: $0.symbol, leastLead: $0.leastLead, mostLead: $0.mostLead) }
    }

    func adding(_ symbol: UInt32, gap: Int, _ words: GateWords) -> SequenceState {
        var next = self
        let length = words.length(of: symbol)
        next.consider(last, symbol, gap + length, words)
        next.consider(secondLast, symbol, gap + length, words)
        next.extent = extent + gap + length
        next.steps = steps + 1
        next.last = Recent(symbol: symbol, reach: length - 1, leastLead: steps, mostLead: next.extent - 1)
        next.secondLast = last
        next.secondLast?.reach += gap + length
        return next
    }

    private mutating func consider(_ other: Recent?, _ symbol: UInt32, _ distance: Int, _ words: GateWords) {
        guard let other else { return }
        let reach = other.reach + distance
        let window = 1 + other.mostLead - other.leastLead
        let cost = words.weight(of: other.symbol) * words.weight(of: symbol) * Double(reach * window)
        if cost < self.cost {
            self.cost = cost
            best = SequencePair(
                first: other.symbol, second: symbol, reach: reach, leastLead: other.leastLead,
                mostLead: other.mostLead)
        }
    }
}
