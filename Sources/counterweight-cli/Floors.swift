internal import Counterweight
internal import TextModel

/// Figures that a measurement may not fall below, kept beside the gold.
///
/// A JSON object of figures by the names of the gold files, joined by "+"; a figure that is called a false alarm rate
/// is a ceiling.
struct Floors {
    private let path: String
    private let limits: [(name: String, limit: Double)]

    /// Reads the floors for a set of gold files.
    /// - Throws: ``CommandError`` when the file is broken, names an unknown figure, or has no floors for these files.
    init(path: String, gold: [String]) throws(CommandError) {
        self.path = path
        let text = try TextFile.required(path)
        let table: JSONValue
        do throws(JSONError) {
            table = try JSONParser.value(of: Array(text.utf8))
        } catch {
            throw CommandError("\(path): byte \(error.offset): not valid JSON: \(error.message)")
        }
        let name = Set(gold.map { String($0.split(separator: "/").last ?? "") }).sorted().joined(separator: "+")
        guard case .object(let figures)? = table[name] else {
            throw CommandError("\(path): has no floors for \"\(name)\"; add an object of that name")
        }
        var limits: [(name: String, limit: Double)] = []
        for (name, value) in figures.sorted(by: { $0.key < $1.key }) {
            guard Self.figures[name] != nil else {
                let known = Self.figures.keys.sorted().joined(separator: ", ")
                throw CommandError("\(path): unknown figure \"\(name)\"; known: \(known)")
            }
            guard case .number(let limit) = value else {
                throw CommandError("\(path): the floor of \"\(name)\" must be a number")
            }
            limits.append((name, limit))
        }
        self.limits = limits
    }

    /// One line for each figure on the wrong side of its limit.
    func broken(by evaluation: Evaluation) -> [String] {
        limits.compactMap { name, limit in
            guard let value = Self.figures[name]?(evaluation) else { return "\(path): \(name) cannot be measured here" }
            let isCeiling = name.hasPrefix("false-alarms")
            guard isCeiling ? value > limit : value < limit else { return nil }
            return
                "\(path): \(name) is \(Self.shown(value)), but may not be \(isCeiling ? "above" : "below") \(Self.shown(limit))"
        }
    }

    private static func shown(_ value: Double) -> String { String((value * 1000).rounded() / 1000) }

    /// Every figure that may have a limit.
    private static let figures: [String: @Sendable (Evaluation) -> Double?] = [
        "flag-low-f1": { flag(.low, $0) }, "flag-moderate-f1": { flag(.moderate, $0) },
        "flag-high-f1": { flag(.high, $0) }, "kappa": { $0.kappa.value }, "exact": { $0.exact },
        "within-one": { $0.withinOne }, "stance-relevant": { $0.relevantStance?.share }, "rules-f1": { $0.rules.f1 },
        "controls-f1": { $0.controls.accuracy.f1 }, "controls-stance": { $0.controls.attributeShare },
        "values-f1": { $0.values.accuracy.f1 }, "false-alarms-low": { alarms(.low, $0) },
        "false-alarms-moderate": { alarms(.moderate, $0) },
    ]

    private static func flag(_ band: Band, _ evaluation: Evaluation) -> Double? {
        evaluation.flags.first { $0.band == band }?.accuracy.f1
    }

    private static func alarms(_ band: Band, _ evaluation: Evaluation) -> Double? {
        evaluation.falseAlarmRates.first { $0.band == band }?.rate
    }
}
