internal import TextModel

/// What a document says of its own date, publisher and address, and the year that its path names.
///
/// It counts where neither a manifest nor a path pattern says more.
struct StatedFacts: Hashable {
    /// Year of the date, or the only year that the name of the file or of its folder holds.
    let year: Int?
    /// Date as YYYY, YYYY-MM or YYYY-MM-DD.
    let date: String?
    /// Body that publishes it.
    let body: String?
    /// Address that it asks to be known under.
    let address: String?

    /// Years that a path or a date can mean.
    private static let years = 1500...2100

    /// The facts of a document.
    init(_ document: Document) {
        self.init(document.metadata, path: document.path)
    }

    /// The facts that metadata and a path tell.
    init(_ metadata: Metadata, path: String) {
        date = metadata.date.flatMap(Self.date)
        year =
            metadata.date.flatMap { Self.years(in: $0).first }
            ?? path.split(separator: "/").suffix(2).reversed().lazy.compactMap(Self.onlyYear).first
        body = metadata.institution
        address = metadata.address
    }

    /// The part of a date that is of ISO 8601, as far as the day.
    private static func date(_ text: String) -> String? {
        let shapes = [[4, 2, 2], [4, 2], [4]]
        let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
        let digits = parts.map { $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } ? $0.utf8.count : 0 }
        guard shapes.contains(digits), let year = Int(parts[0]), years.contains(year) else { return nil }
        return parts.joined(separator: "-")
    }

    /// The year that a part of a path holds, if it holds one alone.
    private static func onlyYear(_ part: Substring) -> Int? {
        let found = Set(years(in: String(part)))
        return found.count == 1 ? found.first : nil
    }

    /// Numbers of four digits that can be years, and the years of days in eight digits, in order.
    private static func years(in text: String) -> [Int] {
        text.split { !($0.isASCII && $0.isNumber) }.compactMap { digits -> Int? in
            let isDay =
                digits.count == 8 && (1...12).contains(Int(digits.dropFirst(4).prefix(2)) ?? 0)
                && (1...31).contains(Int(digits.suffix(2)) ?? 0)
            return digits.count == 4 || isDay ? Int(digits.prefix(4)) : nil
        }.filter(years.contains)
    }
}
