/// The eight core Internet values of the dynamic coalition that bears their name, in its order.
public enum CoreValue: String, Sendable, CaseIterable {
    /// Any endpoint can reach any other.
    case global
    /// Networks and services work together over agreed interfaces.
    case interoperable
    /// Anyone may read the standards, take part, and build without asking.
    case open
    /// Nobody holds a switch for all.
    case decentralised
    /// The network passes on what it carries; functions sit at its edges.
    case endToEnd = "end-to-end"
    /// Users decide what they send and receive.
    case userCentric = "user-centric"
    /// It withstands faults and attacks.
    case robust
    /// It does what it did yesterday.
    case reliable
}
