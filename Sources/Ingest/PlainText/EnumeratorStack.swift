/// The numbered provisions that are open, outermost first, and which one an enumerator continues.
///
/// Levels follow from the order in which kinds of enumerators appear: "1." opens one, "(a)" within it the next. "(i)" after
/// "(h)" is a letter, and otherwise a roman numeral.
struct EnumeratorStack {
    /// Where an enumerator belongs.
    struct Place {
        let level: Int
        let parent: Int?
    }

    private struct Kind: Hashable {
        let style: Enumerator.Style
        let base: Enumerator.Reading.Base
    }

    private struct Entry {
        let kind: Kind
        var ordinal: Int
        var block: Int
        let stem: Int?
    }

    private var entries: [Entry] = []

    /// Depth of the innermost open provision.
    var depth: Int { entries.count }
    /// The block of the innermost open provision.
    var innermostBlock: Int? { entries.last?.block }

    /// Forgets all: a heading ends every provision.
    mutating func reset() { entries.removeAll(keepingCapacity: true) }

    /// Enters the enumerators that a block begins with; returns where the block belongs. `stem` is the block before, if it
    /// introduces a list.
    mutating func enter(_ enumerators: [Enumerator], block: Int, stem: Int?) -> Place {
        var place = Place(level: depth, parent: stem)
        for enumerator in enumerators {
            place = self.place(of: enumerator, stem: stem)
            enter(enumerator, block: block, stem: stem)
        }
        return Place(level: place.level, parent: place.parent == block ? nil : place.parent)
    }

    /// Whether `enumerator` goes on with an open list or begins one.
    func isInOrder(_ enumerator: Enumerator) -> Bool {
        let (index, reading) = match(enumerator)
        return reading.ordinal == 1 || index.map { entries[$0].ordinal + 1 == reading.ordinal } ?? false
    }

    private func place(of enumerator: Enumerator, stem: Int?) -> Place {
        let (index, reading) = match(enumerator)
        if let index {
            return Place(level: index + 1, parent: entries[index].stem)
        }
        let level = newLevel(for: Kind(style: enumerator.style, base: reading.base))
        let above = level > 0 ? entries[level - 1].block : nil
        return Place(level: level + 1, parent: above ?? stem)
    }

    private mutating func enter(_ enumerator: Enumerator, block: Int, stem: Int?) {
        let (index, reading) = match(enumerator)
        if let index {
            entries.removeLast(entries.count - index - 1)
            entries[index].ordinal = reading.ordinal
            entries[index].block = block
            return
        }
        let level = newLevel(for: Kind(style: enumerator.style, base: reading.base))
        let above = level > 0 ? entries[level - 1].block : stem
        entries.removeLast(entries.count - level)
        entries.append(
            Entry(
                kind: Kind(style: enumerator.style, base: reading.base), ordinal: reading.ordinal, block: block,
                stem: above))
    }

    /// The open entry that the enumerator continues, and the reading that does; or no entry and the reading that starts one.
    private func match(_ enumerator: Enumerator) -> (index: Int?, reading: Enumerator.Reading) {
        let readings = enumerator.readings
        for index in entries.indices.reversed() {
            if let next = readings.first(where: {
                fits($0, enumerator, index) && $0.ordinal == entries[index].ordinal + 1
            }) {
                return (index, next)
            }
        }
        if let first = readings.last(where: { $0.ordinal == 1 }) { return (nil, first) }
        for index in entries.indices.reversed() {
            if let later = readings.first(where: { fits($0, enumerator, index) && $0.ordinal > entries[index].ordinal })
            {
                return (index, later)
            }
        }
        for index in entries.indices.reversed() {
            if let same = readings.first(where: { fits($0, enumerator, index) }) { return (index, same) }
        }
        return (nil, readings[0])
    }

    private func fits(_ reading: Enumerator.Reading, _ enumerator: Enumerator, _ index: Int) -> Bool {
        entries[index].kind == Kind(style: enumerator.style, base: reading.base)
    }

    /// A kind that is not open opens below all others, except that provisions with a name, and then plain numbers, stand
    /// above what is numbered otherwise.
    private func newLevel(for kind: Kind) -> Int {
        if let known = entries.firstIndex(where: { $0.kind == kind }) { return known }
        let rank = Self.rank(kind)
        return entries.firstIndex { Self.rank($0.kind) >= rank && rank < 2 } ?? entries.count
    }

    private static func rank(_ kind: Kind) -> Int {
        switch (kind.style, kind.base) {
        case (.keyword, _): 0
        case (.dot, .decimal(let depth)), (.bare, .decimal(let depth)): depth
        default: 9
        }
    }
}
