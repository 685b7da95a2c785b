/// A line of a page as poppler sees it, in reading order. Distances are in points from the upper left corner.
struct PDFLine: Hashable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double
    /// Size of most of its letters.
    var size: Double
    /// Whether nearly all of its letters are bold.
    var isBold: Bool
    var text: String
    /// Whether it goes on with the line before, after a wide gap.
    var isPiece = false
    /// The right edge of its column, where the page has columns.
    var edge: Double?

    var height: Double { bottom - top }

    /// Pieces from left to right as one line.
    static func joined(_ pieces: [PDFLine]) -> PDFLine? {
        guard var line = pieces.max(by: { $0.right - $0.left < $1.right - $1.left }), pieces.count > 1 else {
            return pieces.first
        }
        line.text = pieces.map(\.text).joined(separator: " ")
        line.isBold = pieces.allSatisfy(\.isBold)
        line.left = pieces.map(\.left).min() ?? line.left
        line.top = pieces.map(\.top).min() ?? line.top
        line.right = pieces.map(\.right).max() ?? line.right
        line.bottom = pieces.map(\.bottom).max() ?? line.bottom
        line.isPiece = pieces[0].isPiece
        return line
    }
}

/// A page and its lines.
struct PDFPage: Hashable {
    var width: Double
    var height: Double
    var lines: [PDFLine] = []
}

/// What the process that reads a PDF document writes to its output: a line for each page, a line for each line of
/// text, and a last line that says that all was written or why not.
enum PDFStream {
    /// How the reading ended.
    enum Ending: String {
        case complete, encrypted, damaged, missing
    }

    static func text(of page: PDFPage) -> String {
        var text = "page \(page.width) \(page.height)\n"
        for line in page.lines {
            text +=
                "\(line.isPiece ? "piece" : "line") \(line.left) \(line.top) \(line.right) \(line.bottom) \(line.size) \(line.isBold ? 1 : 0) "
            text += line.text + "\n"
        }
        return text
    }

    /// The pages, and the ending if there is one.
    static func pages(_ bytes: [UInt8]) -> (pages: [PDFPage], ending: Ending?) {
        var pages: [PDFPage] = []
        var ending: Ending?
        for raw in bytes.split(separator: 0x0A) {
            let fields = raw.split(separator: 0x20, maxSplits: 7, omittingEmptySubsequences: false)
            let numbers = fields.dropFirst().prefix(6).map { Double(String(decoding: $0, as: UTF8.self)) ?? 0 }
            switch String(decoding: fields[0], as: UTF8.self) {
            case "page" where numbers.count >= 2:
                pages.append(PDFPage(width: numbers[0], height: numbers[1]))
            case let kind
            where (kind == "line" || kind == "piece") && fields.count == 8 && !pages.isEmpty
                && numbers.allSatisfy(\.isFinite):
                let line = PDFLine(
                    left: numbers[0], top: numbers[1], right: numbers[2], bottom: numbers[3], size: numbers[4],
                    isBold: numbers[5] == 1, text: String(decoding: fields[7], as: UTF8.self), isPiece: kind == "piece")
                pages[pages.count - 1].lines.append(line)
            case "end": if fields.count > 1 { ending = Ending(rawValue: String(decoding: fields[1], as: UTF8.self)) }
            default: break
            }
        }
        return (pages, ending)
    }
}
