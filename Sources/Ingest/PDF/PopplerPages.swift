internal import CFormatLibraries

/// Takes the lines of a PDF document out of poppler. Runs in the process that is made for it, see ``PDFWorker``.
enum PopplerPages {
    /// Gives each page to `body` as soon as it is read; one that cannot be read is empty, so that those after it keep
    /// their numbers.
    static func read(_ bytes: [UInt8], _ body: (PDFPage) -> Void) -> PDFStream.Ending {
        guard let library = try? PopplerLibrary() else { return .missing }
        return unsafe bytes.withUnsafeBytes { buffer in
            var failure: UnsafeMutablePointer<cw_pdf_error>?
            let data = unsafe library.makeBytes(buffer.baseAddress, UInt(buffer.count))
            guard let document = unsafe library.open(data, nil, &failure) else {
                // Code 1 of poppler's errors: the document is encrypted.
                return unsafe failure?.pointee.code == 1 ? .encrypted : .damaged
            }
            defer { unsafe library.release(document) }
            let count = unsafe library.pageCount(document)
            for index in 0..<max(0, count) {
                guard let page = unsafe library.page(document, index) else {
                    body(PDFPage(width: 0, height: 0))
                    continue
                }
                defer { unsafe library.release(page) }
                body(unsafe self.page(page, library))
            }
            return count > 0 ? .complete : .damaged
        }
    }

    private static func page(_ page: UnsafeMutableRawPointer, _ library: PopplerLibrary) -> PDFPage {
        var result = PDFPage(width: 0, height: 0)
        unsafe library.size(page, &result.width, &result.height)
        guard let raw = unsafe library.text(page) else { return result }
        defer { unsafe library.free(raw) }
        let text = unsafe String(cString: raw)
        var boxes: UnsafeMutablePointer<cw_pdf_rectangle>?
        var count: UInt32 = 0
        guard unsafe library.layout(page, &boxes, &count) != 0, let boxes = unsafe boxes else { return result }
        defer { unsafe library.free(boxes) }
        let fonts = unsafe fonts(of: page, count: Int(count), library)
        var line = LineInMaking()
        for (index, scalar) in text.unicodeScalars.enumerated() {
            guard index < Int(count) else { break }
            if scalar == "\n" {
                if let finished = line.finished { result.lines.append(finished) }
                line = LineInMaking()
            } else {
                let box = unsafe boxes[index]
                let corners = (box.x1, box.y1, box.x2, box.y2)
                // Poppler may go on in the next column without a word, above, below or beside.
                if let place = line.jump(to: scalar, corners, size: fonts[index].size), let finished = line.finished {
                    result.lines.append(finished)
                    line = LineInMaking(isPiece: place == .beside)
                }
                line.add(scalar, corners, size: fonts[index].size, isBold: fonts[index].isBold)
            }
        }
        if let finished = line.finished { result.lines.append(finished) }
        return result
    }

    private static func fonts(of page: UnsafeMutableRawPointer, count: Int, _ library: PopplerLibrary) -> [(
        size: Double, isBold: Bool
    )] {
        var fonts = [(size: Double, isBold: Bool)](repeating: (0, false), count: count)
        let list = unsafe library.attributes(page)
        var next = unsafe list
        while let node = unsafe next {
            if let attributes = unsafe node.pointee.data?.assumingMemoryBound(to: cw_pdf_attributes.self).pointee {
                let name = unsafe attributes.font_name.map { unsafe String(cString: $0) } ?? ""
                let isBold = ["Bold", "Black", "Heavy", "Semibold"].contains { name.contains($0) }
                let range = unsafe (Int(attributes.start_index), Int(attributes.end_index))
                let size = unsafe attributes.font_size
                if range.0 >= 0, range.0 <= range.1 {
                    for index in range.0..<min(count, range.1 + 1) { fonts[index] = (size, isBold) }
                }
            }
            unsafe next = unsafe node.pointee.next
        }
        if let list = unsafe list { unsafe library.freeAttributes(list) }
        return fonts
    }
}

/// A line that gets its characters.
private struct LineInMaking {
    /// Whether it goes on with the line before, after a wide gap.
    let isPiece: Bool
    private var text = ""
    private var box: (Double, Double, Double, Double)?
    private var sizes: [Double: Int] = [:]
    private var letters = 0
    private var boldLetters = 0
    private var lastRight = 0.0

    init(isPiece: Bool = false) { self.isPiece = isPiece }

    enum Jump { case away, beside }

    /// Whether a character stands above or below all of the line, or far to its right.
    func jump(to scalar: Unicode.Scalar, _ corners: (Double, Double, Double, Double), size: Double) -> Jump? {
        guard let box, !scalar.properties.isWhitespace else { return nil }
        if corners.3 <= box.1 || corners.1 >= box.3 { return .away }
        return corners.0 - lastRight > 0.8 * size ? .beside : nil
    }

    mutating func add(_ scalar: Unicode.Scalar, _ corners: (Double, Double, Double, Double), size: Double, isBold: Bool)
    {
        // Control characters would break the stream of lines; the soft hyphen is kept for joining.
        let isControl =
            scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x2028...0x2029).contains(scalar.value)
        text.unicodeScalars.append(isControl ? " " : scalar)
        guard !isControl, !scalar.properties.isWhitespace else { return }
        // A tab is a gap without a character.
        if let box, corners.0 - lastRight > 0.3 * size, corners.1 < box.3,
            text.unicodeScalars.dropLast().last?.properties.isWhitespace == false
        {
            text.unicodeScalars.insert(" ", at: text.unicodeScalars.index(before: text.unicodeScalars.endIndex))
        }
        lastRight = corners.2
        letters += 1
        if isBold { boldLetters += 1 }
        sizes[size, default: 0] += 1
        guard let old = box else {
            box = corners
            return
        }
        box = (min(old.0, corners.0), min(old.1, corners.1), max(old.2, corners.2), max(old.3, corners.3))
    }

    var finished: PDFLine? {
        guard let box, letters > 0 else { return nil }
        let size = sizes.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
        return PDFLine(
            left: box.0, top: box.1, right: box.2, bottom: box.3, size: size, isBold: boldLetters * 10 >= letters * 9,
            text: text, isPiece: isPiece)
    }
}
