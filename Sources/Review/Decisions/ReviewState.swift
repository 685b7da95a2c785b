internal import Reporting
package import TextModel

/// What holds after all events: who thinks what of which finding.
package struct ReviewState: Sendable {
    /// What a reviewer made of a finding.
    package enum Opinion: Sendable, Hashable, Comparable {
        /// It is no finding.
        case dismissed
        /// It is one, of this band; `nil` where the event does not say which band it had.
        case accepted(Band?)

        /// Whether the finding stands.
        package var isAccepted: Bool { self != .dismissed && self != .accepted(Band.none) }

        /// One word, with the band where there is one.
        package var name: String {
            switch self {
            case .dismissed: "dismissed"
            case .accepted(let band): isAccepted ? "accepted" + (band.map { " as \($0.name)" } ?? "") : "dismissed"
            }
        }

        package static func < (a: Opinion, b: Opinion) -> Bool { a.name < b.name }
    }

    /// A finding with what was said of it.
    package struct Entry: Sendable {
        /// The finding.
        package let subject: DecisionEvent.Subject
        /// The last event of each reviewer that decides.
        package internal(set) var latest: [String: DecisionEvent] = [:]
        /// What was said, in order.
        package internal(set) var comments: [DecisionEvent] = []

        /// Opinions by reviewer.
        package var opinions: [String: Opinion] { latest.compactMapValues(ReviewState.opinion) }

        /// Whether reviewers differ on whether it stands, or one chose a band that is not another's. Who accepts means
        /// the program's own band, so two who accept agree, whichever band a version of the program gave it.
        package var isDisputed: Bool {
            if Set(opinions.values.map(\.isAccepted)).count > 1 { return true }
            let chosen = latest.values.filter { $0.kind == .band }.compactMap(\.band)
            let accepted = latest.values.filter { $0.kind == .accept }.compactMap(\.judged)
            return !chosen.isEmpty && Set(chosen + accepted).count > 1
        }

        /// The band that reviewers gave it in place of the program's, when it stands undisputed.
        package var chosenBand: Band? {
            settled == true ? latest.values.lazy.filter { $0.kind == .band }.compactMap(\.band).first : nil
        }

        /// Whether it stands, when at least one reviewer decided and nothing is disputed.
        package var settled: Bool? { isDisputed ? nil : opinions.values.first?.isAccepted }

        /// Whether the rule was right; `nil` where reviewers differ. Who dismisses a finding because its wording is wanted
        /// says that it was.
        package var isRight: Bool? {
            let said = Set(latest.map { opinions[$0]?.isAccepted == true || $1.reason == ReviewWording.agreed })
            return isDisputed || said.count != 1 ? nil : said.first
        }

        /// The words that the finding is about, as the first event quotes them.
        package var words: String {
            let all = latest.values.sorted(by: DecisionEvent.isEarlier) + comments
            return all.lazy.compactMap(\.selector?.exact).first ?? ""
        }
    }

    /// Findings in order of path, rule and name.
    package let entries: [Entry]
    /// Passages that were added, and not taken back.
    package let additions: [DecisionEvent]
    /// Events that hold: not taken back, and no undo themselves.
    package let standing: [DecisionEvent]
    /// Everybody who decided something.
    package let reviewers: [String]

    /// Reads events in order of time. An undo takes back what its own author did, and nothing of anybody else.
    package init(_ events: [DecisionEvent]) {
        let undone = DecisionEvent.takenBack(in: events)
        standing = events.filter { $0.kind != .undo && !undone.contains($0.id) }
        let paths = Self.paths(events)
        var entries: [DecisionEvent.Subject: Entry] = [:]
        var reviewers: Set<String> = []
        for event in standing where event.kind != .add {
            let subject = event.subject.moved(to: paths[event.hash] ?? event.path)
            var entry = entries[subject] ?? Entry(subject: subject)
            if event.kind == .comment {
                entry.comments.append(event)
            } else {
                entry.latest[event.reviewer] = event
                reviewers.insert(event.reviewer)
            }
            entries[subject] = entry
        }
        additions = standing.filter { $0.kind == .add }
        self.entries = entries.values.sorted { $0.subject < $1.subject }
        self.reviewers = reviewers.sorted()
    }

    /// One path for each document that reviewers have under different ones, by the hash of its bytes: the first.
    /// Where a reviewer decided in several documents of the same bytes, they stay apart.
    private static func paths(_ events: [DecisionEvent]) -> [String: String] {
        let named = events.filter { !$0.hash.isEmpty && !$0.path.isEmpty }
        return Dictionary(grouping: named, by: \.hash).compactMapValues { events in
            let byReviewer = Dictionary(grouping: events, by: \.reviewer).values
            return byReviewer.allSatisfy { Set($0.map(\.path)).count == 1 } ? events.first?.path : nil
        }
    }

    private static func opinion(_ event: DecisionEvent) -> Opinion? {
        switch event.kind {
        case .accept: .accepted(event.judged)
        case .dismiss: .dismissed
        case .band: .accepted(event.band)
        case .comment, .add, .undo: nil
        }
    }
}
