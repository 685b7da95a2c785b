import TextModel

/// Walks the text of a Word document and makes its paragraphs.
struct WordBody {
    /// The paragraphs so far.
    private(set) var text = InnerText()
    /// Whether a part breaks off.
    private(set) var isBroken = false

    private let styles: WordStyles
    private var numbering: WordNumbering
    /// Footnotes and endnotes by the element that refers to them and their id.
    private var notes: [String: [InnerParagraph]] = [:]
    private var noteCount: [String: Int] = [:]

    /// Elements that hold what was deleted or how it was before, what older programs show instead, and readings.
    private static let skipped: Set<String> = [
        "del", "moveFrom", "Fallback", "rt", "pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "trPrChange",
        "tcPrChange", "tblGridChange", "numberingChange", "tblPrExChange",
    ]

    /// A paragraph that is open; a text box within one holds more.
    private struct Open {
        var paragraph = InnerParagraph()
        var style: String?
        var outline: Int?
        var numbering: Int?
        var numberingLevel: Int?
        var boldBytes = 0
        var endIsDeleted = false
        var notes: [InnerParagraph] = []

        init() {}

        /// A paragraph that goes on with the text of one whose end was deleted; what it is, its own end says.
        init(continuing other: Open) {
            paragraph = other.paragraph
            boldBytes = other.boldBytes
            notes = other.notes
        }
    }

    private struct Run {
        var isBold: Bool?
        var isHidden = false
    }

    init(styles: WordStyles, numbering: WordNumbering) {
        self.styles = styles
        self.numbering = numbering
    }

    /// Reads footnotes or endnotes, to be put after the paragraphs that refer to them by `reference`.
    mutating func readNotes(_ bytes: [UInt8], of reference: String) {
        let xml = XMLPull(bytes)
        while let event = xml.next() {
            guard event == .start("footnote") || event == .start("endnote") else { continue }
            // Notes with a type are the lines that separate notes from the text.
            let type = xml.attribute("type")
            guard let id = xml.attribute("id"), type == nil || type == "normal" else { continue }
            var inner = WordBody(styles: styles, numbering: numbering)
            inner.walk(xml, until: event == .start("footnote") ? "footnote" : "endnote")
            notes["\(reference) \(id)"] = inner.text.paragraphs.filter { !$0.isBlank }
        }
        isBroken = isBroken || xml.isBroken
    }

    /// Reads the part that holds the text.
    mutating func read(_ bytes: [UInt8]) {
        let xml = XMLPull(bytes)
        walk(xml, until: nil)
        isBroken = isBroken || xml.isBroken
    }

    private mutating func walk(_ xml: XMLPull, until end: String?) {
        var open: [Open] = []
        var carried: Open?
        var run = Run()
        var tables = 0
        var contents: [Bool] = []
        var properties: String?
        var isText = false
        while let event = xml.next() {
            switch event {
            case .start(let name):
                if Self.skipped.contains(name) {
                    // The mark at a paragraph's end was deleted: the next paragraph goes on in this one.
                    if name == "del", properties == "pPr", let last = open.indices.last {
                        open[last].endIsDeleted = true
                    }
                    xml.skip()
                    continue
                }
                switch name {
                case "p":
                    open.append(carried.map(Open.init(continuing:)) ?? Open())
                    carried = nil
                case "pPr": properties = name
                case "rPr": if properties == nil { properties = name }
                case "r": run = Run()
                case "tbl": tables += 1
                case "sdt": contents.append(false)
                case "docPartGallery":
                    if let last = contents.indices.last, xml.attribute("val") == "Table of Contents" {
                        contents[last] = true
                    }
                case "t": isText = true
                case "tab", "br", "cr":
                    if properties == nil { add([0x20], to: &open, run) }
                case "noBreakHyphen": add([0x2D], to: &open, run)
                case "sym": symbol(xml, to: &open, run)
                case "footnoteReference", "endnoteReference":
                    if let id = xml.attribute("id"), let last = open.indices.last { refer(name, id, in: &open[last]) }
                default:
                    if properties == "rPr" { note(name, xml, of: &run) }
                    if properties == "pPr", let last = open.indices.last { note(name, xml, of: &open[last]) }
                }
            case .end(let name):
                if name == end { return }
                switch name {
                case "p":
                    guard let last = open.popLast() else { continue }
                    if last.endIsDeleted, open.isEmpty {
                        carried = last
                    } else {
                        close(last, isCell: tables > 0, isContents: contents.contains(true))
                    }
                case "pPr", "rPr": if properties == name { properties = nil }
                case "tbl": tables -= 1
                case "sdt": _ = contents.popLast()
                case "t": isText = false
                default: break
                }
            case .text(let bytes): if isText { add(bytes, to: &open, run) }
            }
        }
        for last in open.reversed() { close(last, isCell: tables > 0, isContents: false) }
        if let carried { close(carried, isCell: tables > 0, isContents: false) }
    }

    private func add(_ bytes: [UInt8], to open: inout [Open], _ run: Run) {
        guard let last = open.indices.last, !run.isHidden else { return }
        open[last].paragraph.append(bytes)
        if run.isBold ?? styles.facts(of: open[last].style).isBold ?? false {
            open[last].boldBytes += bytes.count
        } else if BlockAssembler.isBlank(bytes) {
            open[last].boldBytes += bytes.count
        }
    }

    /// A character by its code in a symbol font is no text; one outside the private area is.
    private func symbol(_ xml: XMLPull, to open: inout [Open], _ run: Run) {
        guard let code = xml.attribute("char").flatMap({ UInt32($0, radix: 16) }), !(0xE000...0xF8FF).contains(code),
            let scalar = Unicode.Scalar(code)
        else { return add([0x20], to: &open, run) }
        add(Array(String(Character(scalar)).utf8), to: &open, run)
    }

    private mutating func refer(_ reference: String, _ id: String, in open: inout Open) {
        guard let note = notes["\(reference) \(id)"] else { return }
        let count = (noteCount[reference] ?? 0) + 1
        noteCount[reference] = count
        let style = reference == "footnoteReference" ? ListNumber.Style.decimal : .lowerRoman
        for (index, paragraph) in note.enumerated() {
            var paragraph = paragraph
            paragraph.kind = .note
            if index == 0 { paragraph.number = ListNumber.text(count, style: style) }
            open.notes.append(paragraph)
        }
    }

    private func note(_ name: String, _ xml: XMLPull, of run: inout Run) {
        switch name {
        case "b": run.isBold = xml.attribute("val").map(WordStyles.isOn) ?? true
        case "vanish": run.isHidden = xml.attribute("val").map(WordStyles.isOn) ?? true
        case "rStyle":
            let facts = styles.facts(of: xml.attribute("val"))
            run.isBold = facts.isBold ?? run.isBold
            run.isHidden = facts.isHidden ?? run.isHidden
        default: break
        }
    }

    private func note(_ name: String, _ xml: XMLPull, of open: inout Open) {
        let value = { xml.attribute("val") }
        switch name {
        case "pStyle": open.style = value()
        case "numId": open.numbering = value().flatMap { Int($0) }
        case "ilvl": open.numberingLevel = value().flatMap { Int($0) }
        case "outlineLvl": open.outline = value().flatMap { Int($0) }.map { $0 + 1 }
        default: break
        }
    }

    private mutating func close(_ open: Open, isCell: Bool, isContents: Bool) {
        var paragraph = open.paragraph
        let facts = styles.facts(of: open.style ?? styles.defaultStyle)
        let outline = (open.outline ?? facts.outline).flatMap { (1...9).contains($0) ? $0 : nil }
        paragraph.isBold = !paragraph.isBlank && open.boldBytes * 10 >= paragraph.text.count * 9
        if facts.name == "title" {
            paragraph.kind = .title
        } else if let outline {
            paragraph.kind = .heading
            paragraph.level = min(6, outline)
        } else if isCell {
            paragraph.kind = .tableCell
        } else if facts.name == "caption" {
            paragraph.kind = .caption
        } else if facts.name == "quote" || facts.name == "intense quote" {
            paragraph.kind = .quote
            paragraph.isQuoted = true
        }
        if isContents || facts.name.hasPrefix("toc ") { paragraph.boilerplate = .contents }
        if !paragraph.isBlank, let number = open.numbering ?? facts.numbering {
            let level = open.numberingLevel ?? facts.numberingLevel ?? 0
            switch numbering.next(number, level: level) {
            case .number(let label)?:
                paragraph.number = label
                if paragraph.kind == .paragraph { paragraph.level = level + 1 }
            case .bullet? where paragraph.kind == .paragraph || isCell:
                paragraph.kind = .listItem
                paragraph.level = level + 1
            default: break
            }
        }
        text.append(paragraph)
        for note in open.notes { text.append(note) }
    }
}
