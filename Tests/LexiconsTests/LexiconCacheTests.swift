import Foundation
import Synchronization
import Testing

@testable import Lexicons

@Suite struct LexiconCacheTests {
    /// Runs `body` with a lexicon folder and a cache that exist for it alone.
    private func inPlace(_ body: (LexiconFolder, LexiconCache) throws -> Void) throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("lexicon-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        for (path, text) in SmallLexicon.files {
            let file = root.appendingPathComponent("lexicon/" + path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: false, encoding: .utf8)
        }
        try body(
            LexiconFolder(path: root.path + "/lexicon"), LexiconCache(folder: root.path + "/deep/cache/counterweight"))
    }

    @Test func keepsWhatItCompiled() throws {
        try inPlace { folder, cache in
            let source = try folder.source()
            #expect(cache.lexicon(stamp: source.stamp) == nil)
            let first = try folder.load(cache: cache)
            #expect(first.sha256 == source.contentHash)
            let kept = try #require(cache.lexicon(stamp: source.stamp))
            #expect(kept.sha256 == source.contentHash)
            #expect(LexiconCodec.encode(kept) == LexiconCodec.encode(first))
            #expect(try LexiconCodec.encode(folder.load(cache: cache)) == LexiconCodec.encode(first))
        }
    }

    @Test func belongsToTheUserAlone() throws {
        try inPlace { folder, cache in
            _ = try folder.load(cache: cache)
            let path = cache.path(stamp: try folder.source().stamp)
            let manager = FileManager.default
            #expect(try manager.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
            #expect(try manager.attributesOfItem(atPath: cache.folder)[.posixPermissions] as? Int == 0o700)
            #expect(try manager.contentsOfDirectory(atPath: cache.folder).count == 1)
        }
    }

    @Test func keepsThoseOfSeveralProgramsAndNoneForGood() throws {
        try inPlace { folder, cache in
            let lexicon = try folder.load(cache: cache)
            let stamp = try folder.source().stamp
            let other = LexiconCache(folder: cache.folder, maker: 7)
            #expect(other.lexicon(stamp: stamp) == nil)
            other.keep(lexicon, stamp: stamp)
            #expect(other.lexicon(stamp: stamp) != nil && cache.lexicon(stamp: stamp) != nil)
            for program in 10..<UInt64(10 + 2 * LexiconCache.kept) {
                LexiconCache(folder: cache.folder, maker: program).keep(lexicon, stamp: stamp)
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: cache.folder).count == LexiconCache.kept)
        }
    }

    @Test func compilesAgainWhenTheYAMLChanges() throws {
        try inPlace { folder, cache in
            let before = try folder.load(cache: cache)
            try SmallLexicon.values.replacing("freedom from harm", with: "freedom from fear")
                .write(toFile: folder.path + "/xx/values.yaml", atomically: false, encoding: .utf8)
            let after = try folder.load(cache: cache)
            #expect(after.sha256 != before.sha256)
            #expect(after.entries.contains { $0.pattern == "freedom from fear" })
        }
    }

    @Test func asksTheYAMLForNothingButItsStamp() throws {
        try inPlace { folder, cache in
            let other = SmallLexicon.source(replacing: ["pack.yaml": "name: other\nversion: 9\nlicence: none\n"])
            cache.keep(try other.compile(sha256: "other").lexicon, stamp: try folder.source().stamp)
            #expect(try folder.load(cache: cache).sha256 == "other")
        }
    }

    /// Whoever comes second finds a whole file or none, and compiles in its turn.
    @Test func servesSeveralAtOnce() throws {
        try inPlace { folder, cache in
            let encoded = Mutex<Set<[UInt8]>>([])
            DispatchQueue.concurrentPerform(iterations: 8) { _ in
                let bytes = (try? folder.load(cache: cache)).map { LexiconCodec.encode($0) }
                encoded.withLock { _ = $0.insert(bytes ?? []) }
            }
            let expected = LexiconCodec.encode(try folder.load(cache: nil))
            #expect(encoded.withLock { $0 } == [expected])
            #expect(try FileManager.default.contentsOfDirectory(atPath: cache.folder).count == 1)
        }
    }

    /// What was mapped stays as it is when another program takes the file away or puts another in its place.
    @Test func outlivesItsFile() throws {
        try inPlace { folder, cache in
            let bytes = LexiconCodec.encode(try folder.load(cache: cache))
            let stamp = try folder.source().stamp
            let kept = try #require(cache.lexicon(stamp: stamp))
            cache.keep(kept, stamp: stamp)
            try FileManager.default.removeItem(atPath: cache.folder)
            #expect(LexiconCodec.encode(kept) == bytes)
        }
    }

    /// What can happen to a file.
    enum Damage: CaseIterable, Sendable {
        case replaced, emptied, cut, lengthened, changed

        func done(to bytes: [UInt8]) -> [UInt8] {
            var bytes = bytes
            switch self {
            case .replaced: return Array("CWLX damaged".utf8)
            case .emptied: return []
            case .cut: return Array(bytes[..<(bytes.count / 2)])
            case .lengthened: return bytes + [0]
            case .changed:
                bytes[bytes.count / 2] ^= 1
                return bytes
            }
        }
    }

    @Test(arguments: Damage.allCases)
    func replacesADamagedFile(damage: Damage) throws {
        try inPlace { folder, cache in
            let lexicon = try folder.load(cache: cache)
            let stamp = try folder.source().stamp
            let file = URL(fileURLWithPath: cache.path(stamp: stamp))
            try Data(damage.done(to: Array(Data(contentsOf: file)))).write(to: file)
            #expect(cache.lexicon(stamp: stamp) == nil)
            #expect(try LexiconCodec.encode(folder.load(cache: cache)) == LexiconCodec.encode(lexicon))
            #expect(cache.lexicon(stamp: stamp) != nil)
        }
    }

    @Test func takesNoFileUnderTheNameOfAnother() throws {
        try inPlace { folder, cache in
            _ = try folder.load(cache: cache)
            let stamp = try folder.source().stamp
            try FileManager.default.copyItem(atPath: cache.path(stamp: stamp), toPath: cache.path(stamp: "other"))
            #expect(cache.lexicon(stamp: "other") == nil)
        }
    }

    @Test func doesWithoutAFolderThatCannotBeMade() throws {
        try inPlace { folder, _ in
            let lexicon = try folder.load(cache: LexiconCache(folder: "/dev/null/cache"))
            #expect(lexicon.version == "1.2.3")
            #expect(try LexiconCodec.encode(folder.load(cache: nil)) == LexiconCodec.encode(lexicon))
        }
    }

    @Test(arguments: [\LexiconSource.contentHash, \LexiconSource.stamp])
    func hashDependsOnNamesAndTexts(hash: KeyPath<LexiconSource, String> & Sendable) {
        let whole = SmallLexicon.source()[keyPath: hash]
        #expect(SmallLexicon.source(replacing: ["pack.yaml": "name: other"])[keyPath: hash] != whole)
        #expect(
            LexiconSource(files: [("a", "bc")])[keyPath: hash] != LexiconSource(files: [("ab", "c")])[keyPath: hash])
        #expect(whole.count == (hash == \LexiconSource.contentHash ? 64 : 32))
    }
}
