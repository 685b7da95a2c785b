internal import ArgumentParser
internal import Glibc

/// How many documents are judged at once.
struct ThreadOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Documents that are judged at once; one for each core when left out.", valueName: "n"))
    var threads: Int?

    /// The number that was asked for, or that of the cores.
    /// - Throws: ``CommandError`` for a number below 1.
    func count() throws(CommandError) -> Int {
        let count = threads ?? Self.coreCount
        guard count > 0 else { throw CommandError("--threads: \(count) is too few; give 1 or more") }
        return count
    }

    /// The cores of this machine.
    static var coreCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
