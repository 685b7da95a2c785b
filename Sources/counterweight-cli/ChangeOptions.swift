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

    /// What changed; `nil` when everything counts.
    /// - Throws: ``CommandError`` for lines that cannot be read, or when git fails.
    func changes() throws(CommandError) -> Changes? {
        guard diff != nil || !changedLines.isEmpty else { return nil }
        var changes = Changes()
        for text in changedLines {
            guard let colon = text.lastIndex(of: ":"), colon != text.startIndex else { throw Self.unreadable(text) }
            var found: [ClosedRange<Int>] = []
            for part in text[text.index(after: colon)...].split(separator: ",", omittingEmptySubsequences: false) {
                guard let range = ChangedLines.range(part) else { throw Self.unreadable(text) }
                found.append(range)
            }
            changes.add(found, named: String(text[..<colon]))
        }
        if let diff { changes.add(try Self.changes(since: diff)) }
        return changes
    }

    private static func unreadable(_ text: String) -> CommandError {
        CommandError("--changed-lines: \"\(text)\" names no lines; write FILE:3-10 or FILE:3-10,42")
    }

    /// Lines by real path. Whatever the settings of the user and the attributes of files say, the output is that of a plain
    /// diff, and the base is never taken for an option.
    private static func changes(since base: String) throws(CommandError) -> [String: [ClosedRange<Int>]] {
        let top = try ChildProcess.run(["git", "rev-parse", "--show-toplevel"])
        let root = String(decoding: top.output.split(separator: 0x0A).first ?? [], as: UTF8.self)
        guard top.code == 0, root.hasPrefix("/") else {
            throw CommandError("--diff: git has no repository here; run it in the folder of one")
        }
        let options = [
            "--unified=0", "--inter-hunk-context=0", "--no-color", "--no-ext-diff", "--no-textconv", "--no-relative",
            "--text", "--src-prefix=a/", "--dst-prefix=b/",
        ]
        let result = try ChildProcess.run(["git", "diff"] + options + ["--end-of-options", base, "--"])
        guard result.code == 0 else {
            throw CommandError(
                "--diff: git cannot compare with \"\(base)\"; name a commit or branch of this repository")
        }
        var lines: [String: [ClosedRange<Int>]] = [:]
        for (path, ranges) in UnifiedDiff(result.output).lines { lines[RealPath.of("\(root)/\(path)")] = ranges }
        return lines
    }
}
