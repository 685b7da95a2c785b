/// Numbers, texts and lists, each held against the bytes that are left.
extension LexiconCodecReader {
    mutating func byte() throws(LexiconCodecError) -> UInt8 {
        try number()
    }

    mutating func word() throws(LexiconCodecError) -> UInt32 { try number() }

    mutating func long() throws(LexiconCodecError) -> UInt64 { try number() }

    mutating func number<T: FixedWidthInteger & BitwiseCopyable>() throws(LexiconCodecError) -> T {
        let size = MemoryLayout<T>.size
        guard bytes.count - offset >= size else { throw LexiconCodecError("ends too early") }
        defer { offset += size }
        // The load is checked against the bounds, and every bit pattern is a number.
        return T(littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: T.self))
    }

    /// The count of a list whose items take at least `size` bytes each.
    mutating func count(itemsOf size: Int) throws(LexiconCodecError) -> Int {
        let count = Int(try word())
        guard count <= (bytes.count - offset) / size else { throw LexiconCodecError("has a list longer than itself") }
        return count
    }

    mutating func list<T>(
        _ item: (inout Self) throws(LexiconCodecError) -> T
    ) throws(LexiconCodecError) -> [T] {
        let count = try count(itemsOf: 1)
        var items: [T] = []
        items.reserveCapacity(count)
        for _ in 0..<count { items.append(try item(&self)) }
        return items
    }

    mutating func text() throws(LexiconCodecError) -> String {
        let index = Int(try word())
        guard index < texts.count else { throw LexiconCodecError("names a text that is not there") }
        return texts[index].text
    }

    mutating func textList() throws(LexiconCodecError) -> [String] {
        try list { (reader) throws(LexiconCodecError) in try reader.text() }
    }

    mutating func facts() throws(LexiconCodecError) -> [Fact] {
        try list { (reader) throws(LexiconCodecError) in try reader.choice() }
    }

    mutating func table() throws(LexiconCodecError) -> [String: Double] {
        let rows = try list { (reader) throws(LexiconCodecError) in (try reader.text(), try reader.fraction()) }
        return Dictionary(rows) { first, _ in first }
    }

    mutating func signs() throws(LexiconCodecError) -> Set<Unicode.Scalar> {
        var signs: Set<Unicode.Scalar> = []
        for number in try list({ (reader) throws(LexiconCodecError) in try reader.word() }) {
            guard let sign = Unicode.Scalar(number) else { throw LexiconCodecError("has a sign outside Unicode") }
            signs.insert(sign)
        }
        return signs
    }

    mutating func byte(from low: UInt8, to high: UInt8) throws(LexiconCodecError) -> UInt8 {
        let byte = try byte()
        guard (low...high).contains(byte) else { throw LexiconCodecError("has a number outside its range") }
        return byte
    }

    mutating func flag() throws(LexiconCodecError) -> Bool { try byte(from: 0, to: 1) == 1 }

    mutating func fraction() throws(LexiconCodecError) -> Double {
        let number = Double(bitPattern: try long())
        guard (0...1).contains(number) else { throw LexiconCodecError("has a weight outside 0 to 1") }
        return number
    }

    mutating func choice<T: CaseIterable>() throws(LexiconCodecError) -> T where T.AllCases == [T] {
        let index = Int(try byte())
        guard index < T.allCases.count else { throw LexiconCodecError("has an unknown case of \(T.self)") }
        return T.allCases[index]
    }
}
