/// Writes PDF documents of text in Helvetica, with nothing but what a reader of text needs.
struct PDFMaker {
    /// A line at a place from the lower left corner, in points.
    struct Line {
        var x = 72.0
        var y: Double
        var size = 11.0
        var isBold = false
        var text: String

        init(_ text: String, x: Double = 72, y: Double, size: Double = 11, isBold: Bool = false) {
            self.text = text
            self.x = x
            self.y = y
            self.size = size
            self.isBold = isBold
        }
    }

    /// The document of these pages, of 612 by 792 points.
    static func document(_ pages: [[Line]], more: String = "") -> [UInt8] {
        var objects = [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count \(pages.count)/Kids[\(pages.indices.map { "\(5 + 2 * $0) 0 R" }.joined(separator: " "))]>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
        ]
        for (index, lines) in pages.enumerated() {
            let content = lines.map { line in
                let text = line.text.replacing("(", with: "\\(").replacing(")", with: "\\)")
                return "BT /F\(line.isBold ? 2 : 1) \(line.size) Tf \(line.x) \(line.y) Td (\(text)) Tj ET\n"
            }.joined()
            objects.append(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents \(6 + 2 * index) 0 R"
                    + "/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>>>")
            objects.append("<</Length \(content.utf8.count)>>stream\n\(content)endstream")
        }
        var text = "%PDF-1.4\n"
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(text.utf8.count)
            text += "\(index + 1) 0 obj\(object)endobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for offset in offsets { text += String(repeating: "0", count: 10 - "\(offset)".count) + "\(offset) 00000 n \n" }
        text += "trailer<</Size \(objects.count + 1)/Root 1 0 R\(more)>>\nstartxref\n\(start)\n%%EOF\n"
        return Array(text.utf8)
    }

    /// Lines of running text, one below the other.
    static func paragraph(_ lines: [String], x: Double = 72, from top: Double) -> [Line] {
        lines.enumerated().map { Line($0.element, x: x, y: top - 14 * Double($0.offset)) }
    }
}
