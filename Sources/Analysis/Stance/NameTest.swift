internal import Lexicons

extension Reading {
    /// Whether a phrase is part of a capitalised name: its words are capitalised but for small function words, and
    /// so is a neighbour. A sentence in capitals tells nothing.
    func isName(_ phrase: Range<Int>, in sentence: Int) -> Bool {
        let whole = tokens.tokens(of: sentence)
        let isFunctionWord = { (token: Int) in
            self.types.traits[Int(self.tokens.type[token])].contains(.functionWord)
        }
        guard phrase.allSatisfy({ tokens.isCapitalised[$0] || isFunctionWord($0) }),
            phrase.contains(where: { tokens.isCapitalised[$0] })
        else { return false }
        if whole.count(where: { tokens.isCapitalised[$0] }) * 3 > whole.count * 2 { return false }
        let next = phrase.upperBound
        if next < whole.upperBound, tokens.breakBefore[next] == .none, tokens.isCapitalised[next] { return true }
        let previous = phrase.lowerBound - 1
        return previous > whole.lowerBound && tokens.breakBefore[phrase.lowerBound] == .none
            && tokens.isCapitalised[previous] && tokens.isCapitalised[phrase.lowerBound]
    }
}
