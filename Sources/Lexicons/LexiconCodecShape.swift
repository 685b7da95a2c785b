internal import TextModel

extension LexiconCodec {
    /// A hash of the names of all cases that compiled lexicons refer to by index.
    ///
    /// A program in which one of these enumerations gained, lost or moved a case has another shape and so
    /// refuses the compiled lexicons of its predecessor.
    static let shape: UInt64 = {
        let names: [[String]] = [
            Legitimacy.allCases.map(\.rawValue), CoreValue.allCases.map(\.rawValue), NounClass.allCases.map(\.rawValue),
            DeviceRole.allCases.map(\.rawValue), DocumentKind.allCases.map(\.rawValue),
            CueScope.allCases.map(\.rawValue),
            ControlAct.allCases.map(\.rawValue), EntryStrength.allCases.map(\.rawValue), Fact.allCases.map(\.name),
            Rewording.Slot.allCases.map(\.rawValue),
            RuleSubject.allCases.map(\.rawValue), Band.allCases.map(\.name), Boilerplate.allCases.map(\.rawValue),
        ]
        let text = names.map { $0.joined(separator: ",") }.joined(separator: ";")
        return Vocabulary.hash(text.utf8)
    }()
}
