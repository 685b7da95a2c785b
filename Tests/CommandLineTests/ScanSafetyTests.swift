import Foundation
import Testing

/// What `scan` does when it is killed, stopped, run twice, or has no space left.
@Suite(.serialized) struct ScanSafetyTests {
    @Test func loseNothingWhenKilledAtAnyMoment() throws {
        let corpus = try ScanCorpus(documents: 150)
        let start = ContinuousClock.now
        #expect(try corpus.scan("calm.db", "--threads", "2").code == 0)
        let whole = (ContinuousClock.now - start) / .microseconds(1)
        let expected = try corpus.export("calm.db")
        var moment: UInt64 = 88_172_645_463_325_252
        for _ in 0..<20 {
            let process = try corpus.start("killed.db", ["--threads", "2", "--commit-every", "5"])
            moment ^= moment << 13
            moment ^= moment >> 7
            moment ^= moment << 17
            usleep(UInt32(Double(moment % 1000) / 1000 * whole / 3))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        let last = try corpus.scan("killed.db", "--threads", "2")
        #expect(last.code == 0)
        #expect(try corpus.export("killed.db") == expected)
        let check = try CommandLineRun(["store", "check", "killed.db"], in: corpus.folder.url)
        #expect(check.output.hasSuffix("killed.db: the store is sound\n"))
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func endsInOrderAndSaysHowToGoOn(signal: Int32) throws {
        let corpus = try ScanCorpus(documents: 400)
        let errors = try corpus.folder.write("errors", "")
        let process = Process()
        process.executableURL = CommandLineRun.program
        process.arguments = ["scan", "--store", "a.db", "laws"] + Fixture.lexicon
        process.currentDirectoryURL = corpus.folder.url
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        let lock = corpus.folder.url.appendingPathComponent("a.db-lock").path
        while process.isRunning, !FileManager.default.fileExists(atPath: lock) { usleep(500) }
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        let message = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 130)
        #expect(message.contains("Stopped. "))
        #expect(message.hasSuffix("is in a.db; run the same command again to go on.\n"))
        #expect(try corpus.scan("a.db").errors.contains("400 documents: "))
        _ = try corpus.scan("b.db")
        #expect(try corpus.export("a.db") == corpus.export("b.db"))
    }

    @Test func twoAtOnceDoNotHarmEachOther() throws {
        let corpus = try ScanCorpus(documents: 120)
        let first = try corpus.start("a.db", [])
        let second = try corpus.start("a.db", [])
        first.waitUntilExit()
        second.waitUntilExit()
        let codes = [first.terminationStatus, second.terminationStatus]
        #expect(codes.contains(0))
        #expect(codes.allSatisfy { $0 == 0 || $0 == 2 })
        _ = try corpus.scan("b.db")
        #expect(try corpus.export("a.db") == corpus.export("b.db"))
    }

    @Test func saysWhoHoldsTheStore() throws {
        let corpus = try ScanCorpus(documents: 2)
        _ = try corpus.scan("a.db")
        let lock = try corpus.folder.write("a.db-lock", "process 77, scan")
        let holder = open(lock.path, O_RDWR)
        defer { close(holder) }
        #expect(flock(holder, LOCK_EX | LOCK_NB) == 0)
        let run = try corpus.scan("a.db")
        #expect(
            run.errors
                == "counterweight: error: a.db: another program is writing to the store (process 77, scan); "
                + "wait until it has ended and run the same command again\n")
        #expect(run.code == 2)
        #expect(try corpus.rows("document", in: "a.db").count == 2)
    }

    @Test(.enabled(if: SmallDisk.isAvailable, "a small file system can be mounted by root alone"))
    func keepsTheStoreWholeWhenTheDiskIsFull() throws {
        let corpus = try ScanCorpus(documents: 300)
        let disk = try SmallDisk(in: corpus.folder)
        let store = disk.path + "/a.db"
        let full = try corpus.scan(store, "--commit-every", "20")
        #expect(full.code == 2)
        #expect(full.errors.contains("a.db: the disk is full; what was written before is intact"))
        try disk.grow()
        let check = try CommandLineRun(["store", "check", store], in: corpus.folder.url)
        #expect(check.output.hasSuffix("a.db: the store is sound\n"))
        #expect(try corpus.scan(store).code == 0)
        _ = try corpus.scan("b.db")
        #expect(try corpus.export(store) == corpus.export("b.db"))
    }
}

/// A file system of a few hundred kilobytes in memory.
private final class SmallDisk {
    let path: String

    static var isAvailable: Bool {
        guard getuid() == 0, let folder = try? TemporaryFolder() else { return false }
        return (try? SmallDisk(in: folder)) != nil
    }

    init(in folder: TemporaryFolder) throws {
        path = folder.url.appendingPathComponent("disk").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        guard Self.run("mount", "-t", "tmpfs", "-o", "size=900k", "tmpfs", path) else {
            throw CocoaError(.fileWriteNoPermission)
        }
    }

    deinit { _ = Self.run("umount", path) }

    /// Gives it room enough.
    func grow() throws {
        guard Self.run("mount", "-o", "remount,size=64m", path) else { throw CocoaError(.fileWriteOutOfSpace) }
    }

    private static func run(_ arguments: String...) -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
