internal import Reporting
internal import TextModel

/// Decided passages as gold: one judged passage a line, for `evaluate`.
///
/// A passage is written when every finding that was decided in it is settled. Its rules are those that stand, its band
/// the worst that reviewers let stand, or none.
struct GoldLines {
    private let state: ReviewState
    private let passages: [DecisionEvent.Subject: String]
    private let count: Int

    init(_ file: DecisionFile, passages: [DecisionEvent.Subject: String]) {
        state = ReviewState(file.events)
        count = file.events.count
        self.passages = passages
    }

    private struct Place: Hashable {
        let path: String
        let text: String
    }

    var written: DecisionFormat.Written {
        var byPlace: [Place: [ReviewState.Entry]] = [:]
        var order: [Place] = []
        var unknown = 0
        for entry in state.entries where !entry.opinions.isEmpty {
            let names = [entry.subject] + entry.latest.sorted { $0.key < $1.key }.map(\.value.subject)
            guard let text = names.lazy.compactMap({ passages[$0] }).first else {
                unknown += 1
                continue
            }
            let place = Place(path: entry.subject.path, text: text)
            if byPlace[place] == nil { order.append(place) }
            byPlace[place, default: []].append(entry)
        }
        var bytes: [UInt8] = []
        var disputed = 0
        for place in order {
            let entries = byPlace[place] ?? []
            guard entries.allSatisfy({ $0.settled != nil }) else {
                disputed += 1
                continue
            }
            bytes += line(place, entries)
        }
        let decided = state.entries.reduce(0) { $0 + $1.latest.count }
        var losses: [String] = []
        if unknown > 0 { losses.append("\(unknown) decided findings are not in the report") }
        if disputed > 0 { losses.append("\(disputed) passages are disputed and have no judgement") }
        if !state.additions.isEmpty {
            losses.append("\(state.additions.count) added passages have no finding in the report")
        }
        if count > decided + state.additions.count {
            losses.append(
                "\(count - decided - state.additions.count) comments and decisions that were replaced or taken back")
        }
        return DecisionFormat.Written(files: [("", bytes)], losses: losses)
    }

    private func line(_ place: Place, _ entries: [ReviewState.Entry]) -> [UInt8] {
        let standing = entries.filter { $0.settled == true }
        let bands = standing.flatMap { entry in
            entry.opinions.values.compactMap { opinion -> Band? in
                if case .accepted(let band) = opinion { return band }
                return nil
            }
        }
        let reasons = Set(entries.flatMap { $0.latest.values.map(\.reason) })
        let isReported = standing.isEmpty && reasons == ["not-own-voice"]
        var json = JSONWriter(isIndented: false)
        json.object { json in
            json.string("id", "\(place.path)#\(entries.first?.subject.fingerprint ?? "")")
            json.string("title", place.path)
            json.string("text", place.text)
            json.string("stance", (standing.isEmpty ? isReported ? Stance.reported : .other : .asserted).rawValue)
            json.string("band", (standing.isEmpty ? Band.none : bands.max() ?? .moderate).name)
            json.strings("rules", Set(standing.map(\.subject.rule)).sorted())
            json.strings("reviewers", Set(entries.flatMap { $0.latest.keys }).sorted())
        }
        json.endLine()
        return json.bytes
    }
}
