/// The weights of the score, from `profiles/default.yaml`.
///
/// Risk of an asserted control: `100 · G · B · (base + wI·I/5 + wV·V + wS·S + wD·D + wL·L) · (1 − M)`.
public struct Scoring: Sendable {
    /// Weight of the bare fact that there is a control.
    public var base: Double
    /// Weight of intrusiveness; all weights sum to 1.
    public var intrusiveness: Double
    /// Weight of the value link.
    public var value: Double
    /// Weight of the scope.
    public var scope: Double
    /// Weight of vagueness and discretion.
    public var discretion: Double
    /// Weight of the aim's standing.
    public var legitimacy: Double
    /// Gate by stance name.
    public var gate: [String: Double]
    /// Bindingness by modality name.
    public var bindingness: [String: Double]
    /// Largest mitigation by linked safeguards.
    public var mitigationCap: Double
    /// Largest mitigation where intrusiveness is 5.
    public var mitigationCapIntrusive: Double
    /// Lowest score of low, moderate, high and severe.
    public var thresholds: [Int]
}
