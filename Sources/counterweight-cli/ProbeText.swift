internal import Counterweight
internal import Reporting

/// The figures of polarity probes as lines of text.
struct ProbeText {
    let text: String

    /// Counts by group, then the first wrong probes.
    init(_ figures: ProbeFigures, errors: Int) {
        var lines = figures.groups.map { "\($0.name): \($0.right)/\($0.total)" }
        lines.append("polarity probes right: \(figures.right)/\(figures.total)")
        for probe in figures.wrong.prefix(errors) {
            lines.append(
                "-- \(probe.group): \"\(probe.target)\" is \(probe.isAffirmed ? "affirmed" : "negated") in: \(probe.sentence)"
            )
        }
        if errors > 0, figures.wrong.count > errors {
            lines.append("\(figures.wrong.count - errors) more not listed")
        }
        text = lines.joined(separator: "\n") + "\n"
    }
}

/// The figures of polarity probes as one JSON object.
struct ProbeRecord {
    let bytes: [UInt8]

    init(_ figures: ProbeFigures) {
        var json = JSONWriter(isIndented: true)
        json.object { json in
            json.integer("right", figures.right)
            json.integer("total", figures.total)
            json.array("groups") { json in
                for group in figures.groups {
                    json.object { json in
                        json.string("group", group.name)
                        json.integer("right", group.right)
                        json.integer("total", group.total)
                    }
                }
            }
        }
        json.endLine()
        bytes = json.bytes
    }
}
