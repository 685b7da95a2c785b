/// The safeguards that stages treat in a way of their own.
enum SafeguardID {
    static let judge = "S05"
    static let timeLimit = "S10"
    static let reference = "S19"
}
