/// What was decided for a run or a file, with where it was decided.
package struct Settings: Sendable {
    /// Where a setting was decided.
    package struct Origin: Sendable, Hashable, CustomStringConvertible {
        /// The configuration file.
        package let path: String
        /// Line of the value.
        package let line: Int
        /// Glob of the override that it stands in, if it does.
        package let glob: String?

        /// `path:line`, with the glob of an override.
        package var description: String { "\(path):\(line)" + (glob.map { " (override \($0))" } ?? "") }
    }

    /// Value and origin of each setting that somebody decided.
    package private(set) var decided: [Setting: (value: SettingValue, origin: Origin)] = [:]

    /// Nothing decided.
    package init() {}

    /// Decides a setting, in place of whoever decided it before.
    package mutating func decide(_ setting: Setting, _ value: SettingValue, by origin: Origin) {
        decided[setting] = (value, origin)
    }

    /// A text, when one was decided.
    package func text(_ setting: Setting) -> String? {
        guard case .text(let text)? = decided[setting]?.value else { return nil }
        return text
    }

    /// Texts, when some were decided.
    package func texts(_ setting: Setting) -> [String]? {
        guard case .texts(let texts)? = decided[setting]?.value else { return nil }
        return texts
    }

    /// A number, when one was decided.
    package func number(_ setting: Setting) -> Int? {
        guard case .number(let number)? = decided[setting]?.value else { return nil }
        return number
    }

    /// Whether a flag was decided to be on.
    package func flag(_ setting: Setting) -> Bool { decided[setting]?.value == .flag(true) }
}
