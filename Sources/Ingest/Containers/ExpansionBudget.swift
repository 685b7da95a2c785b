/// What an archive may cost, counted down while it is read: a few kilobytes can expand to more than a disk holds.
struct ExpansionBudget {
    private let maximumBytes: Int
    private let maximumEntries: Int
    private let clock: ReadingClock
    private var bytes = 0
    private var entries = 0

    /// A budget by the options of a reader. Time is counted from now.
    init(_ options: DocumentReader.Options, isPerDocument: Bool) {
        maximumBytes = isPerDocument ? options.maximumBytes : options.maximumExpandedBytes
        maximumEntries = options.maximumEntries
        clock = ReadingClock(seconds: isPerDocument ? options.maximumSeconds : .max)
    }

    /// Counts bytes that were expanded.
    mutating func count(_ more: Int) throws(ContainerError) {
        bytes += more
        guard bytes <= maximumBytes else { throw .expandsTooMuch(limit: maximumBytes) }
        try clock.check()
    }

    /// Counts an entry, wanted or not.
    mutating func countEntry() throws(ContainerError) {
        entries += 1
        guard entries <= maximumEntries else { throw .tooManyEntries(limit: maximumEntries) }
        try clock.check()
    }
}

/// How long one document may take.
struct ReadingClock {
    private let seconds: Int
    private let start = ContinuousClock.now

    /// A clock that starts now.
    init(seconds: Int) { self.seconds = seconds }

    /// - Throws: `tooSlow` once the time is over.
    func check() throws(ContainerError) {
        guard seconds < 1 << 30, ContinuousClock.now - start > .seconds(seconds) else { return }
        throw .tooSlow(limit: seconds)
    }
}
