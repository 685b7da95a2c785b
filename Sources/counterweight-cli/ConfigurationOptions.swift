internal import ArgumentParser
internal import Desk
internal import Ingest
internal import Lexicons
internal import TextModel

/// `--config` and `--isolated`.
struct ConfigurationOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Configuration to use, instead of the nearest \(ConfigurationFile.name) above each file.",
            valueName: "file"))
    var config: String?

    @Flag(help: "Look for no configuration.") var isolated = false

    /// What the values of a configuration may be.
    static let shapes = SettingShapes(
        bands: Band.allCases.map(\.name), inputFormats: InputFormat.allCases.map(\.rawValue))

    /// The configuration files of this run; none has been read yet.
    var configuration: Configuration {
        Configuration(
            shapes: Self.shapes, workingFolder: TextFile.workingFolder, fixedPath: config, isIsolated: isolated,
            read: TextFile.optional)
    }
}

extension Configuration {
    /// What the files decide for a document, or for the run.
    /// - Throws: ``CommandError`` with one line for each problem.
    mutating func decided(for path: String? = nil) throws(CommandError) -> Settings {
        do throws(LexiconError) {
            guard let path else { return try settings() }
            return try settings(for: path)
        } catch {
            throw CommandError(error.problems.map(\.description))
        }
    }
}
