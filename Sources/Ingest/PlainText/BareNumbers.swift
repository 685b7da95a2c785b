/// Lines that begin with a number without point or bracket, "33 Title of the section", where the file numbers so.
///
/// A single such line is a sentence that begins with a number. Three that count up are numbering.
struct BareNumbers {
    private var accepted: Set<Int> = []

    /// Looks through all lines that start a paragraph.
    init(lines: [TextLine], bytes: [UInt8], words: LineWords) {
        var chain: [(line: Int, value: Int)] = []
        var previousIsBlank = true
        for (index, line) in lines.enumerated() {
            defer { previousIsBlank = line.isBlank || line.isFurniture }
            guard previousIsBlank, !line.isBlank, !line.isFurniture, Letters.isDigit(bytes[Int(line.start)]) else {
                continue
            }
            guard let value = Self.value(line, bytes, words) else { continue }
            let last = chain.last?.value ?? 0
            if value > last, value <= last + 3 {
                chain.append((index, value))
            } else if value == 1 {
                keep(chain)
                chain = [(index, 1)]
            } else if value == last {
                chain.append((index, value))
            }
        }
        keep(chain)
    }

    /// Whether the number at the start of line `index` is numbering.
    func accepts(_ index: Int) -> Bool { accepted.contains(index) }

    private mutating func keep(_ chain: [(line: Int, value: Int)]) {
        if chain.count >= 3 { accepted.formUnion(chain.map(\.line)) }
    }

    private static func value(_ line: TextLine, _ bytes: [UInt8], _ words: LineWords) -> Int? {
        let digits = bytes[line.range].prefix(4).prefix(while: Letters.isDigit)
        var index = digits.endIndex
        guard digits.count <= 3, index < Int(line.end), bytes[index] == 0x20 || bytes[index] == 0x09 else { return nil }
        while index < Int(line.end), bytes[index] <= 0x20 { index += 1 }
        guard index < Int(line.end), Letters.isUpper(bytes, index) else { return nil }
        let word = bytes[index..<Int(line.end)].prefix { $0 > 0x20 && $0 != 0x2C && $0 != 0x2E }
        guard !words.months.contains(word) else { return nil }
        return Int(String(decoding: digits, as: UTF8.self))
    }
}
