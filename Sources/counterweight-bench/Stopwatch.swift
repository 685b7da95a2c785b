/// Times work in CPU seconds.
enum Stopwatch {
    /// Work shorter than this is repeated until it is not.
    private static let shortest = 0.05

    /// Median seconds of one call over `runs` runs, after one that warms up.
    static func median(of runs: Int, _ work: () -> Void) -> Double {
        let first = time(1, work)
        let repeats = max(1, Int(shortest / max(first, 1e-6)))
        return (0..<runs).map { _ in time(repeats, work) / Double(repeats) }.median
    }

    private static func time(_ repeats: Int, _ work: () -> Void) -> Double {
        let start = System.cpuTime
        for _ in 0..<repeats { work() }
        return System.cpuTime - start
    }
}

extension [Double] {
    /// The middle value; 0 for none.
    var median: Double {
        guard !isEmpty else { return 0 }
        let ordered = sorted()
        let middle = count / 2
        return count % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2
    }
}
