import TextModel

/// Notes that stand within a line of text: the line reads on without them, and they follow it as blocks of their own.
///
/// What a parser reports of such a note is kept and told again when the block that it stands in has ended. The bytes of
/// the note lie within those of that block.
extension BlockAssembler {
    /// A note within a line.
    struct Aside {
        enum Piece {
            case verbatim(Range<Int>)
            case standing([UInt8], Range<Int>)
            case space(Int)
            case end
        }

        /// Number of elements that were open when its own had opened.
        let depth: Int
        var pieces: [Piece] = []
    }

    mutating func noteAside(_ piece: Aside.Piece) { aside?.pieces.append(piece) }

    mutating func startInAside(_ role: ElementRole, at position: Int) {
        elements.append(.inline)
        switch role {
        case .lineBreak: noteAside(.space(position))
        case .inline, .link, .control, .metadata, .script, .unknown, .inlineQuote, .mark, .number, .speaker: break
        default: noteAside(.end)
        }
    }

    mutating func endAside() {
        if let aside { asides.append(aside) }
        aside = nil
    }

    /// Makes blocks of the notes that waited.
    mutating func placeAsides() {
        let waiting = asides
        asides = []
        let context = frames[frames.count - 1].context
        for aside in waiting {
            for piece in aside.pieces {
                switch piece {
                case .verbatim(let range):
                    openNote(context, isBlank: isBlank(range))
                    builder.append(verbatim: range)
                case .standing(let text, let range):
                    openNote(context, isBlank: Self.isBlank(text))
                    builder.append(text, standingFor: range)
                case .space(let position): builder.appendSpace(standingFor: position..<position)
                case .end: closeNote()
                }
            }
            closeNote()
        }
    }

    private mutating func openNote(_ context: BlockContext, isBlank: Bool) {
        guard !builder.isOpen, !isBlank else { return }
        builder.open(.note, isQuoted: context.isQuoted, boilerplate: context.boilerplate)
        builder.updateOpenBlock {
            $0.language = context.language
            $0.provisionNumbers = context.provisionNumbers
        }
        outline.openPassage()
    }

    private mutating func closeNote() {
        guard builder.isOpen else { return }
        outline.closePassage(isKept: builder.close() != nil)
    }
}
