import Foundation

/// A store of made laws: Arvonia's have controls and share a clause; Belmark's have one from 2003 on, which the small
/// lexicon of the tests does not know.
struct ObservatoryCorpus {
    let folder: TemporaryFolder

    /// Writes the laws and scans them into "a.db".
    init(years: ClosedRange<Int> = 2000...2005) throws {
        folder = try TemporaryFolder()
        for year in years {
            try folder.write("laws/Arvonia/\(year)-act.txt", Self.arvonia(year))
            try folder.write("laws/Belmark/\(year)-act.txt", Self.belmark(year))
        }
        try folder.write("laws/Corvena/2001-note.txt", "Few words are said here.\n")
        try folder.write("laws/Corvena/2002-empty.txt", "")
        _ = try scan()
    }

    /// Scans the laws into the store.
    @discardableResult
    func scan(_ lexicon: [String] = Fixture.lexicon) throws -> CommandLineRun {
        try run(["scan", "laws", "--store", "a.db", "--path-pattern", "{country}/{year}-{title}.txt"] + lexicon)
    }

    /// Runs the program beside the store.
    func run(_ arguments: [String]) throws -> CommandLineRun { try CommandLineRun(arguments, in: folder.url) }

    /// Rows of a result as CSV, each by the names of its columns.
    func table(_ arguments: [String]) throws -> [[String: String]] {
        let lines = try run(arguments + ["--format", "csv"]).output.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        guard let head = lines.first else { return [] }
        return lines.dropFirst().map { Dictionary(zip(head, $0)) { first, _ in first } }
    }

    private static let clause =
        "The minister shall block the site that stands against the calm of the realm, the peace of its towns and the order of its roads."

    /// Two controls of its own, growing in number from 2003 on, and a clause that all of them have.
    private static func arvonia(_ year: Int) -> String {
        let powers = (0..<(year < 2003 ? 1 : 4)).map { index in
            "Office \(year * 7 + index) shall block site \(year * 13 + index) of town \(year * 17 + index) for safety of road \(year * 19 + index)."
        }
        return ([filler(year, 15)] + powers + [clause]).joined(separator: "\n\n") + "\n"
    }

    private static func belmark(_ year: Int) -> String {
        filler(year, 20)
            + (year < 2003
                ? ""
                : "\n\nEvery provider shall retain the traffic data of all users for two years for national security.")
    }

    /// Sentences without anything to judge, no two alike.
    private static func filler(_ year: Int, _ count: Int) -> String {
        (0..<count).map { index in
            let number = year * 1000 + index * 7
            return
                "Keeper \(number) opens gate \(number + 1) of garden \(number + 2) with key \(number + 3). Visitor \(number + 4) may walk to tree \(number + 5) by path \(number + 6)."
        }.joined(separator: "\n\n")
    }
}
