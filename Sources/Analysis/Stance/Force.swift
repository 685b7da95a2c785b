internal import Lexicons

/// What binds whom in the clause of a control: its modal verb, its actor and its negation.
struct Force: Sendable {
    /// How the clause binds, by the names of the scoring profile.
    enum Modality: String, Sendable {
        case duty, prohibition, penalty, power, intention, statement, advice, encouragement, aspiration, option, none
    }

    /// How the clause binds.
    var modality: Modality = .none
    /// The words that say so.
    var modalCue: CueMatch?
    /// Who acts, when the clause says it.
    var actor: NounMatch?
    /// The words that negate the verb.
    var negation: CueMatch?
    /// A condition after the control: "unless", "except where".
    var condition: CueMatch?
    /// Where the force came from, when not from the clause itself.
    var isInherited = false

    /// Whether the clause binds: a duty, a power, a prohibition or a penalty.
    var isBinding: Bool {
        switch modality {
        case .duty, .prohibition, .penalty, .power, .intention: true
        case .statement, .advice, .encouragement, .aspiration, .option, .none: false
        }
    }
}
