/// What the engine can say of a control, a value, a counterweight or a passage. Rules are written in these.
public enum Fact: UInt8, Sendable, CaseIterable {
    // Of a control: what the author does with it.
    case asserted, option, reported, prohibited, critique
    /// A duty, power, prohibition, penalty or plain intention governs it.
    case binding
    /// A value is its stated purpose or ground; its trigger; or merely in its sentence.
    case purpose, trigger, valueNear
    /// The linked aim is outside the listed grounds; or is recognised only when narrowly defined.
    case unlistedAim, derivativeAim
    case vague, openList, discretion, delegation, universal, targeted, secrecy
    case providerActs
    /// What limits it: a judge or independent authority, any procedure, conditions elsewhere by reference, a time limit,
    /// anything at all.
    case judge, procedure, referred, timeLimit, safeguarded
    /// What limits it is one procedure of little weight: a time limit alone, a notice alone.
    case thinlySafeguarded
    /// Its sentence says how long it lasts, however long.
    case statedTerm
    case safeguardRemoved, controllerDecides
    /// A live counterweight is named beside it.
    case counterweightNear

    // Of a value.
    case ownVoice, isolated, balanced, network, companionNear
    case defined

    // Of a counterweight.
    case live, subordinated, clawedBack, reserved, absolute, tempered, opened

    // Of a passage.
    case control, value, counterweight, threat, evidence, absolutist, empowerment, heading, terms
    /// A right is affirmed against a control that is not named as a measure.
    case guaranteed
}

extension Fact {
    private static let names = allCases.map { fact in
        String(describing: fact).reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
    }

    /// Name in kebab case, as rules write it.
    public var name: String { Self.names[Int(rawValue)] }

    /// The fact of that name.
    public init?(name: String) {
        guard let place = Self.names.firstIndex(of: name) else { return nil }
        self = Self.allCases[place]
    }
}

extension Fact {
    /// Id of the safeguard that tells of it, for the facts that stand for one safeguard; a lexicon whose rules ask for
    /// the fact must have it.
    var safeguard: String? {
        switch self {
        case .judge: "S05"
        case .timeLimit: "S10"
        case .referred: "S19"
        default: nil
        }
    }
}
