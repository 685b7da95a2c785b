/// Where each stretch of a document's text came from in the decoded file.
///
/// The text is cut into runs in ascending order. A run is verbatim when text and source have the same
/// length (then they are the same bytes) and otherwise stands for its source as a whole: an entity, a
/// folded white space, a line break with the hyphen before it.
public struct SourceMap: Sendable {
    struct Run: Sendable {
        var text: UInt32
        var source: UInt32
        /// Length in bytes; the highest bit tells that the run stands for its source as a whole though the lengths agree.
        private var lengthAndMark: UInt32

        static let mark: UInt32 = 1 << 31

        init(text: UInt32, source: UInt32, sourceLength: UInt32, isWhole: Bool) {
            self.text = text
            self.source = source
            lengthAndMark = sourceLength | (isWhole ? Self.mark : 0)
        }

        var sourceLength: UInt32 {
            get { lengthAndMark & ~Self.mark }
            set { lengthAndMark = newValue | (lengthAndMark & Self.mark) }
        }

        var isWhole: Bool { lengthAndMark & Self.mark != 0 }
    }

    private(set) var runs: [Run] = []
    private(set) var textCount = 0

    /// An empty map.
    public init() {}

    /// Adds the next run: `textLength` bytes of text from the decoded range `source`.
    ///
    /// Adjoining verbatim runs are merged. `isWhole` keeps a run from being taken for verbatim because its text happens
    /// to be as long as its source, such as an entity and its name.
    public mutating func append(textLength: Int, source: Range<Int>, isWhole: Bool = false) {
        guard textLength > 0 else { return }
        if let last = runs.last, !isWhole, !last.isWhole {
            let lastText = textCount - Int(last.text)
            let bothVerbatim = lastText == Int(last.sourceLength) && textLength == source.count
            if bothVerbatim, Int(last.source + last.sourceLength) == source.lowerBound {
                runs[runs.count - 1].sourceLength += UInt32(source.count)
                textCount += textLength
                return
            }
        }
        runs.append(
            Run(
                text: UInt32(textCount), source: UInt32(source.lowerBound), sourceLength: UInt32(source.count),
                isWhole: isWhole))
        textCount += textLength
    }

    /// The decoded range that a span of text came from; an empty span maps to an empty range.
    ///
    /// Logarithmic in the number of runs.
    public func source(of span: TextSpan) -> Range<Int> {
        guard !runs.isEmpty else { return 0..<0 }
        let lower = start(of: span.start)
        guard span.count > 0 else { return lower..<lower }
        let last = index(of: span.end - 1)
        let run = runs[last]
        let length = textEnd(of: last) - Int(run.text)
        let verbatim = length == Int(run.sourceLength) && !run.isWhole
        let upper = verbatim ? Int(run.source) + span.end - Int(run.text) : Int(run.source + run.sourceLength)
        return lower..<max(lower, upper)
    }

    /// The decoded ranges that stand in the text exactly so, in ascending order.
    package var verbatimSources: [Range<Int>] {
        runs.indices.filter { textEnd(of: $0) - Int(runs[$0].text) == Int(runs[$0].sourceLength) && !runs[$0].isWhole }
            .map { Int(runs[$0].source)..<Int(runs[$0].source + runs[$0].sourceLength) }
            .sorted { $0.lowerBound < $1.lowerBound }
    }

    private func start(of offset: Int) -> Int {
        let runIndex = index(of: offset)
        let run = runs[runIndex]
        let verbatim = textEnd(of: runIndex) - Int(run.text) == Int(run.sourceLength) && !run.isWhole
        if offset >= textEnd(of: runIndex) { return Int(run.source + run.sourceLength) }
        return verbatim ? Int(run.source) + offset - Int(run.text) : Int(run.source)
    }

    private func textEnd(of run: Int) -> Int {
        run + 1 < runs.count ? Int(runs[run + 1].text) : textCount
    }

    private func index(of offset: Int) -> Int {
        var low = 0
        var high = runs.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(runs[middle].text) <= offset { low = middle } else { high = middle }
        }
        return low
    }
}
