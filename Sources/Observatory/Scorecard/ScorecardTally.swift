/// Counts of one subject while its documents pass by.
struct ScorecardTally {
    /// A quotation that may be kept.
    struct Candidate {
        let version: Int64
        let path: String
        let evidence: Evidence
    }

    /// Columns of each measure in a row: first and second number, copied clauses once, then each time.
    static let width = 4

    private(set) var rows: [[Double]] = []
    /// Path of the document of each row.
    private(set) var documents: [String] = []
    private(set) var ownVoice = 0.0
    private(set) var repeated = 0
    private(set) var isCounted = false
    private(set) var quotations: [[Candidate]]
    private(set) var quotationCounts: [Int]
    private let plan: ScorecardPlan
    private let limit: Int
    private let counted: CountedClauses

    /// Starts without documents; keeps so many quotations of each measure.
    init(_ plan: ScorecardPlan, counted: CountedClauses, quotations limit: Int) {
        self.plan = plan
        self.counted = counted
        self.limit = limit
        quotations = [[Candidate]](repeating: [], count: plan.measures.count)
        quotationCounts = [Int](repeating: 0, count: plan.measures.count)
    }

    /// Adds a document.
    mutating func add(_ found: DocumentEvidence, of document: StoredDocument) {
        guard let sentences = found.ownVoice else { return }
        isCounted = true
        let repeats = RepeatedClauses(in: found, of: document.version, counted: counted)
        repeated += repeats.blocks.count
        let once = repeats.left(of: sentences)
        ownVoice += once
        var row = [Double](repeating: 0, count: Self.width * plan.measures.count)
        for (index, measure) in plan.measures.enumerated() where measure.scale == .rate {
            row[Self.width * index + 1] = once
            row[Self.width * index + 3] = sentences
        }
        for (index, axis) in plan.standard.axes.enumerated() where axis.count == .companions {
            for pair in [0, 2] {
                row[Self.width * index + pair] = found.companions.named
                row[Self.width * index + pair + 1] = found.companions.all
            }
        }
        for evidence in found.evidence {
            let start = Self.width * evidence.measure
            let isShare = plan.measures[evidence.measure].scale == .share
            let isNew = !repeats.blocks.contains(evidence.block)
            if evidence.isCounted {
                row[start + 2] += 1
                if isNew { row[start] += 1 }
            }
            if isShare {
                row[start + 3] += 1
                if isNew { row[start + 1] += 1 }
            }
            if isNew { keep(Candidate(version: document.version, path: document.path, evidence: evidence)) }
        }
        rows.append(row)
        documents.append(document.path)
    }

    private mutating func keep(_ candidate: Candidate) {
        let measure = candidate.evidence.measure
        quotationCounts[measure] += 1
        guard limit > 0 else { return }
        quotations[measure].append(candidate)
        if quotations[measure].count >= 4 * limit + 16 { shorten(measure) }
    }

    /// Ends the count: the quotations with the highest score stay, in order of path and place among equals.
    mutating func finish() {
        for measure in quotations.indices { shorten(measure) }
    }

    private mutating func shorten(_ measure: Int) {
        // Documents come in order, and sorting keeps the order of equals.
        let sorted = quotations[measure].enumerated().sorted {
            (-$0.element.evidence.weight, $0.offset) < (-$1.element.evidence.weight, $1.offset)
        }
        quotations[measure] = sorted.prefix(limit).map(\.element)
    }
}
