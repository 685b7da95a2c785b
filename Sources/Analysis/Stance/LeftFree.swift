internal import Lexicons
internal import TextModel

/// What a passage leaves to people and to providers, without a measure by name.
extension PassageStance {
    private static let left: [NounClass] = [.identity, .permit, .tool, .cryptobj, .exchange, .content, .outlet, .erase]
    private static let invitations: [DeviceRole] = [.option, .encouragement]
    private static let orders: [DeviceRole] = [.duty, .prohibits]
    /// So many words stand between a command and what it is about.
    private static let commandReach = 10
    /// So many words stand between a negation and the command that it takes back.
    private static let negationReach = 2

    /// Whether a command is taken back that is about what people say, use or show: "nothing obliges anyone to explain why
    /// they use encryption", "no licence is required".
    func leavesFree(_ block: Int) -> Bool {
        guard reading.kind != .technical else { return false }
        return reading.tokens.sentences(of: block).contains { sentence in
            let cues = reading.cues[sentence]
            let nouns = reading.nouns(of: sentence)
            return nouns.indices.contains { place in
                let command = nouns[place].tokens
                guard NounClass.allCases[nouns[place].noun] == .compel else { return false }
                let isTakenBack = cues.contains {
                    $0.role == .negation && $0.tokens.upperBound <= command.lowerBound
                        && $0.tokens.distance(to: command) <= Self.negationReach
                        && !cues.overlaps(.removal, $0.tokens) && !cues.overlaps(.pseudoNegation, $0.tokens)
                }
                guard isTakenBack else { return false }
                let isAbout = { (noun: NounMatch) in Self.left.contains(NounClass.allCases[noun.noun]) }
                let before = nouns[..<place].reversed()
                    .prefix { $0.tokens.distance(to: command) <= Self.negationReach }
                let after = nouns[place...].dropFirst().prefix { $0.tokens.distance(to: command) <= Self.commandReach }
                return before.contains(where: isAbout) || after.contains(where: isAbout)
            }
        }
    }

    /// Whether providers are only asked or might be made to do something: "editors are encouraged to part with".
    func asksProviders(_ block: Int) -> Bool {
        switch reading.kind {
        case .statute, .terms, .technical: return false
        case .strategy, .speech, .critique, .rights, .transcript, .press, .guidance, .other: break
        }
        let signs = reading.register[block]
        guard signs.technical == 0, signs.telling == 0 || signs.isFirstPerson else { return false }
        return reading.tokens.sentences(of: block).contains { sentence in
            let cues = reading.cues[sentence]
            return cues.contains { Self.invitations.contains($0.role) }
                && !cues.contains { Self.orders.contains($0.role) }
                && reading.nouns(of: sentence).contains { NounClass.allCases[$0.noun] == .provider }
        }
    }
}
