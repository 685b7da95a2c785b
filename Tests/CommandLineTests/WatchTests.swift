import Foundation
import Testing

/// `--watch`, which never ends by itself. Reads block until the program has written.
@Suite struct WatchTests {
    @Test func aChangedInputIsCheckedAgain() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", "The office shall block the site.\n")
        let process = Process()
        let pipe = Pipe()
        process.executableURL = CommandLineRun.program
        process.arguments = ["check", "--watch", "--format", "concise", "a.txt"] + Fixture.lexicon
        process.currentDirectoryURL = folder.url
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        // A signal that can be blocked may not reach it: a child inherits what the thread that starts it has blocked.
        defer {
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }

        var seen = ""
        func line() throws -> Substring {
            while true {
                if let end = seen.firstIndex(of: "\n") {
                    defer { seen = String(seen[seen.index(after: end)...]) }
                    return seen[..<end]
                }
                let more = pipe.fileHandleForReading.availableData
                try #require(!more.isEmpty, "the program has ended")
                seen += String(decoding: more, as: UTF8.self)
            }
        }
        #expect(try line().hasPrefix("a.txt:1:18: CW04"))
        try folder.write("a.txt", "Nothing is wrong here.\n\nThe office shall block the site.\n")
        #expect(try line().hasPrefix("a.txt:3:18: CW04"))
    }
}
