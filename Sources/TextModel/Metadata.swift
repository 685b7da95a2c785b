/// What a document states about itself beside its text.
public struct Metadata: Hashable, Sendable {
    /// Who wrote it, in order.
    public var authors: [String] = []
    /// The body that publishes it.
    public var institution: String?
    /// When it was published, as stated: a date of ISO 8601 where the source follows the standards.
    public var date: String?
    /// The address that it asks to be known under.
    public var address: String?

    /// Nothing stated.
    public init() {}
}
