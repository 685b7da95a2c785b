internal import TextModel

/// Decisions in the standoff of brat: a text with the quoted passages, one a line, and annotations that count in it.
///
/// Decision, reason, band and words are what brat shows and lets people edit; the rest of an event goes along in a note
/// of its own kind. An undo stands with the passage whose decision it takes back.
struct BratStandoff {
    private static let note = "Counterweight"
    private static let words = "AnnotatorNotes"
    private static let attributes = [("Decision", "kind"), ("Reason", "reason"), ("Band", "band")]

    private let file: DecisionFile

    init(_ file: DecisionFile) { self.file = file }

    var written: DecisionFormat.Written {
        var text: [UInt8] = []
        var lines = ""
        var offset = 0
        var places: [String: Int] = [:]
        var attributes = 0
        var notes = 0
        var homeless: [String: Int] = [:]
        func note(_ kind: String, _ place: Int, _ text: String) {
            notes += 1
            lines += "#\(notes)\t\(kind) T\(place)\t\(text)\n"
        }
        for event in file.events {
            let line = String(decoding: event.value.line, as: UTF8.self)
            if let place = event.undoes.flatMap({ places[$0] }) {
                note(Self.note, place, line)
                continue
            }
            guard let selector = event.selector, event.kind != .undo else {
                homeless[event.kind.rawValue, default: 0] += 1
                continue
            }
            let place = places.count + 1
            places[event.id] = place
            let (before, exact, after) = (
                Self.flat(selector.prefix), Self.flat(selector.exact), Self.flat(selector.suffix)
            )
            let start = offset + before.unicodeScalars.count
            let end = start + exact.unicodeScalars.count
            lines += "T\(place)\t\(Self.name(event.rule)) \(start) \(end)\t\(exact)\n"
            for (name, key) in Self.attributes {
                guard let value = event.value[key]?.text, !value.isEmpty else { continue }
                attributes += 1
                lines += "A\(attributes)\t\(name) T\(place) \(Self.name(value))\n"
            }
            if !event.text.isEmpty { note(Self.words, place, Self.flat(event.text)) }
            note(Self.note, place, line)
            text += Array((before + exact + after + "\n").utf8)
            offset = end + after.unicodeScalars.count + 1
        }
        let losses = homeless.sorted { $0.key < $1.key }.map {
            "\($0.value) \($0.key) events have no words to stand at"
        }
        return DecisionFormat.Written(files: [(".txt", text), (".ann", Array(lines.utf8))], losses: losses)
    }

    static func read(_ bytes: [UInt8]) throws(DecisionFile.Malformed) -> DecisionFile {
        var events: [(place: Substring, value: JSONValue)] = []
        var marks: Set<Substring> = []
        var edits: [Substring: [Substring: Substring]] = [:]
        for (number, line) in String(decoding: bytes, as: UTF8.self).split(separator: "\n").enumerated() {
            let fields = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
            guard fields.count > 1 else {
                throw DecisionFile.Malformed(description: "line \(number + 1): is no annotation of brat")
            }
            let parts = fields[1].split(separator: " ")
            if fields[0].hasPrefix("T") { marks.insert(fields[0]) }
            guard parts.count > 1 else { continue }
            if fields[0].hasPrefix("A") || fields[0].hasPrefix("M") {
                edits[parts[1], default: [:]][parts[0]] = parts.count > 2 ? parts[2] : ""
            } else if fields[0].hasPrefix("#"), fields.count > 2 {
                if parts[0] == Self.words { edits[parts[1], default: [:]][parts[0]] = fields[2] }
                guard parts[0] == Self.note else { continue }
                guard let value = try? JSONParser.value(of: Array(fields[2].utf8)) else {
                    throw DecisionFile.Malformed(description: "line \(number + 1): the note holds no event")
                }
                events.append((parts[1], value))
            }
        }
        let known = Set(events.map(\.place))
        if let mark = marks.filter({ !known.contains($0) }).sorted().first {
            throw DecisionFile.Malformed(
                description: "\(mark) was made in brat, which says neither who nor when; add the passage in the report")
        }
        var read: [DecisionEvent] = []
        for (place, value) in events where marks.contains(place) {
            do throws(DecisionEvent.Malformed) {
                read.append(try DecisionEvent(checking: edited(value, by: edits[place] ?? [:])))
            } catch {
                throw DecisionFile.Malformed(description: "\(place): \(error.description)")
            }
        }
        return try DecisionFile(events: read)
    }

    /// The event with what was changed in brat since.
    private static func edited(_ value: JSONValue, by edits: [Substring: Substring]) -> JSONValue {
        guard case .object(var members) = value, value["kind"]?.text != DecisionEvent.Kind.undo.rawValue else {
            return value
        }
        for (name, key) in attributes {
            guard let edit = edits[name[...]], shown(value[key]?.text) != edit else { continue }
            members[key] = .string(String(edit))
        }
        if let words = edits[Self.words[...]], flat(value["text"]?.text ?? "") != words {
            members["text"] = .string(String(words))
        }
        return .object(members)
    }

    private static func shown(_ text: String?) -> String { text.map(name) ?? "" }

    /// Names in brat are of letters, digits, hyphens and underscores.
    private static func name(_ text: String) -> String {
        let name = String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    let isSafe =
                        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
                    return isSafe || scalar == "-" ? scalar : "_"
                }))
        return name.isEmpty ? "Passage" : name
    }

    /// A line of brat ends at a line break and its fields at a tab.
    private static func flat(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.properties.isWhitespace || $0.value < 0x20 ? " " : $0 }))
    }
}
