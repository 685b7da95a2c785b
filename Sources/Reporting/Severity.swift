import TextModel

/// Bands in the three steps that editors and CI systems know.
enum Severity: Int, CaseIterable {
    case error, warning, note

    /// What a band is to them: high and severe stop a build, moderate warns, the rest informs.
    init(_ band: Band) {
        switch band {
        case .high, .severe: self = .error
        case .moderate: self = .warning
        case .none, .info, .low: self = .note
        }
    }
}
