internal import ArgumentParser
internal import Desk

/// `--diff` and `--changed-lines`: only what changed.
struct ChangeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Show only findings in passages that changed since a commit or branch, as git sees it.",
            valueName: "base"))
    var diff: String?

    @Option(
        help: ArgumentHelp(
            "Show only findings in passages with these lines; may be repeated.", valueName: "file:3-10,42"))
    var changedLines: [String] = []

    /// Lines by normalised path; `nil` when everything counts.
    /// - Throws: ``CommandError`` for lines that cannot be read, or when git fails.
    func lines() throws(CommandError) -> [String: ChangedLines]? {
        guard diff != nil || !changedLines.isEmpty else { return nil }
        var ranges: [String: [ClosedRange<Int>]] = [:]
        for text in changedLines {
            guard let colon = text.lastIndex(of: ":"), colon != text.startIndex else { throw Self.unreadable(text) }
            var found: [ClosedRange<Int>] = []
            for part in text[text.index(after: colon)...].split(separator: ",", omittingEmptySubsequences: false) {
                guard let range = ChangedLines.range(part) else { throw Self.unreadable(text) }
                found.append(range)
            }
            ranges[FilePath.normalised(String(text[..<colon])), default: []] += found
        }
        if let diff { ranges.merge(try Self.changes(since: diff)) { $0 + $1 } }
        return ranges.mapValues(ChangedLines.init)
    }

    private static func unreadable(_ text: String) -> CommandError {
        CommandError("--changed-lines: \"\(text)\" names no lines; write FILE:3-10 or FILE:3-10,42")
    }

    private static func changes(since base: String) throws(CommandError) -> [String: [ClosedRange<Int>]] {
        let arguments = ["git", "diff", "--unified=0", "--no-color", "--no-ext-diff", "--relative", base, "--"]
        let result = try ChildProcess.run(arguments)
        guard result.code == 0 else {
            throw CommandError(
                "--diff: git cannot compare with \"\(base)\"; name a commit or branch of this repository")
        }
        return UnifiedDiff(result.output).lines
    }
}
