/// Counts words: runs of letters with their accents, hyphens and apostrophes inside, in lower case.
enum WordCounter {
    /// Adds the words of a text to counts; returns how many there are. Linear in the text.
    static func count(_ text: String, into counts: inout [String: Double]) -> Int {
        var total = 0
        var word = ""
        var joint: Character?
        func end() {
            if word.count > 1 {
                counts[word, default: 0] += 1
                total += 1
            }
            word = ""
            joint = nil
        }
        for character in text {
            if character.isLetter {
                if let pending = joint {
                    word.append(pending)
                    joint = nil
                }
                word += character.lowercased()
            } else if !word.isEmpty, joint == nil, character == "-" || character == "'" || character == "’" {
                joint = character == "’" ? "'" : character
            } else if !word.isEmpty {
                end()
            }
        }
        if !word.isEmpty { end() }
        return total
    }
}
