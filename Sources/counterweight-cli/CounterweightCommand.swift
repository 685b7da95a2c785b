internal import ArgumentParser

/// The command line.
@main
struct CounterweightCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "counterweight",
        abstract: "Reads policy text and shows where a protective value stands alone, and where its wording could justify restrictive controls.",
        subcommands: [LexiconCommand.self]
    )
}
