internal import GRDB

/// Finds clauses that were copied from document to document, word for word or nearly so.
///
/// Clauses whose sketches agree in one of five bands of three slots, and in seven of all sixteen, are candidates; they
/// are copies when seven tenths of their shingles are the same. Of each group, the earliest clause that its author
/// asserts is the original (by year, then by path), or the earliest of all where nobody asserts it, and those of other
/// documents are its copies. Clauses that one document repeats are not copies of each other.
struct CopyFinder {
    /// Least share of common shingles.
    static let similarity = 0.7
    /// Slots in which candidates agree at least. Copies at the limit agree in more than eleven of sixteen on average, and
    /// one in a thousand of those that share a band in less than seven; most other clauses never have to be read.
    static let leastAgreement = 7
    /// Groups that one band tells apart among clauses with the same key.
    private static let leaderLimit = 8

    private let store: Store
    private let sketcher = ClauseSketcher()

    /// A finder that holds the sketches of all clauses, but the texts of a few at a time.
    init(_ store: Store) { self.store = store }

    /// Brings the `copy` table up to date when versions were added since it was.
    func update() throws(StoreError) {
        try store.load { database in
            let newest = try Int64.fetchOne(database, sql: "SELECT coalesce(max(id), 0) FROM version") ?? 0
            guard try Int64.fetchOne(database, sql: "SELECT version_id FROM copies_found") != newest else { return }
            try database.inTransaction {
                try find(in: database)
                try database.execute(sql: "DELETE FROM copies_found")
                try database.execute(sql: "INSERT INTO copies_found VALUES (?)", arguments: [newest])
                return .commit
            }
        }
    }

    private func find(in database: Database) throws {
        try database.execute(sql: "DELETE FROM copy")
        let clauses = try SketchedClauses(database)
        var groups = Groups(count: clauses.count)
        let texts = try database.makeStatement(sql: "SELECT text FROM block WHERE id = ?")
        for band in 0..<SketchedClauses.bandCount {
            for run in clauses.runs(of: band) {
                // One clause of each group that earlier bands made; most candidates of a later band are joined already.
                let candidates = groups.firsts(of: run)
                for (one, other) in try joins(among: candidates, of: clauses, texts) { groups.join(one, other) }
            }
        }
        let insertion = try database.makeStatement(sql: "INSERT INTO copy (block_id, original_id) VALUES (?, ?)")
        for place in 0..<clauses.count {
            let original = groups.first(of: place)
            guard clauses.documents[original] != clauses.documents[place] else { continue }
            try insertion.execute(arguments: [clauses.ids[place], clauses.ids[original]])
        }
    }

    /// Compares each clause with those that begin a group of their own, and gives it to the first that it is a copy of.
    private func joins(
        among candidates: [Int], of clauses: SketchedClauses, _ texts: Statement
    ) throws -> [(Int, Int)] {
        guard candidates.count > 1 else { return [] }
        var joins: [(Int, Int)] = []
        var leaders: [Clause] = []
        for place in candidates {
            var own = Clause(place: place, id: clauses.ids[place])
            let match = try leaders.indices.first { leader in
                try clauses.agreement(leaders[leader].place, place) >= Self.leastAgreement
                    && isCopy(&own, of: &leaders[leader], texts)
            }
            if let match {
                joins.append((leaders[match].place, place))
            } else if leaders.count < Self.leaderLimit {
                leaders.append(own)
            }
        }
        return joins
    }

    private func isCopy(_ clause: inout Clause, of other: inout Clause, _ texts: Statement) throws -> Bool {
        if try clause.text(from: texts) == other.text(from: texts) { return true }
        let (a, b) = (try clause.shingles(from: texts, by: sketcher), try other.shingles(from: texts, by: sketcher))
        let common = Double(Self.commonCount(a, b))
        return common >= Self.similarity * (Double(a.count + b.count) - common)
    }

    /// Numbers that two rising lists share.
    private static func commonCount(_ a: [UInt64], _ b: [UInt64]) -> Int {
        var (common, i, j) = (0, 0, 0)
        while i < a.count, j < b.count {
            let (x, y) = (a[i], b[j])
            if x == y { common += 1 }
            if x <= y { i += 1 }
            if y <= x { j += 1 }
        }
        return common
    }
}

/// A clause that is compared with others; it is read, and its shingles are made, when first needed.
private struct Clause {
    let place: Int
    let id: Int64
    private var text: String?
    private var shingles: [UInt64]?

    init(place: Int, id: Int64) {
        self.place = place
        self.id = id
    }

    mutating func text(from texts: Statement) throws -> String {
        if let text { return text }
        let read = try String.fetchOne(texts, arguments: [id]) ?? ""
        text = read
        return read
    }

    mutating func shingles(from texts: Statement, by sketcher: ClauseSketcher) throws -> [UInt64] {
        if let shingles { return shingles }
        let made = sketcher.shingles(of: try text(from: texts).utf8) ?? []
        shingles = made
        return made
    }
}

/// Sets of numbers that are joined pair by pair; each is named by its smallest number.
private struct Groups {
    private var parents: [Int32]

    init(count: Int) { parents = (0..<Int32(count)).map { $0 } }

    mutating func first(of index: Int) -> Int {
        var index = index
        while Int(parents[index]) != index {
            parents[index] = parents[Int(parents[index])]
            index = Int(parents[index])
        }
        return index
    }

    /// The first of each set among these, in their order.
    mutating func firsts(of indices: ArraySlice<Int>) -> [Int] {
        var known: Set<Int> = []
        var firsts: [Int] = []
        for index in indices where known.insert(first(of: index)).inserted { firsts.append(index) }
        return firsts
    }

    mutating func join(_ a: Int, _ b: Int) {
        let (first, second) = (first(of: a), first(of: b))
        parents[max(first, second)] = Int32(min(first, second))
    }
}
