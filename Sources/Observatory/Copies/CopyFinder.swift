internal import Dispatch
internal import GRDB
internal import Synchronization

/// Finds clauses that were copied from document to document, word for word or nearly so.
///
/// Clauses whose sketches agree in one of five bands of three slots are candidates; they are copies when seven tenths of
/// their shingles are the same. Of each group, the earliest clause that its author asserts is the original (by year, then
/// by path), or the earliest of all where nobody asserts it, and those of other documents are its copies. Clauses that one
/// document repeats are not copies of each other.
struct CopyFinder {
    /// Least share of common shingles.
    static let similarity = 0.7
    private static let bandCount = 5
    private static let slotsPerBand = 3
    /// Groups that one band tells apart among clauses with the same key.
    private static let leaderLimit = 8

    private let store: Store
    private let threads: Int
    private let batch: Int
    private let sketcher = ClauseSketcher()

    /// A finder that compares on so many threads, and holds the texts of hardly more than `batch` clauses at once. What it
    /// finds does not depend on the threads.
    init(_ store: Store, threads: Int = 1, batch: Int = 4096) {
        self.store = store
        self.threads = max(1, threads)
        self.batch = max(2 * Self.leaderLimit, batch)
    }

    /// Brings the `copy` table up to date when versions were added since it was.
    func update() throws(StoreError) {
        try store.write { database in
            let newest = try Int64.fetchOne(database, sql: "SELECT coalesce(max(id), 0) FROM version") ?? 0
            guard try Int64.fetchOne(database, sql: "SELECT version_id FROM copies_found") != newest else { return }
            try find(in: database)
            try database.execute(sql: "DELETE FROM copies_found")
            try database.execute(sql: "INSERT INTO copies_found VALUES (?)", arguments: [newest])
        }
    }

    private func find(in database: Database) throws {
        try database.execute(sql: "DELETE FROM copy")
        var blocks: [(id: Int64, document: Int64)] = []
        var keys = [[UInt32]](repeating: [], count: Self.bandCount)
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT b.id, d.id, b.sketch FROM documents d JOIN block b ON b.version_id = d.version_id
                WHERE b.sketch IS NOT NULL
                ORDER BY b.stance IS NOT 'asserted', coalesce(d.year, 9999), d.path, b.position
                """)
        while let row = try rows.next() {
            let sketch: [UInt8] = try row.withUnsafeData(atIndex: 2) { $0.map { Array($0) } ?? [] }
            // Blocks and keys are told by the same numbers, so a block without keys has none.
            guard sketch.count == ClauseSketcher.byteCount else { continue }
            blocks.append((row[0], row[1]))
            for band in 0..<Self.bandCount { keys[band].append(Self.key(of: sketch, band: band)) }
        }
        let ids = blocks.map(\.id)
        var groups = Groups(count: blocks.count)
        let text = try database.makeStatement(sql: "SELECT text FROM block WHERE id = ?")
        func compare(_ lists: [[Int]]) throws {
            for (one, other) in try joins(among: lists, of: ids, text) { groups.join(one, other) }
        }
        for band in keys {
            var waiting: [[Int]] = []
            var count = 0
            for run in Self.runs(of: band) {
                // One clause of each group that earlier bands made; most candidates of a later band are joined already.
                var candidates = groups.firsts(of: run)
                while candidates.count > batch {
                    let part = candidates.prefix(batch)
                    try compare([Array(part)])
                    // Those that begin groups are compared with the rest.
                    candidates = Array(groups.firsts(of: part).prefix(Self.leaderLimit) + candidates.dropFirst(batch))
                }
                guard candidates.count > 1 else { continue }
                waiting.append(candidates)
                count += candidates.count
                guard count >= batch else { continue }
                try compare(waiting)
                (waiting, count) = ([], 0)
            }
            try compare(waiting)
        }
        let insertion = try database.makeStatement(sql: "INSERT INTO copy (block_id, original_id) VALUES (?, ?)")
        for index in blocks.indices {
            let original = blocks[groups.first(of: index)]
            guard original.document != blocks[index].document else { continue }
            try insertion.execute(arguments: [blocks[index].id, original.id])
        }
    }

    /// Places of clauses with the same key, where several have it.
    private static func runs(of band: [UInt32]) -> [ArraySlice<Int>] {
        // Key and place in one number, which compares at once.
        let order = band.enumerated().map { UInt64($1) << 32 | UInt64($0) }.sorted()
            .map { Int($0 & UInt64(UInt32.max)) }
        var runs: [ArraySlice<Int>] = []
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, band[order[end]] == band[order[start]] { end += 1 }
            if end - start > 1 { runs.append(order[start..<end]) }
            start = end
        }
        return runs
    }

    /// Pairs of clauses that are copies of each other, within each list of candidates. Lists are compared beside each
    /// other, texts are read one after another before.
    private func joins(among lists: [[Int]], of ids: [Int64], _ text: Statement) throws -> [(Int, Int)] {
        let clauses = try lists.map { list in
            try list.map {
                Clause(index: $0, text: try String.fetchOne(text, arguments: [ids[$0]]) ?? "")
            }
        }
        let found = Mutex([[(Int, Int)]](repeating: [], count: clauses.count))
        DispatchQueue.concurrentPerform(iterations: threads) { thread in
            for place in stride(from: thread, to: clauses.count, by: threads) {
                let joins = joins(among: clauses[place])
                if !joins.isEmpty { found.withLock { $0[place] = joins } }
            }
        }
        return found.withLock { $0.flatMap { $0 } }
    }

    /// Compares each clause with those that begin a group of their own, and gives it to the first that it is a copy of.
    private func joins(among clauses: [Clause]) -> [(Int, Int)] {
        var joins: [(Int, Int)] = []
        var leaders: [Clause] = []
        for var own in clauses {
            let match = leaders.indices.first { place in
                leaders[place].text == own.text
                    || Self.isCopy(own.shingles(by: sketcher), leaders[place].shingles(by: sketcher))
            }
            if let match {
                joins.append((leaders[match].index, own.index))
            } else if leaders.count < Self.leaderLimit {
                leaders.append(own)
            }
        }
        return joins
    }

    private static func isCopy(_ a: [UInt64], _ b: [UInt64]) -> Bool {
        let common = Double(commonCount(a, b))
        return common >= similarity * (Double(a.count + b.count) - common)
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

    private static func key(of sketch: [UInt8], band: Int) -> UInt32 {
        var key: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in sketch[(band * slotsPerBand * 2)..<((band + 1) * slotsPerBand * 2)] {
            key = (key ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }
        return UInt32(truncatingIfNeeded: key ^ (key >> 32))
    }
}

/// A clause that is compared with others; its shingles are made when first needed.
private struct Clause: Sendable {
    let index: Int
    let text: String
    private var shingles: [UInt64]?

    init(index: Int, text: String) {
        self.index = index
        self.text = text
    }

    mutating func shingles(by sketcher: ClauseSketcher) -> [UInt64] {
        if let shingles { return shingles }
        let made = sketcher.shingles(of: text.utf8) ?? []
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
