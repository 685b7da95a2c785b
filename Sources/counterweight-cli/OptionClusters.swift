/// Options of one letter that are written together: `-qv`.
enum OptionClusters {
    /// The letters that are options of some command.
    private static let known: Set<Character> = ["h", "q", "v", "o"]

    /// Refuses a cluster with a letter that is no option: a file named `-dash.txt`, which a pattern of the shell may
    /// bring, would be taken for `-h` and others.
    /// - Throws: ``CommandError`` for the first one.
    static func check(_ arguments: [String]) throws(CommandError) {
        for argument in arguments.prefix(while: { $0 != "--" }) {
            guard argument.count > 1, argument.hasPrefix("-"), !argument.hasPrefix("--") else { continue }
            let letters = argument.dropFirst().prefix { $0 != "=" }
            guard letters.first?.isLetter == true, letters.first != "o", !letters.allSatisfy(known.contains) else {
                continue
            }
            throw CommandError("\(argument) is no option; write ./\(argument) for a file, or put -- before it")
        }
    }
}
