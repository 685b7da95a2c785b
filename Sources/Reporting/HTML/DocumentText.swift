import TextModel

/// The text of a document in its own structure, with marks in it and cards beside it.
struct DocumentText {
    let dossier: Dossier
    let index: Int
    let anchors: Anchors
    let layout: PageLayout

    private let highlights: PassageHighlights
    private let cards: [Int: [Anchors.Named]]
    private let credits: [Int: [Credit]]
    private let direction: TextDirection

    init(_ dossier: Dossier, index: Int, anchors: Anchors, layout: PageLayout) {
        self.dossier = dossier
        self.index = index
        self.anchors = anchors
        self.layout = layout
        highlights = PassageHighlights(of: dossier)
        cards = anchors.passages(of: dossier, at: index)
        credits = Dictionary(grouping: dossier.report.credits, by: \.block)
        direction = TextDirection(of: String(decoding: dossier.document.text.prefix(400), as: UTF8.self))
    }

    func write(to html: inout HTMLWriter) {
        html.element("div", ["class": "text", "lang": dossier.language, "dir": direction.rawValue]) {
            html in
            var nesting = Nesting()
            var held = 0
            for block in dossier.document.blocks.indices {
                let isCut = held >= PageLayout.chunk && nesting.isOutside(dossier.document.blocks[block])
                if layout.isLarge, held == 0 || isCut {
                    nesting.closeAll(in: &html)
                    if held > 0 { html.close("div") }
                    html.open("div", ["class": "ch"])
                    held = 0
                }
                held += 1
                nesting.prepare(for: dossier.document.blocks[block], in: &html)
                writePassage(block, to: &html)
                html.lineBreak()
            }
            nesting.closeAll(in: &html)
            if layout.isLarge, held > 0 { html.close("div") }
        }
    }

    private func writePassage(_ block: Int, to html: inout HTMLWriter) {
        let own = cards[block] ?? []
        let credits = credits[block] ?? []
        guard !own.isEmpty || !credits.isEmpty else {
            writeBlock(block, anchor: anchors.target(block, of: index), to: &html)
            return
        }
        html.element("div", ["class": "p"]) { html in
            html.element("div", ["class": "t"]) { html in
                writeBlock(block, anchor: Anchors.block(block, of: index), to: &html)
            }
            html.element("div", ["class": "k", "lang": Wording.language, "dir": "ltr"]) { html in
                layout.fold(in: &html) { html in
                    for (place, card) in own.enumerated() {
                        FindingCard(
                            finding: card.finding, dossier: dossier, anchor: card.name, documentIndex: index,
                            isOpen: place == 0 && card.finding.band >= .moderate,
                            isMissingTold: own[..<place].contains { $0.finding.missing == card.finding.missing },
                            layout: layout
                        ).write(to: &html)
                    }
                    for credit in credits { write(credit, to: &html) }
                    writeMarks(of: block, to: &html)
                }
            }
        }
    }

    private func writeBlock(_ index: Int, anchor: String?, to html: inout HTMLWriter) {
        let block = dossier.document.blocks[index]
        let tag = BlockTag(for: block, depth: dossier.document.headingPath(of: index).count)
        let own = TextDirection(of: dossier.document.string(block.span))
        html.element(
            tag.name, ["class": tag.styles, "id": anchor, "dir": own == direction ? nil : own.rawValue]
        ) { html in
            if let number = block.number { html.element("span", ["class": "n"], text: number + " ") }
            if let speaker = block.speaker { html.element("b", ["class": "sp"], text: speaker) }
            MarkedText(span: block.span, highlights: highlights.of(index)).write(
                from: dossier.document, to: &html)
        }
    }

    /// What the marks in a passage mean, for those who cannot point at them.
    private func writeMarks(of block: Int, to html: inout HTMLWriter) {
        let marks = highlights.of(block).filter { !$0.note.isEmpty }.sorted { $0.span < $1.span }
        guard !marks.isEmpty else { return }
        html.element("details", ["class": "marks"]) { html in
            html.element("summary", text: Wording.passageMarks)
            html.element("ul") { html in
                for mark in marks {
                    html.element("li") { html in
                        html.element(
                            "q", ["lang": dossier.language, "dir": "auto"],
                            text: dossier.document.string(mark.span))
                        html.text(" \(mark.note)" + (mark.isIdle ? " (\(Wording.legendIdle))" : ""))
                    }
                }
            }
        }
    }

    private func write(_ credit: Credit, to html: inout HTMLWriter) {
        html.element("p", ["class": "credit"]) { html in
            html.element("b", text: "✓ \(credit.rule) \(credit.name)")
            html.text(" \(credit.message)")
        }
        html.lineBreak()
    }
}
