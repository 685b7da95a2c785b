import TextModel

/// Walks an RTF file and makes its paragraphs.
struct RichTextBody {
    /// The paragraphs so far.
    private(set) var text = InnerText()

    /// Where text goes.
    private enum Destination { case body, skip, styles, fonts, number, title, note }

    /// What holds within a group.
    private struct State {
        var destination = Destination.body
        var isBold = false
        var isHidden = false
        var font = 0
        /// Characters to pass over after a Unicode character: what older programs show instead.
        var fallback = 1
        var startsGroup = true
        var isStarred = false
    }

    private struct Style {
        var name: [UInt8] = []
        var level: Int?
    }

    private let bytes: [UInt8]
    private var states: [State] = []
    private var state = State()
    private var depthBeyond = 0
    private var pages = CodePages()
    private var documentPage = 1252
    private var fontPages: [Int: Int] = [:]
    private var styles: [Int: Style] = [:]
    private var styleInMaking: Int?
    private var pending: [UInt8] = []
    private var toSkip = 0
    private var surrogate: UInt32?

    private var paragraph = InnerParagraph()
    private var style = 0
    private var level: Int?
    private var listLevel = 0
    private var isInTable = false
    private var boldBytes = 0
    private var printed: [UInt8] = []
    private var noteText: [UInt8] = []
    private var notes: [InnerParagraph] = []
    private var title: [UInt8] = []

    private static let skipped: Set<String> = [
        "colortbl", "pict", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf",
        "object",
        "themedata", "datastore", "listtable", "listoverridetable", "revtbl", "rsidtbl", "generator", "xmlnstbl",
        "fldinst", "annotation", "atnid", "atnauthor", "atntime", "atndate", "atnref", "mmathPr", "latentstyles",
        "nonshppict", "sp", "bkmkstart", "bkmkend", "info", "private", "colorschememapping", "pgptbl", "ftnsep",
        "ftnsepc", "aftnsep", "aftnsepc", "wgrffmtfilter", "filetbl", "listpicture", "picprop", "xe", "tc", "template",
    ]
    private static let starred: Set<String> = ["shpinst", "shptxt", "pn", "footnote"]
    private static let signs: [String: String] = [
        "emdash": "\u{2014}", "endash": "\u{2013}", "lquote": "\u{2018}", "rquote": "\u{2019}", "ldblquote": "\u{201C}",
        "rdblquote": "\u{201D}", "bullet": "\u{2022}", "~": "\u{A0}", "_": "\u{2011}", "{": "{", "}": "}", "\\": "\\",
        "tab": " ", "line": " ", "emspace": " ", "enspace": " ", "qmspace": " ",
    ]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Reads the file.
    mutating func read() {
        var scanner = RichTextScanner(bytes)
        while let token = scanner.next() {
            switch token {
            case .open:
                flush()
                if states.count < 1000 { states.append(state) } else { depthBeyond += 1 }
                state.startsGroup = true
                state.isStarred = false
            case .close: close()
            case .word(let name, let number): word(name, number)
            case .code(let byte): if toSkip > 0 { toSkip -= 1 } else { pending.append(byte) }
            case .text(let range): typed(range)
            case .binary: break
            }
        }
        flush()
        endParagraph()
        let name = SmallText.folded(title)
        if !name.isEmpty { text.title = name }
    }

    private mutating func close() {
        flush()
        if state.destination == .note, states.last?.destination != .note { endNote() }
        if state.destination == .styles, let number = styleInMaking, states.last?.destination == .styles {
            styles[number]?.name.removeAll { $0 == UInt8(ascii: ";") }
            styleInMaking = nil
        }
        if depthBeyond > 0 { depthBeyond -= 1 } else if let outer = states.popLast() { state = outer }
        toSkip = 0
    }

    private mutating func typed(_ range: Range<Int>) {
        state.startsGroup = false
        let skip = min(toSkip, range.count)
        toSkip -= skip
        pending += bytes[(range.lowerBound + skip)..<range.upperBound]
    }

    // MARK: Control words

    private mutating func word(_ name: String, _ number: Int?) {
        if name == "*" {
            state.isStarred = true
            return
        }
        if name == "u", let number {
            flush()
            unicode(UInt32(truncatingIfNeeded: number < 0 ? number + 65_536 : number))
            toSkip = state.fallback
            return
        }
        flush()
        toSkip = 0
        if state.startsGroup {
            state.startsGroup = false
            if destination(name) { return }
        }
        if let sign = Self.signs[name] { return add(Array(sign.utf8)) }
        switch name {
        case "ansicpg": documentPage = number ?? 1252
        case "mac": documentPage = 10000
        case "pc": documentPage = 437
        case "uc": state.fallback = max(0, min(8, number ?? 1))
        case "f":
            state.font = number ?? 0
        case "fcharset":
            if state.destination == .fonts, let number { fontPages[state.font] = CodePages.page(ofCharset: number) }
        case "b": state.isBold = number != 0
        case "v", "deleted": state.isHidden = number != 0
        case "plain":
            state.isBold = false
            state.isHidden = false
        case "par", "sect", "page":
            if state.destination == .note { noteText.append(0x20) } else if isBody { endParagraph() }
        case "cell", "nestcell": if isBody { endParagraph(isCell: true) }
        case "row", "nestrow": break
        case "pard": if isBody { resetParagraph() }
        case "intbl": if isBody { isInTable = true }
        case "s":
            if state.destination == .styles, let number {
                styleInMaking = number
                styles[number] = Style()
            } else if isBody {
                style = number ?? 0
            }
        case "outlinelevel":
            if let styleInMaking {
                styles[styleInMaking]?.level = number.map { $0 + 1 }
            } else if isBody {
                level = number.map { $0 + 1 }
            }
        case "ilvl": if isBody { listLevel = max(0, min(8, number ?? 0)) }
        default: break
        }
    }

    private var isBody: Bool { state.destination == .body }

    /// Whether the word that begins a group says where its text goes.
    private mutating func destination(_ name: String) -> Bool {
        switch name {
        case "stylesheet": state.destination = .styles
        case "fonttbl": state.destination = .fonts
        case "listtext", "pntext": state.destination = .number
        case "footnote":
            guard state.destination != .skip else { return true }
            state.destination = .note
            noteText = []
        case "title" where state.destination == .skip && states.count == 2: state.destination = .title
        default:
            guard Self.skipped.contains(name) || state.isStarred && !Self.starred.contains(name) else { return false }
            if state.destination != .styles { state.destination = .skip }
            // A character style is starred and has a number of its own kind.
            if state.destination == .styles { styleInMaking = nil }
        }
        return true
    }

    private mutating func unicode(_ unit: UInt32) {
        var value = unit
        if (0xD800..<0xDC00).contains(unit) {
            surrogate = unit
            return
        }
        if (0xDC00..<0xE000).contains(unit) {
            guard let high = surrogate else { return }
            value = 0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00)
        }
        surrogate = nil
        guard let scalar = Unicode.Scalar(value), value >= 0x20 else { return }
        add(Array(String(Character(scalar)).utf8))
    }

    // MARK: Text

    private mutating func flush() {
        guard !pending.isEmpty else { return }
        let raw = pending
        pending = []
        add(pages.text(raw, page: fontPages[state.font] ?? documentPage))
    }

    private mutating func add(_ decoded: [UInt8]) {
        switch state.destination {
        case .skip, .fonts: return
        case .styles: if let styleInMaking { styles[styleInMaking]?.name += decoded }
        case .title: title += decoded
        case .number: printed += decoded
        case .note: if !state.isHidden { noteText += decoded }
        case .body:
            guard !state.isHidden else { return }
            paragraph.append(decoded)
            if state.isBold || BlockAssembler.isBlank(decoded) { boldBytes += decoded.count }
        }
    }

    private mutating func endNote() {
        var note = InnerParagraph(kind: .note)
        note.append(noteText)
        if !note.isBlank { notes.append(note) }
        noteText = []
    }

    private mutating func resetParagraph() {
        style = 0
        level = nil
        listLevel = 0
        isInTable = false
    }

    private mutating func endParagraph(isCell: Bool = false) {
        paragraph.isBold = !paragraph.isBlank && boldBytes * 10 >= paragraph.text.count * 9
        let known = styles[style]
        let name = String(decoding: known?.name ?? [], as: UTF8.self).trimmingPrefix { $0 == " " }.lowercased()
        if name == "title" {
            paragraph.kind = .title
        } else if let outline = WordStyles.headingLevel(name) ?? (level ?? known?.level), (1...9).contains(outline) {
            paragraph.kind = .heading
            paragraph.level = min(6, outline)
        } else if isCell || isInTable {
            paragraph.kind = .tableCell
        }
        if name.hasPrefix("toc ") { paragraph.boilerplate = .contents }
        let number = SmallText.folded(printed)
        if !number.isEmpty, !paragraph.isBlank { label(number) }
        printed = []
        text.append(paragraph)
        for note in notes { text.append(note) }
        notes = []
        paragraph = InnerParagraph()
        boldBytes = 0
    }

    /// A printed label with a letter or digit is a number, anything else a bullet.
    private mutating func label(_ number: String) {
        if number.contains(where: { $0.isLetter && $0.isASCII && $0 != "o" || $0.isNumber }) {
            paragraph.number = number
            if paragraph.kind == .paragraph { paragraph.level = listLevel + 1 }
        } else if paragraph.kind == .paragraph || paragraph.kind == .tableCell {
            paragraph.kind = .listItem
            paragraph.level = listLevel + 1
        }
    }
}
