/// What is wrong with a lexicon, where, and what is allowed.
public struct LexiconError: Error, Sendable, CustomStringConvertible {
    /// One problem.
    public struct Problem: Sendable, Hashable, CustomStringConvertible {
        /// Path of the file, relative to the lexicon's root.
        public let file: String
        /// Line, from 1; 0 when the problem is the file as a whole.
        public let line: Int
        /// Column, from 1.
        public let column: Int
        /// What is wrong and what is allowed.
        public let message: String

        /// Makes a problem; line 0 stands for the file as a whole.
        package init(file: String, line: Int, column: Int, message: String) {
            self.file = file
            self.line = line
            self.column = column
            self.message = message
        }

        /// `file:line:column: message`.
        public var description: String {
            line > 0 ? "\(file):\(line):\(column): \(message)" : "\(file): \(message)"
        }
    }

    /// All problems, in file order.
    public let problems: [Problem]

    /// Collects problems.
    package init(problems: [Problem]) { self.problems = problems }

    /// One line a problem.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
