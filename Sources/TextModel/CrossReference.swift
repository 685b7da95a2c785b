/// A place where a document points to a provision: "section 9(2)(b)", "the preceding paragraph".
public struct CrossReference: Hashable, Sendable {
    /// The block that refers.
    public let block: Int
    /// The words that refer, in the text of the document.
    public let span: TextSpan
    /// The blocks that it refers to, in order; none when it leads out of the document.
    public let targets: [Int]

    /// Makes a reference.
    public init(block: Int, span: TextSpan, targets: [Int]) {
        self.block = block
        self.span = span
        self.targets = targets
    }
}
