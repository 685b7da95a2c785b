internal import Counterweight
internal import Glibc
internal import Reporting

/// A measurement as the JSON file that `explain` reads.
struct MeasurementRecord {
    /// Name of the file in the folder of the lexicon.
    static let name = "measured.json"

    let measurement: Measurement

    var bytes: [UInt8] {
        var json = JSONWriter(isIndented: true)
        json.object { json in
            json.string("date", measurement.date)
            json.object("lexicon") { json in
                json.string("version", measurement.lexiconVersion)
                json.string("sha256", measurement.lexiconHash)
            }
            json.strings("gold", measurement.gold)
            json.integer("passages", measurement.passages)
            json.object("rules") { json in
                for (rule, counts) in measurement.byRule.sorted(by: { $0.key < $1.key }) {
                    json.object(rule) { json in
                        json.integer("true_positives", counts.hits)
                        json.integer("false_positives", counts.falseAlarms)
                        json.integer("false_negatives", counts.misses)
                    }
                }
            }
        }
        json.endLine()
        return json.bytes
    }

    /// Today in Universal Time: "2026-11-28".
    static var today: String {
        var now = time(nil)
        var parts = unsafe tm()
        _ = unsafe gmtime_r(&now, &parts)
        let digits = { (number: Int32) in number < 10 ? "0\(number)" : "\(number)" }
        let (year, month, day) = unsafe (1900 + Int(parts.tm_year), parts.tm_mon + 1, parts.tm_mday)
        return "\(year)-\(digits(month))-\(digits(day))"
    }
}
