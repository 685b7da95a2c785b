/// What values the settings may have; names of bands, formats and the like come from whoever knows them.
package struct SettingShapes: Sendable {
    private let bands: [String]
    private let inputFormats: [String]

    /// Takes the names that this program knows.
    package init(bands: [String], inputFormats: [String]) {
        self.bands = bands
        self.inputFormats = inputFormats
    }

    /// What a setting's value looks like.
    package func shape(of setting: Setting) -> Setting.Shape {
        switch setting {
        case .select, .ignore, .exclude, .format: .texts
        case .failOn, .minBand: .choice(bands)
        case .inputFormat: .choice(inputFormats)
        case .color: .choice(["auto", "always", "never"])
        case .language, .encoding: .text
        case .output, .lexicons, .baseline, .suppressions: .path
        case .decisions: .paths
        case .maxBytes: .number
        case .activeOnly, .exitZero, .quiet, .verbose: .flag
        }
    }
}
