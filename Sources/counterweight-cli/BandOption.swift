internal import ArgumentParser
internal import TextModel

/// A band on the command line, by its name.
struct BandOption: ExpressibleByArgument {
    let band: Band

    init(_ band: Band) { self.band = band }

    init?(argument: String) {
        guard let band = Band(name: argument) else { return nil }
        self.band = band
    }

    var defaultValueDescription: String { band.name }
    static let allValueStrings = Band.allCases.map(\.name)
}

/// When terminal text is coloured.
enum ColourOption: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
}
