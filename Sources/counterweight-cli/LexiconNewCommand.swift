internal import ArgumentParser
internal import Ingest
internal import Lexicons

/// `lexicon new`: begins a lexicon of one's own.
struct LexiconNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Begin a lexicon that changes the one that came with the program.")

    @Argument(help: ArgumentHelp("Folder to make; it may not hold anything yet.", valueName: "dir")) var folder: String
    @Flag(help: "Copy the whole lexicon instead, to change it freely.") var copy = false

    func run() throws {
        guard try Self.isFree(folder) else {
            throw CommandError("\(folder): holds something already; name a folder that is empty or does not exist")
        }
        let files = copy ? try Self.bundledFiles() : Self.template(named: Self.name(of: folder))
        for file in files {
            try OutputFile(path: "\(folder)/\(file.path)").writeMakingFolders(Array(file.text.utf8))
        }
        Console.note("\(folder): \(files.count) files; try \"counterweight lexicon test \(folder)\"")
    }

    private static func bundledFiles() throws(CommandError) -> [(path: String, text: String)] {
        do throws(LexiconError) {
            return try LexiconFolder.bundled().source().files
        } catch {
            throw CommandError(error.problems.map(\.description))
        }
    }

    private static func isFree(_ folder: String) throws(CommandError) -> Bool {
        guard FileIdentity(path: folder) != nil else { return true }
        guard let names = InputCatalog.names(in: folder) else { return false }
        return names.allSatisfy { $0 == "." || $0 == ".." }
    }

    /// The last part of the path in kebab case.
    private static func name(of folder: String) -> String {
        let last = folder.split(separator: "/").last.map { String($0) } ?? ""
        let name = last.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
        return name.contains { $0 != "-" } ? String(name) : "my-lexicon"
    }

    private static func template(named name: String) -> [(path: String, text: String)] {
        [
            (
                "pack.yaml",
                """
                name: \(name)
                version: 0.1.0
                licence: CC0-1.0
                # The lexicon that this one changes: bundled, or a path relative to this file.
                extends: bundled

                """
            ),
            (
                "overlay.yaml",
                """
                # What to take out of the extended lexicon, and entries that its concepts gain.
                # Concepts and rules in the other files are added, or take the place of those with the same id.
                remove:
                  concepts: []
                  rules: []
                  entries: {}
                add:
                  entries: {}
                  innocent: {}

                """
            ),
            (
                "en/own.yaml",
                """
                family: value
                concepts:
                  - id: X01
                    name: example-value
                    title: An example to replace
                    legitimacy: unlisted
                    entries:
                      - zzz example value
                    examples:
                      find: ["The zzz example value comes first."]
                      pass: ["An example of a value."]

                """
            ),
        ]
    }
}
