/// Texts that lie end to end; one becomes a string when it is asked for.
struct FlatTexts: Sendable {
    /// Spellings in UTF-8.
    let bytes: FlatList<UInt8>
    /// First byte of every text; one more entry than texts.
    let firstByte: FlatList<UInt32>

    /// The bytes of the text at a place.
    subscript(place: Int) -> FlatList<UInt8> { bytes[Int(firstByte[place])..<Int(firstByte[place + 1])] }

    /// Number of texts.
    var count: Int { firstByte.count - 1 }
}

extension FlatTexts {
    /// Puts texts end to end.
    init(_ texts: some Sequence<String>) {
        var bytes: [UInt8] = []
        var firstByte: [UInt32] = [0]
        for text in texts {
            bytes += text.utf8
            firstByte.append(UInt32(bytes.count))
        }
        self.init(bytes: FlatList(bytes), firstByte: FlatList(firstByte))
    }
}
