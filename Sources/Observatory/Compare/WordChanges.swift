/// The words that went and came between two texts.
struct WordChanges {
    /// A stretch of words.
    struct Piece: Hashable {
        /// What became of it.
        enum Kind: Hashable { case kept, removed, added }
        let kind: Kind
        let text: String
    }

    /// Stretches in order; removed ones stand before those that took their place.
    let pieces: [Piece]

    /// Compares two texts word by word.
    init(from old: String, to new: String) {
        let (a, b) = (old.split(separator: " ").map(String.init), new.split(separator: " ").map(String.init))
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for step in b.difference(from: a) {
            switch step {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var pieces: [Piece] = []
        func add(_ kind: Piece.Kind, _ word: String) {
            if let last = pieces.last, last.kind == kind {
                pieces[pieces.count - 1] = Piece(kind: kind, text: "\(last.text) \(word)")
            } else {
                pieces.append(Piece(kind: kind, text: word))
            }
        }
        var (i, j) = (0, 0)
        while i < a.count || j < b.count {
            if i < a.count, removed.contains(i) {
                add(.removed, a[i])
                i += 1
            } else if j < b.count, inserted.contains(j) {
                add(.added, b[j])
                j += 1
            } else if i < a.count, j < b.count {
                add(.kept, b[j])
                (i, j) = (i + 1, j + 1)
            } else {
                break
            }
        }
        self.pieces = pieces
    }

    /// As plain text: `[-gone-]`, `{+new+}`, and long stretches that stayed shortened.
    func text(keeping limit: Int) -> String {
        pieces.enumerated().map { index, piece in
            switch piece.kind {
            case .removed: return "[-\(piece.text)-]"
            case .added: return "{+\(piece.text)+}"
            case .kept:
                let words = piece.text.split(separator: " ")
                guard words.count > 2 * limit else { return piece.text }
                let head = index == 0 ? "" : words.prefix(limit).joined(separator: " ") + " "
                let tail = index == pieces.count - 1 ? "" : " " + words.suffix(limit).joined(separator: " ")
                return "\(head)…\(tail)"
            }
        }.joined(separator: " ")
    }
}
