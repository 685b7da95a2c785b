import Foundation
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
            let sha256 = try folder.source().contentHash
            #expect(cache.lexicon(sha256: sha256) == nil)
            let first = try folder.load(cache: cache)
            #expect(first.sha256 == sha256)
            let kept = try #require(cache.lexicon(sha256: sha256))
            #expect(LexiconCodec.encode(kept) == LexiconCodec.encode(first))
            #expect(try LexiconCodec.encode(folder.load(cache: cache)) == LexiconCodec.encode(first))
        }
    }

    @Test func belongsToTheUserAlone() throws {
        try inPlace { folder, cache in
            let path = cache.path(sha256: try folder.load(cache: cache).sha256)
            let manager = FileManager.default
            #expect(try manager.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
            #expect(try manager.attributesOfItem(atPath: cache.folder)[.posixPermissions] as? Int == 0o700)
            #expect(try manager.contentsOfDirectory(atPath: cache.folder).count == 1)
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

    @Test func replacesADamagedFile() throws {
        try inPlace { folder, cache in
            let lexicon = try folder.load(cache: cache)
            let path = cache.path(sha256: lexicon.sha256)
            try Data("CWLX damaged".utf8).write(to: URL(fileURLWithPath: path))
            #expect(cache.lexicon(sha256: lexicon.sha256) == nil)
            #expect(try LexiconCodec.encode(folder.load(cache: cache)) == LexiconCodec.encode(lexicon))
            #expect(cache.lexicon(sha256: lexicon.sha256) != nil)
        }
    }

    @Test func doesWithoutAFolderThatCannotBeMade() throws {
        try inPlace { folder, _ in
            let lexicon = try folder.load(cache: LexiconCache(folder: "/dev/null/cache"))
            #expect(lexicon.version == "1.2.3")
            #expect(try LexiconCodec.encode(folder.load(cache: nil)) == LexiconCodec.encode(lexicon))
        }
    }

    @Test func hashDependsOnNamesAndTexts() {
        let hash = SmallLexicon.source().contentHash
        #expect(SmallLexicon.source(replacing: ["pack.yaml": "name: other"]).contentHash != hash)
        #expect(LexiconSource(files: [("a", "bc")]).contentHash != LexiconSource(files: [("ab", "c")]).contentHash)
        #expect(hash.count == 64)
    }
}
