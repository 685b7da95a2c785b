internal import GRDB

/// The clauses of a store that can be compared, those that come first as originals first.
///
/// Places in the order name them. Memory is 48 bytes for each.
struct SketchedClauses {
    /// Bands in which sketches are looked up.
    static let bandCount = 5
    private static let slotsPerBand = 3

    /// Ids of their blocks.
    private(set) var ids: [Int64] = []
    /// Ids of the documents that they stand in.
    private(set) var documents: [Int64] = []
    private var sketches: [SIMD16<UInt16>] = []

    /// Their number.
    var count: Int { ids.count }

    /// Reads the current clauses of all documents.
    init(_ database: Database) throws {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT b.id, d.id, b.sketch FROM documents d JOIN block b ON b.version_id = d.version_id
                WHERE b.sketch IS NOT NULL
                ORDER BY b.stance IS NOT 'asserted', coalesce(d.year, 9999), d.path, b.position
                """)
        while let row = try rows.next() {
            // A sketch of another length would have no bands.
            guard let sketch = try row.withUnsafeData(atIndex: 2, { $0.flatMap { Self.sketch(Array($0)) } }) else {
                continue
            }
            ids.append(row[0])
            documents.append(row[1])
            sketches.append(sketch)
        }
    }

    /// Slots in which the sketches of two clauses agree, of sixteen.
    func agreement(_ one: Int, _ other: Int) -> Int {
        let equal = sketches[one] .== sketches[other]
        return Int(SIMD16<UInt16>.zero.replacing(with: 1, where: equal).wrappedSum())
    }

    /// Places of clauses whose sketches agree in a band, where several do, in rising order.
    func runs(of band: Int) -> [ArraySlice<Int>] {
        // Key and place in one number, which compares at once.
        let order = sketches.indices.map { UInt64(key(of: $0, band: band)) << 32 | UInt64($0) }.sorted()
        let places = order.map { Int($0 & UInt64(UInt32.max)) }
        var runs: [ArraySlice<Int>] = []
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, order[end] >> 32 == order[start] >> 32 { end += 1 }
            if end - start > 1 { runs.append(places[start..<end]) }
            start = end
        }
        return runs
    }

    private func key(of place: Int, band: Int) -> UInt32 {
        var key: UInt64 = 0xCBF2_9CE4_8422_2325
        for slot in (band * Self.slotsPerBand)..<((band + 1) * Self.slotsPerBand) {
            key = (key ^ UInt64(sketches[place][slot])) &* 0x0000_0100_0000_01B3
        }
        return UInt32(truncatingIfNeeded: key ^ (key >> 32))
    }

    private static func sketch(_ bytes: [UInt8]) -> SIMD16<UInt16>? {
        guard bytes.count == ClauseSketcher.byteCount else { return nil }
        var sketch = SIMD16<UInt16>.zero
        for slot in 0..<ClauseSketcher.slotCount {
            sketch[slot] = UInt16(bytes[2 * slot]) | UInt16(bytes[2 * slot + 1]) << 8
        }
        return sketch
    }
}
