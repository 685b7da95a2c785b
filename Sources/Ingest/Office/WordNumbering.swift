/// The lists of a Word document, and their counters while its paragraphs pass by.
struct WordNumbering {
    /// A number as printed, or a bullet.
    enum Label: Equatable {
        case number(String)
        case bullet
    }

    private struct Level {
        var start = 1
        var style = ListNumber.Style.decimal
        var isBullet = false
        var pattern = ""
        /// Levels above are written as plain numbers.
        var isLegal = false
    }

    private struct Instance {
        var list = 0
        var starts: [Int: Int] = [:]
        var levels: [Int: Level] = [:]
    }

    private var lists: [Int: [Int: Level]] = [:]
    private var instances: [Int: Instance] = [:]
    private var counters: [Int: [Int: Int]] = [:]
    private var restarted: Set<Int> = []

    private static let styles: [String: ListNumber.Style] = [
        "decimal": .decimal, "decimalZero": .zeroDecimal, "lowerLetter": .lowerLetter, "upperLetter": .upperLetter,
        "lowerRoman": .lowerRoman, "upperRoman": .upperRoman, "ordinal": .ordinal, "none": .none,
    ]

    /// Reads `word/numbering.xml`.
    init(_ bytes: [UInt8]) {
        let xml = XMLPull(bytes)
        var list: Int?
        var instance: Int?
        var index = 0
        var level = Level()
        while let event = xml.next() {
            let value = { xml.attribute("val") ?? "" }
            switch event {
            case .start("abstractNum"): list = Self.number(xml.attribute("abstractNumId"))
            case .end("abstractNum"): list = nil
            case .start("num"):
                instance = Self.number(xml.attribute("numId"))
                if let instance { instances[instance] = Instance() }
            case .end("num"): instance = nil
            case .start("abstractNumId"): if let instance { instances[instance]?.list = Self.number(value()) ?? 0 }
            case .start("lvlOverride"): index = Self.number(xml.attribute("ilvl")) ?? 0
            case .start("startOverride"): if let instance { instances[instance]?.starts[index] = Self.number(value()) }
            case .start("lvl"):
                index = Self.number(xml.attribute("ilvl")) ?? 0
                level = Level()
            case .end("lvl"):
                if let instance {
                    instances[instance]?.levels[index] = level
                } else if let list {
                    lists[list, default: [:]][index] = level
                }
            case .start("start"): level.start = Self.number(value()) ?? 1
            case .start("numFmt"):
                level.isBullet = value() == "bullet"
                level.style = Self.styles[value()] ?? .decimal
            case .start("lvlText"): level.pattern = value()
            case .start("isLgl"): level.isLegal = WordStyles.isOn(xml.attribute("val") ?? "1")
            default: break
            }
        }
    }

    /// The label of the next paragraph of a list at a level from 0; `nil` where there is none.
    mutating func next(_ number: Int, level: Int) -> Label? {
        guard let instance = instances[number], (0...8).contains(level), let own = self.level(level, of: instance)
        else {
            return nil
        }
        guard !own.isBullet else { return .bullet }
        // Instances of one list count on together, unless one starts anew.
        if !instance.starts.isEmpty, restarted.insert(number).inserted {
            for (level, _) in instance.starts { counters[instance.list]?[level] = nil }
        }
        var counter = counters[instance.list] ?? [:]
        counter[level] = counter[level].map { $0 &+ 1 } ?? instance.starts[level] ?? own.start
        for deeper in counter.keys where deeper > level { counter[deeper] = nil }
        for above in 0..<level where counter[above] == nil {
            counter[above] = instance.starts[above] ?? self.level(above, of: instance)?.start ?? 1
        }
        counters[instance.list] = counter
        let text = text(own, counter, instance)
        return text.isEmpty ? nil : .number(text)
    }

    private func level(_ level: Int, of instance: Instance) -> Level? {
        instance.levels[level] ?? lists[instance.list]?[level]
    }

    private func text(_ own: Level, _ counter: [Int: Int], _ instance: Instance) -> String {
        var text = ""
        var isReference = false
        for character in own.pattern {
            if isReference, let digit = character.wholeNumberValue, (1...9).contains(digit) {
                let style = own.isLegal ? .decimal : level(digit - 1, of: instance)?.style ?? .decimal
                text += ListNumber.text(counter[digit - 1] ?? 1, style: style)
                isReference = false
            } else if character == "%" {
                isReference = true
            } else {
                text.append(character)
            }
        }
        return String(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    private static func number(_ text: String?) -> Int? {
        text.flatMap { Int($0) }.flatMap { (-100_000_000...100_000_000).contains($0) ? $0 : nil }
    }
}
