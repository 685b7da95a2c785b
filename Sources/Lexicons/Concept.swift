public import TextModel

/// What kind of thing a concept of the lexicon is.
public enum ConceptKind: Sendable, Hashable {
    /// A protective value, with its standing as an aim of restrictions.
    case value(Legitimacy)
    /// A balancing value; generic ones name human rights only in general.
    case counterweight(isGeneric: Bool)
    /// A restrictive measure: intrusiveness from 1 to 5, and the core Internet values that it touches.
    case control(intrusiveness: Int, touches: [CoreValue])
    /// A procedural limit: tier 0 to 3, weight 0 to 1, and the controls that it can limit (empty: all).
    case safeguard(tier: Int, weight: Double, limits: [String])
    /// A class of nouns that patterns use as a slot.
    case noun(NounClass)
    /// A linguistic device.
    case device(DeviceRole)
    /// Words that show the genre of a document.
    case genre(DocumentKind)

    /// The family, for the four families that become mentions.
    public var family: Family? {
        switch self {
        case .value: .value
        case .counterweight: .counterweight
        case .control: .control
        case .safeguard: .safeguard
        case .noun, .device, .genre: nil
        }
    }
}

/// How an aim stands against ICCPR article 19, paragraph 3.
public enum Legitimacy: String, Sendable, CaseIterable {
    /// Named in the article.
    case listed
    /// Recognised only when narrowly defined, or derived from a listed aim.
    case derivative
    /// Not recognised as a ground.
    case unlisted
}

/// Classes of phrases that patterns name as `@class`: kinds of nouns, and kinds of verbs in every inflection.
public enum NounClass: String, Sendable, CaseIterable {
    case authority, judge, provider, user, netobj, dataobj, cryptobj
    /// What publishes; what is published once; what carries; what is said; what passes between people; what shows who
    /// somebody is; what must be had beforehand; what people use against control; what speech is said to harm.
    case outlet, work, service, content, exchange, identity, permit, tool, stake
    /// To command; to close off; to erase; to turn off; to run; to publish; to watch; to hand over; to keep; to
    /// establish.
    case compel, bar, erase, halt, run, publish, watch, give, keep, verify
}

/// What a linguistic device does.
public enum DeviceRole: String, Sendable, CaseIterable {
    case vague, openList = "open-list", discretion, delegation, universal, absolutist, threat, evidence
    case subordination, purpose, trigger
    case negation, pseudoNegation = "pseudo-negation", doubleNegation = "double-negation", prohibition, condition
    case pretext, mention, condemnation, evaluation, reported, narrative
    /// Fault that is found with something: criticism where a passage tells, and no more than a remark where it rules.
    case complaint
    /// What was forbidden is forbidden no longer.
    case release
    case duty, power, intention, advice, option, encouragement, aspiration, prohibits, penalty
    /// A right is left to what the law allows; it is taken back in the same breath.
    case reservation, clawback
    /// A control's form, record, review or end is spoken of, and not the control: "a copy of the order".
    case incidental
    /// The person whom a control would touch asks for it.
    case choice
    /// A right is affirmed against a control, in general terms: "there shall be no censorship".
    case guarantee
    case balance, secrecy, definition, removal, controllerDecides = "controller-decides"
    case terminator, technical, companion, tempering, promote, restrict, targeted, empowerment, contact, topic, measure
    /// A command to a provider, whose act then is the control.
    case delegatedCommand = "delegated-command"
    /// Words of an amendment, before the wording that it puts into a text.
    case amending
    /// How long a measure lasts: "for six months".
    case term
    /// A way around what forbids a measure or leaves it to a judge: "save where the Minister so directs".
    case escape
    /// The law or the acts of a named country, of which a text tells: "in Ruritania,", "under Ruritanian law".
    case abroad
}

/// Which side of a device its effect falls on.
public enum CueScope: String, Sendable, CaseIterable { case left, right, both }

/// Who performs what a control entry describes.
public enum ControlAct: String, Sendable, CaseIterable {
    /// What an authority, or a provider made to act, does to people.
    case measure
    /// What a person does; a control only where it is forbidden or punished.
    case conduct
}

/// How far an entry speaks for its concept without help from its clause.
public enum EntryStrength: String, Sendable, CaseIterable { case weak, plain, strong }

/// A concept without its patterns.
public struct Concept: Sendable {
    /// Id: "V07", "D12-duty".
    public let id: String
    /// Name in kebab case.
    public let name: String
    /// Plain words for messages.
    public let title: String
    /// What kind of thing it is.
    public let kind: ConceptKind
    /// For controls: the norms on this measure, cited exactly; a finding on it names them before those of its rule.
    public let norms: [String]
    /// For controls: the ids of the safeguards that it needs, the most important first; empty: those of any control.
    public let needs: [String]
}

extension Concept {
    /// The core Internet values that a control touches; none for anything else.
    public var coreValues: [CoreValue] {
        if case .control(_, let touches) = kind { return touches }
        return []
    }
}
