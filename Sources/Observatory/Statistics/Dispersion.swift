/// How evenly something is spread over documents: the normalised deviation of proportions of Gries and of Lijffijt.
enum Dispersion {
    /// 0 where every document has its share, 1 where the smallest document has all. Not a number without occurrences.
    static func deviation(counts: [Double], sizes: [Double]) -> Double {
        let total = counts.reduce(0, +)
        let size = sizes.reduce(0, +)
        guard total > 0, size > 0 else { return .nan }
        let difference = zip(counts, sizes).reduce(0) { $0 + abs($1.0 / total - $1.1 / size) } / 2
        let smallest = (sizes.filter { $0 > 0 }.min() ?? size) / size
        return smallest < 1 ? difference / (1 - smallest) : 0
    }
}
