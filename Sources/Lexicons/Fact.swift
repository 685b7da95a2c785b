/// What the engine can say of a control, a value, a counterweight or a passage. Rules are written in these.
public enum Fact: String, Sendable, CaseIterable {
    // Of a control: what the author does with it.
    case asserted, option, reported, prohibited, critique
    /// A duty, power, prohibition, penalty or plain intention governs it.
    case binding
    /// A value is its stated purpose or ground; its trigger; or merely in its sentence.
    case purpose, trigger, valueNear = "value-near"
    /// The linked aim is outside the listed grounds; or is recognised only when narrowly defined.
    case unlistedAim = "unlisted-aim", derivativeAim = "derivative-aim"
    case vague, openList = "open-list", discretion, delegation, universal, targeted, secrecy
    case providerActs = "provider-acts"
    /// What limits it: a judge or independent authority, any procedure, conditions elsewhere by reference, a time limit,
    /// anything at all.
    case judge, procedure, referred, timeLimit = "time-limit", safeguarded
    case safeguardRemoved = "safeguard-removed", controllerDecides = "controller-decides"
    /// A live counterweight is named beside it.
    case counterweightNear = "counterweight-near"

    // Of a value.
    case ownVoice = "own-voice", isolated, balanced, network, companionNear = "companion-near"
    case defined

    // Of a counterweight.
    case live, subordinated, clawedBack = "clawed-back", absolute, tempered, opened

    // Of a passage.
    case control, value, counterweight, threat, evidence, absolutist, empowerment, heading, terms
}
