import TextModel

/// A page of HTML as its parser gets it: without most of what nobody asks about.
///
/// Scripts, addresses of pictures and white space between tags are more than half of a usual page, and the parser takes
/// a hundred steps for each of their bytes. Left out are the content of scripts and styles, unless it is linked data;
/// attributes that say nothing about text; addresses that lead out of the page; and white space after a tag but for its
/// first character. The cursor walks over the whole page, so places stay exact.
///
/// A tag that is not written by the book stays as it is: how the parser repairs it depends on every byte.
struct LeanPage {
    private let page: [UInt8]
    private let regions: RegionWords
    private let syntax = MarkupSyntax(isHTML: true)
    private var kept: [UInt8] = []
    /// Bytes of the page that are dealt with.
    private var done = 0
    /// What can go of the tag at hand.
    private var idle: [Range<Int>] = []

    /// Longest name of an element or attribute that the parser takes whole.
    private static let longestName = 90
    /// Elements that state something about the document, by all their attributes.
    private static let stating = Vocabulary.html.roles.filter { $0.value == .metadata }.map { Array($0.key.utf8) }

    /// The page for its parser. One pass.
    static func of(_ page: [UInt8], regions: RegionWords) -> [UInt8] {
        var lean = LeanPage(page, regions)
        lean.run(page.span)
        lean.leaveOut(page.count..<page.count)
        return lean.kept
    }

    private init(_ page: [UInt8], _ regions: RegionWords) {
        self.page = page
        self.regions = regions
        kept.reserveCapacity(page.count)
    }

    private mutating func run(_ text: Span<UInt8>) {
        var place = 0
        while let open = text.firstIndex(of: 0x3C, from: place) {
            if open + 1 < text.count, syntax.isNameStart(text[open + 1]) {
                let tagEnd = startTagEnd(text, at: open) ?? syntax.tagEnd(in: text, from: open + 1)
                place = syntax.rawContentEnd(in: text, tag: open, tagEnd: tagEnd)
                if place > tagEnd, !isLinkedData(text, open..<tagEnd) { leaveOut(tagEnd..<place) }
            } else if let end = syntax.constructEnd(in: text, at: open) {
                place = end
            } else {
                place = open + 1
                continue
            }
            guard place < text.count, text[place] <= 0x20 else { continue }
            let rest = place + 1
            place = rest
            while place < text.count, text[place] <= 0x20 { place += 1 }
            if place > rest { leaveOut(rest..<place) }
        }
    }

    /// The end of the start tag at `open`, after what can go of it went; `nil` when it is not written by the book.
    private mutating func startTagEnd(_ text: Span<UInt8>, at open: Int) -> Int? {
        guard var index = nameEnd(text, from: open + 1) else { return nil }
        let states = Self.states(text.extracting((open + 1)..<index))
        idle.removeAll(keepingCapacity: true)
        while true {
            let gap = index
            while index < text.count, text[index] <= 0x20 { index += 1 }
            if index + 1 < text.count, text[index] == 0x2F, text[index + 1] == 0x3E { index += 1 }
            guard index < text.count else { return nil }
            if text[index] == 0x3E { break }
            let start = index
            guard start > gap, let end = nameEnd(text, from: start) else { return nil }
            index = end
            guard index + 1 < text.count, text[index] == 0x3D else { continue }
            let quote = text[index + 1]
            guard quote == 0x22 || quote == 0x27, let close = text.firstIndex(of: quote, from: index + 2) else {
                return nil
            }
            let (name, value) = (text.extracting(start..<end), text.extracting((index + 2)..<close))
            index = close + 1
            if states { continue }
            if !ElementFacts.learn(from: name, value, regions: regions) {
                idle.append(gap..<index)
            } else if name.equalsFolded("href"), value.firstIndex(of: 0x23, from: 0) == nil {
                idle.append(end..<index)
            }
        }
        for range in idle { leaveOut(range) }
        return index + 1
    }

    /// The end of the name of an element or attribute; `nil` where none begins.
    private func nameEnd(_ text: Span<UInt8>, from start: Int) -> Int? {
        var index = start
        while index < text.count, Self.isNameByte(text[index]) { index += 1 }
        guard index > start, index - start <= Self.longestName, !(0x2D...0x39).contains(text[start]) else { return nil }
        return index
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x3A).contains(byte) || byte == 0x5F || byte == 0x2D
            || byte == 0x2E
    }

    private static func states(_ name: Span<UInt8>) -> Bool {
        stating.contains { known in
            known.count == name.count && known.indices.allSatisfy { known[$0] == name[$0] | 0x20 }
        }
    }

    /// Whether the tag of a script says that it holds linked data.
    private func isLinkedData(_ text: Span<UInt8>, _ tag: Range<Int>) -> Bool {
        for index in tag where text.hasFolded("ld+json", at: index) { return true }
        return false
    }

    /// Keeps what stands before a range, and not the range.
    private mutating func leaveOut(_ range: Range<Int>) {
        kept += page[done..<range.lowerBound]
        done = range.upperBound
    }
}
