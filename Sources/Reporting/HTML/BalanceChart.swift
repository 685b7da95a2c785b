import TextModel

/// The balance as a picture: values by isolation on the left, live counterweights by kind on the
/// right, and below them the controls with and without safeguards.
///
/// Three drawings of one scale stand side by side, or under one another where the screen is narrow.
struct BalanceChart {
    /// One bar.
    private struct Bar {
        let label: String
        let count: Int
        /// Whether it stands alone: no counterweight in the passage, no safeguard on the control.
        let isAlone: Bool
    }

    private let values: [Bar]
    private let counterweights: [Bar]
    private let controls: [Bar]
    private let name: String

    private static let width = 360
    private static let rowHeight = 37
    private static let kindsShown = 6

    /// Adds up the profiles and mentions of documents; `name` makes the names in the page unique.
    init(profiles: [Profile], mentions: [[Mention]], name: String) {
        self.name = name
        values = (0...5).map { grade in
            let count = profiles.reduce(0) { $0 + $1.isolation[grade] }
            return Bar(label: Wording.grade(grade), count: count, isAlone: grade >= 3)
        }
        var kinds: [String: Int] = [:]
        for mention in mentions.joined() where mention.isLive && mention.family == .counterweight {
            kinds[mention.name, default: 0] += 1
        }
        let sorted = kinds.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
        let shown = sorted.count <= Self.kindsShown ? sorted.count : Self.kindsShown - 1
        var bars = sorted.prefix(shown).map { Bar(label: $0.key, count: $0.value, isAlone: false) }
        let rest = sorted.dropFirst(shown)
        if !rest.isEmpty {
            let count = rest.reduce(0) { $0 + $1.value }
            bars.append(Bar(label: Wording.otherKinds(rest.count), count: count, isAlone: false))
        }
        counterweights = bars
        let limited = profiles.reduce(0) { $0 + $1.safeguardedControls }
        let all = profiles.reduce(0) { $0 + $1.controls }
        controls = [
            Bar(label: Wording.without, count: all - limited, isAlone: true),
            Bar(label: Wording.with, count: limited, isAlone: false),
        ]
    }

    func write(to html: inout HTMLWriter) {
        html.element("figure", ["class": "balance"]) { html in
            html.element("div", ["class": "pans"]) { html in
                writePan(
                    "values", Wording.valuesTitle, Wording.valuesNote, values, style: "v", growsLeft: true,
                    to: &html)
                writePan(
                    "counterweights", Wording.counterweightsTitle, Wording.counterweightsNote, counterweights,
                    style: "w", growsLeft: false, to: &html)
                writePan(
                    "controls", Wording.controlsTitle, Wording.controlsNote, controls, style: "c",
                    growsLeft: false, to: &html)
            }
            html.element("figcaption", text: Wording.balanceCaption)
        }
        html.lineBreak()
    }

    private var scale: Double {
        let most = (values + counterweights + controls).map(\.count).max() ?? 0
        return Double(Self.width - 48) / Double(max(1, most))
    }

    private func writePan(
        _ kind: String, _ title: String, _ note: String, _ bars: [Bar], style: String, growsLeft: Bool,
        to html: inout HTMLWriter
    ) {
        let total = bars.reduce(0) { $0 + $1.count }
        let id = "\(name)-\(kind)"
        let height = 48 + Self.rowHeight * max(1, bars.count)
        let description =
            total == 0 ? Wording.none : bars.map { "\($0.label): \($0.count)" }.joined(separator: "; ")
        html.element(
            "svg",
            [
                "class": "pan \(kind)", "viewBox": "0 0 \(Self.width) \(height)", "role": "img",
                "aria-labelledby": "\(id)-t \(id)-d",
            ]
        ) { html in
            html.element("title", ["id": "\(id)-t"], text: "\(title), \(note): \(total)")
            html.element("desc", ["id": "\(id)-d"], text: description)
            let edge = growsLeft ? Self.width : 0
            let anchor = growsLeft ? "end" : "start"
            html.element(
                "text", ["x": "\(edge)", "y": "15", "class": "head", "text-anchor": anchor],
                text: "\(title): \(Wording.grouped(total))")
            html.element(
                "text", ["x": "\(edge)", "y": "33", "class": "note", "text-anchor": anchor], text: note)
            if bars.isEmpty {
                html.element("text", ["x": "\(edge)", "y": "62", "text-anchor": anchor], text: Wording.none)
            }
            for (row, bar) in bars.enumerated() {
                write(bar, top: 48 + Self.rowHeight * row, style: style, growsLeft: growsLeft, to: &html)
            }
        }
    }

    private func write(_ bar: Bar, top: Int, style: String, growsLeft: Bool, to html: inout HTMLWriter) {
        let length = Int((Double(bar.count) * scale).rounded())
        let edge = growsLeft ? Self.width : 0
        let anchor = growsLeft ? "end" : "start"
        html.element("text", ["x": "\(edge)", "y": "\(top + 11)", "text-anchor": anchor], text: bar.label)
        if length > 0 {
            let x = growsLeft ? Self.width - length : 0
            html.element(
                "rect",
                [
                    "x": "\(x)", "y": "\(top + 18)", "width": "\(length)", "height": "11",
                    "class": "bar-\(style)\(bar.isAlone ? "" : " even")",
                ]
            ) { _ in }
            if !bar.isAlone { writeHatching(x: x, top: top + 18, length: length, style: style, to: &html) }
        }
        let x = growsLeft ? Self.width - length - 6 : length + 6
        html.element(
            "text", ["x": "\(x)", "y": "\(top + 28)", "class": "n", "text-anchor": anchor],
            text: Wording.grouped(bar.count))
    }

    /// Slanting lines across a bar; a pattern would need a reference that some readers do not resolve.
    private func writeHatching(x: Int, top: Int, length: Int, style: String, to html: inout HTMLWriter) {
        var path = ""
        for start in stride(from: 0, to: length, by: 6) {
            let rise = min(11, length - start)
            path += "M\(x + start) \(top + 11)l\(rise) -\(rise)"
        }
        html.element("path", ["d": path, "class": "hatch-\(style)"]) { _ in }
    }
}
