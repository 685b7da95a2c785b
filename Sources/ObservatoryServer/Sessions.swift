/// Who is signed in, and how much everybody has asked for.
///
/// It lives in memory: when the server ends, everybody is signed out.
actor Sessions {
    /// Somebody who is signed in.
    struct Session: Sendable, Hashable {
        /// Name in the cookie.
        let id: String
        /// Who.
        let person: String
        /// What every form of this session carries.
        let formToken: String
    }

    /// What is left of an allowance.
    private struct Bucket {
        var left: Double
        var time: ContinuousClock.Instant
    }

    private static let limit = 1_000
    private var sessions: [String: Session] = [:]
    private var order: [String] = []
    private var buckets: [String: Bucket] = [:]

    /// Lets somebody in. Past a thousand sessions the oldest ends.
    func begin(_ person: String) -> Session {
        let session = Session(id: ServerSettings.newToken(), person: person, formToken: ServerSettings.newToken())
        sessions[session.id] = session
        order.append(session.id)
        if order.count > Self.limit { sessions[order.removeFirst()] = nil }
        return session
    }

    /// The session of a cookie.
    func session(_ id: String) -> Session? { sessions[id] }

    /// Ends a session.
    func end(_ id: String) {
        sessions[id] = nil
        order.removeAll { $0 == id }
    }

    /// Takes one from an allowance that fills again by `rate` a second up to `burst`; `false` when it is used up.
    func allow(_ name: String, rate: Double, burst: Double, now: ContinuousClock.Instant = .now) -> Bool {
        if buckets.count > 10_000 { buckets.removeAll() }
        var bucket = buckets[name] ?? Bucket(left: burst, time: now)
        let seconds = (now - bucket.time) / .seconds(1)
        bucket.left = min(burst, bucket.left + seconds * rate)
        bucket.time = now
        let isAllowed = bucket.left >= 1
        if isAllowed { bucket.left -= 1 }
        buckets[name] = bucket
        return isAllowed
    }
}
