import TextModel

/// Where the provisions of a document are: the path of numbers of each block, such as 9, 2, b.
///
/// Markup of laws says which numbers a block stands under. Elsewhere numbers are taken by the level at which they stand, not by parents alone, since a section without text of its own
/// lends its number to its first subsection ("9 (1)"), and the next one has only "(2)". A heading such as "Article 5"
/// stands before all numbers below it. Quoted provisions belong to another text and have no path.
struct ProvisionIndex {
    /// Path of each block; empty when it stands in no provision.
    private(set) var paths: [[String]] = []
    /// The place of the short form that the document itself prints before the first number of a block.
    private(set) var forms: [Int?] = []
    /// Whether the first number of a block's path is printed in brackets.
    private(set) var isBracketed: [Bool] = []

    private var first: [[String]: Int] = [:]
    private var children: [[String]: [[String]]] = [:]
    /// Numbers that were taken apart: most come back many times.
    private var numbers: [String: ProvisionNumber] = [:]

    /// Finds the provisions.
    init(_ document: Document, words: ReferenceWords) {
        var base: (parts: [String], form: Int?, level: Int)?
        var stack: [(level: Int, part: String)] = []
        var form: Int?
        var isFirstBracketed = false
        for (index, block) in document.blocks.enumerated() {
            if let printed = block.provisionNumbers {
                addPath(of: printed, at: index, words: words)
                continue
            }
            // The sign of a footnote is the number of no provision.
            let isOther = block.isQuoted || block.kind == .note
            let number = isOther ? nil : Self.printed(block, document).map { takenApart($0, words) }
            if block.kind == .heading || block.kind == .title {
                if let number, number.form != nil, !number.parts.isEmpty {
                    base = (number.parts, number.form, block.level)
                    stack = []
                } else if let open = base, block.level <= open.level {
                    base = nil
                    stack = []
                }
                add(number?.form == nil ? [] : base?.parts ?? [], number?.form, false, at: index)
            } else if let number, !number.parts.isEmpty, !block.isBoilerplate {
                if number.form != nil {
                    base = nil
                    stack = []
                    form = number.form
                }
                let level = block.level - number.parts.count + 1
                while let last = stack.last, last.level >= level { stack.removeLast() }
                if stack.isEmpty {
                    isFirstBracketed = base == nil && number.isBracketed
                    if number.form == nil { form = nil }
                }
                for (offset, part) in number.parts.enumerated() {
                    // A recital (5) is not Article 5.
                    let isOwnRank = stack.isEmpty && isFirstBracketed
                    stack.append((level + offset, isOwnRank ? "(\(part))" : part))
                }
                add((base?.parts ?? []) + stack.map(\.part), base?.form ?? form, isFirstBracketed, at: index)
            } else if let parent = block.parent, !block.isQuoted {
                paths.append(paths[parent])
                forms.append(forms[parent])
                isBracketed.append(isBracketed[parent])
            } else {
                paths.append(block.isQuoted || block.isBoilerplate ? [] : base?.parts ?? [])
                forms.append(base?.form)
                isBracketed.append(false)
            }
        }
    }

    /// Whether the document has provisions at all.
    var isEmpty: Bool { first.isEmpty }

    /// The block where a path begins.
    func block(at path: [String]) -> Int? { first[path] }

    /// The paths from one to another of the same rank, both included.
    func paths(from start: [String], through end: [String]) -> [[String]] {
        guard let siblings = children[Array(start.dropLast())], let low = siblings.firstIndex(of: start),
            let high = siblings.firstIndex(of: end), low <= high
        else { return [start, end] }
        return Array(siblings[low...high])
    }

    /// The path before or after one, of the same rank.
    func sibling(of path: [String], by step: Int) -> [String]? {
        guard let siblings = children[Array(path.dropLast())], let place = siblings.firstIndex(of: path),
            siblings.indices.contains(place + step)
        else { return nil }
        return siblings[place + step]
    }

    private mutating func takenApart(_ printed: String, _ words: ReferenceWords) -> ProvisionNumber {
        if let known = numbers[printed] { return known }
        let number = ProvisionNumber(printed, words: words)
        numbers[printed] = number
        return number
    }

    /// The path that markup tells.
    private mutating func addPath(of printed: [String], at block: Int, words: ReferenceWords) {
        let numbers = printed.map { takenApart($0, words) }
        let isBracketed = numbers.first.map { $0.form == nil && $0.isBracketed } ?? false
        var path: [String] = []
        for part in numbers.flatMap(\.parts) {
            // "1.1" within "1." says all.
            if let last = path.last, part.hasPrefix(last + ".") { path.removeLast() }
            path.append(part)
        }
        // A recital (5) is not Article 5.
        if isBracketed, let first = path.first { path[0] = "(\(first))" }
        add(path, numbers.first { $0.form != nil }?.form, isBracketed && !path.isEmpty, at: block)
    }

    /// The number of a block; a heading that is nothing else, such as "Article 5", is one.
    private static func printed(_ block: Block, _ document: Document) -> String? {
        if block.number != nil { return block.number }
        guard block.kind == .heading, block.span.count <= 24 else { return nil }
        let text = document.string(block.span)
        return text.split(separator: " ").dropFirst().allSatisfy(isNumeral) ? text : nil
    }

    /// Whether a word has a digit, or is a letter or a roman numeral: "Rules for wells" are no rule.
    private static func isNumeral(_ word: Substring) -> Bool {
        let core = word.utf8.filter(ProvisionNumber.isAlphanumeric)
        return core.contains(where: ProvisionNumber.isDigit) || core.count <= 1 || Numeral.roman(core[...]) != nil
    }

    private mutating func add(_ path: [String], _ form: Int?, _ isBracketed: Bool, at block: Int) {
        paths.append(path)
        forms.append(form)
        self.isBracketed.append(isBracketed)
        guard !path.isEmpty else { return }
        // A path that appears with its first item begins there too; one that is known, its beginnings are.
        var part = path
        while !part.isEmpty, first[part] == nil {
            first[part] = block
            let above = Array(part.dropLast())
            children[above, default: []].append(part)
            part = above
        }
    }
}
