/// The words of the lexicon with their symbols, found by hash.
///
/// Words are keyed by ``hash(_:)``, the function that the tokenizer uses, and confirmed byte by byte.
@usableFromInline package struct Vocabulary: Sendable {
    /// Hashes in ascending order.
    var hashes: [UInt64]
    /// First byte of every word in `bytes`; one more entry than words.
    var firstByte: [UInt32]
    /// Spellings.
    var bytes: [UInt8]
    /// First symbol of every word; one more entry than words.
    var firstSymbol: [UInt32]
    /// Symbols, ascending within a word.
    var symbols: [UInt32]
    /// Prefixes: spellings end to end.
    var prefixBytes: [UInt8]
    /// First byte of every prefix; one more entry than prefixes.
    var firstPrefixByte: [UInt32]
    /// Symbol of every prefix.
    var prefixSymbols: [UInt32]
    /// Symbol of a token that is a number.
    static var numberSymbol: UInt32 { SymbolTable.numberSymbol }
    /// Symbol of a noun class.
    static func symbol(of noun: Int) -> UInt32 { SymbolTable.nounBase + UInt32(noun) }
    /// Whether a symbol is a noun class: its index, or `nil`.
    static func nounIndex(of symbol: UInt32) -> Int? {
        symbol < SymbolTable.numberSymbol ? Int(symbol) : nil
    }

    /// FNV-1a, 64 bits, over a normalised word.
    @inlinable @inline(__always) package static var seed: UInt64 { 0xCBF2_9CE4_8422_2325 }
    /// Adds one byte to a hash.
    @inlinable @inline(__always) package static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    /// The hash of a whole word.
    @inlinable package static func hash(_ word: some Sequence<UInt8>) -> UInt64 { word.reduce(seed, step) }

    init(_ table: SymbolTable, numerals: [String]) {
        var symbolsOfWord = table.symbolsOfWord
        for numeral in numerals { symbolsOfWord[numeral, default: []].append(SymbolTable.numberSymbol) }
        let words = symbolsOfWord.map { (hash: Self.hash($0.key.utf8), word: $0.key, symbols: $0.value.sorted()) }
            .sorted { ($0.hash, $0.word) < ($1.hash, $1.word) }
        hashes = words.map(\.hash)
        firstByte = [0]
        bytes = []
        firstSymbol = [0]
        symbols = []
        for word in words {
            bytes += word.word.utf8
            firstByte.append(UInt32(bytes.count))
            symbols += word.symbols
            firstSymbol.append(UInt32(symbols.count))
        }
        prefixBytes = []
        firstPrefixByte = [0]
        prefixSymbols = []
        for (prefix, symbol) in table.prefixes.sorted(by: { $0.prefix.utf8.lexicographicallyPrecedes($1.prefix.utf8) })
        {
            prefixBytes += prefix.utf8
            firstPrefixByte.append(UInt32(prefixBytes.count))
            prefixSymbols.append(symbol)
        }
    }

    init(
        hashes: [UInt64], firstByte: [UInt32], bytes: [UInt8], firstSymbol: [UInt32], symbols: [UInt32],
        prefixBytes: [UInt8], firstPrefixByte: [UInt32], prefixSymbols: [UInt32]
    ) {
        self.hashes = hashes
        self.firstByte = firstByte
        self.bytes = bytes
        self.firstSymbol = firstSymbol
        self.symbols = symbols
        self.prefixBytes = prefixBytes
        self.firstPrefixByte = firstPrefixByte
        self.prefixSymbols = prefixSymbols
    }

    /// The spelling of a word of the vocabulary.
    func spelling(of word: Int) -> ArraySlice<UInt8> { bytes[Int(firstByte[word])..<Int(firstByte[word + 1])] }

    /// Symbols of a word of the vocabulary, ascending, without those of its prefixes and of numbers in digits.
    func symbols(ofWord word: Int) -> ArraySlice<UInt32> {
        symbols[Int(firstSymbol[word])..<Int(firstSymbol[word + 1])]
    }

    /// All symbols of a normalised word, ascending. Logarithmic in the vocabulary.
    func symbols(of word: ArraySlice<UInt8>, hash: UInt64, isNumber: Bool) -> [UInt32] {
        var found: [UInt32] = isNumber ? [Self.numberSymbol] : []
        var low = 0
        var high = hashes.count
        while low < high {
            let middle = (low + high) / 2
            if hashes[middle] < hash { low = middle + 1 } else { high = middle }
        }
        while low < hashes.count, hashes[low] == hash {
            if bytes[Int(firstByte[low])..<Int(firstByte[low + 1])].elementsEqual(word) {
                found += symbols[Int(firstSymbol[low])..<Int(firstSymbol[low + 1])]
            }
            low += 1
        }
        for index in prefixes(of: word) { found.append(prefixSymbols[index]) }
        return found.sorted()
    }

    /// Indices of the prefixes that a word begins with. Prefixes are sorted and have four bytes or more, so all of
    /// them stand together, right before the word's own place. Logarithmic in the prefixes.
    private func prefixes(of word: ArraySlice<UInt8>) -> [Int] {
        guard word.count >= 4 else { return [] }
        var low = 0
        var high = prefixSymbols.count
        while low < high {
            let middle = (low + high) / 2
            if word.lexicographicallyPrecedes(prefix(middle)) { high = middle } else { low = middle + 1 }
        }
        var found: [Int] = []
        while low > 0, prefix(low - 1).prefix(4).elementsEqual(word.prefix(4)) {
            low -= 1
            if word.starts(with: prefix(low)) { found.append(low) }
        }
        return found
    }

    /// Bytes of a prefix.
    func prefix(_ index: Int) -> ArraySlice<UInt8> {
        prefixBytes[Int(firstPrefixByte[index])..<Int(firstPrefixByte[index + 1])]
    }
}
