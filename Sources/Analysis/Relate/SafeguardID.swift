/// The safeguards that stages treat in a way of their own.
enum SafeguardID {
    static let judge = "S05"
    static let timeLimit = "S10"
    static let reference = "S19"
}

/// A procedural safeguard that any control may lack.
struct Procedure: Sendable {
    /// Id of its concept.
    let id: String
    /// Plain words for it.
    let title: String
}
