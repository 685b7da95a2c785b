import TextModel

/// Finds the instructions in the comments of HTML, XML and Markdown.
///
/// Works on the decoded file, since comments are no text of the document; one that is its text, as in a block of code,
/// is quoted and instructs nobody. Linear in the file. An instruction that
/// cannot be followed becomes a problem; it suppresses nothing.
struct SuppressionScanner {
    private static let mark = "counterweight"
    private let knownRules: [String]
    private(set) var comments: [SuppressionComment] = []
    private(set) var problems: [SuppressionProblem] = []
    private var open: (rules: [String], reason: String, place: Range<Int>)?

    init(_ document: Document, knownRules: [String]) {
        self.knownRules = knownRules
        let bytes = document.source.bytes
        var texts: [Range<Int>]?
        var index = 0
        while let start = Self.find("<!--", in: bytes, from: index) {
            guard let end = Self.find("-->", in: bytes, from: start + 4) else { break }
            let body = bytes[(start + 4)..<end]
            index = end + 3
            let text = String(decoding: body, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(
                separator: " ")
            guard text == Self.mark || text.hasPrefix(Self.mark + " ") else { continue }
            let known = texts ?? document.map.verbatimSources
            texts = known
            guard !Self.holds(known, start) else {
                index = start + 4
                continue
            }
            read(text.dropFirst(Self.mark.count + 1), at: start..<index)
        }
        if let open {
            report("suppression-open", "ignore-start has no ignore-end, so it suppresses nothing; add one", open.place)
        }
    }

    private mutating func read(_ text: Substring, at place: Range<Int>) {
        let word = text.prefix { $0 != " " }
        let rest = text.dropFirst(word.count).drop { $0 == " " }
        switch word {
        case "ignore-next": follow(rest, at: place) { .next }
        case "ignore-file": follow(rest, at: place) { .file }
        case "ignore-phrase":
            guard rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\""),
                end > rest.index(after: rest.startIndex)
            else {
                report(
                    "suppression-unreadable", "ignore-phrase needs the phrase in double quotes before the rules", place)
                return
            }
            let phrase = PhraseText.folded(String(rest[rest.index(after: rest.startIndex)..<end]))
            follow(rest[rest.index(after: end)...], at: place) { .phrase(phrase) }
        case "ignore-start":
            if let open {
                report("suppression-open", "ignore-start has no ignore-end before the next one; add one", open.place)
            }
            open = arguments(rest, at: place).map { ($0.rules, $0.reason, place) }
        case "ignore-end":
            guard let start = open else {
                report("suppression-unreadable", "ignore-end without an ignore-start that can be followed", place)
                return
            }
            comments.append(
                SuppressionComment(
                    reach: .range(end: place.lowerBound), rules: start.rules, reason: start.reason, place: start.place))
            open = nil
        default:
            report(
                "suppression-unreadable",
                "\"\(word)\" is no instruction; known: ignore-next, ignore-start, ignore-end, ignore-file, ignore-phrase",
                place)
        }
    }

    private mutating func follow(_ text: Substring, at place: Range<Int>, _ reach: () -> SuppressionComment.Reach) {
        guard let found = arguments(text, at: place) else { return }
        comments.append(
            SuppressionComment(reach: reach(), rules: found.rules, reason: found.reason, place: place))
    }

    /// `CW04, CW05: reason` or `all: reason`.
    private mutating func arguments(_ text: Substring, at place: Range<Int>) -> (rules: [String], reason: String)? {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let reason = parts.count > 1 ? parts[1].drop { $0 == " " } : ""
        guard !reason.isEmpty else {
            report(
                "suppression-without-reason",
                "gives no reason, so it suppresses nothing; write the rules or all, a colon, and why", place)
            return nil
        }
        let names = parts[0].split { $0 == "," || $0 == " " }.map { $0.uppercased() }
        if names == ["ALL"] { return ([], String(reason)) }
        guard !names.isEmpty else {
            report("suppression-unreadable", "names no rule; write the rules or all before the colon", place)
            return nil
        }
        for name in names where !knownRules.contains(where: { $0.hasPrefix(name) }) {
            report(
                "suppression-unknown-rule", "unknown rule \"\(name)\"; \"counterweight rules\" lists them all", place)
            return nil
        }
        return (names, String(reason))
    }

    private mutating func report(_ code: String, _ message: String, _ place: Range<Int>) {
        problems.append(SuppressionProblem(code: code, message: "suppression: \(message)", offset: place.lowerBound))
    }

    /// Whether one of the ranges, which are in ascending order, holds an offset.
    private static func holds(_ ranges: [Range<Int>], _ offset: Int) -> Bool {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].contains(offset)
    }

    private static func find(_ text: StaticString, in bytes: [UInt8], from start: Int) -> Int? {
        let wanted = Array(text.description.utf8)
        var index = start
        // Its second byte is rarer than its first one.
        while let second = bytes.span.firstIndex(of: wanted[1], from: index + 1),
            second - 1 + wanted.count <= bytes.count
        {
            if bytes[(second - 1)..<(second - 1 + wanted.count)].elementsEqual(wanted) { return second - 1 }
            index = second
        }
        return nil
    }
}

/// Text as phrases are compared: white space folded, letters in lower case.
enum PhraseText {
    static func folded(_ text: String) -> String {
        text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
