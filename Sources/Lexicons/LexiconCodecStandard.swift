internal import TextModel

/// Expectations of documents and templates of wording.
extension LexiconCodecReader {
    mutating func rewording() throws(LexiconCodecError) -> Rewording {
        Rewording(
            applicability: try applicability(), having: try textList(), lacking: try textList(),
            isForValuesAlone: try flag(),
            steps: try list { (reader) throws(LexiconCodecError) in try reader.step() })
    }

    mutating func advice() throws(LexiconCodecError) -> Advice {
        Advice(applicability: try applicability(), message: try textList().first, remedy: try text())
    }

    private mutating func applicability() throws(LexiconCodecError) -> Applicability {
        Applicability(modalities: try textList(), controls: try textList(), exceptions: try textList())
    }

    private mutating func step() throws(LexiconCodecError) -> Rewording.Step {
        switch try byte() {
        case 0: return .append(try text())
        case 1: return .clause(try text())
        case 2:
            return .replace(
                try choice(), with: try text(),
                Rewording.Place(keeping: try textList(), after: try textList(), before: try textList()))
        case 3:
            return .swap(
                try list { (reader) throws(LexiconCodecError) in
                    Rewording.Swap(from: try reader.text(), to: try reader.text())
                })
        case let other: throw LexiconCodecError("has a rewording of the unknown kind \(other)")
        }
    }

    mutating func standard() throws(LexiconCodecError) -> DocumentStandard {
        var standard = DocumentStandard()
        standard.companionsOf = try textList()
        standard.joiners = try textList()
        standard.determiners = try textList()
        standard.articles = try textList()
        standard.mark = try list { (reader) throws(LexiconCodecError) in
            DocumentStandard.MarkStandard(
                name: try reader.text(), sentences: Int(try reader.byte()), highest: try reader.text(),
                closed: try reader.textList(), exceptional: try reader.textList(), challenge: try reader.textList())
        }.first
        standard.expectations = try list { (reader) throws(LexiconCodecError) in try reader.expectation() }
        return standard
    }

    private mutating func expectation() throws(LexiconCodecError) -> DocumentStandard.Expectation {
        let id = try text()
        let called = try text()
        let balancedBy = try text()
        let wording = try text()
        let minimum = Int(try byte())
        let values = try textList()
        return DocumentStandard.Expectation(
            id: id, values: values, called: called, minimum: minimum, counterweights: try textList(),
            balancedBy: balancedBy, wording: wording)
    }
}
