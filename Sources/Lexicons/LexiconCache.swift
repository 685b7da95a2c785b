#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

extension LexiconFolder {
    /// The lexicon of this folder, ready for use.
    ///
    /// Reads the YAML files. When they were compiled before by this very program, the compiled
    /// form comes from the user's cache in a few milliseconds; otherwise they are compiled and the result is
    /// kept there. `COUNTERWEIGHT_CACHE=off` does without the cache. A cache that cannot be read or written
    /// only costs time.
    /// - Throws: ``LexiconError`` with every problem of the YAML.
    public func load() throws(LexiconError) -> Lexicon { try load(cache: .ofEnvironment()) }

    /// The lexicon of this folder, by way of a cache of the caller's choice.
    package func load(cache: LexiconCache?) throws(LexiconError) -> Lexicon {
        // Bytes that were compiled once are sound. Those of an overlay alone are never found: they do not say what comes
        // of it.
        if let cache, let lexicon = cache.lexicon(stamp: try stamp()) { return lexicon }
        let source = try LexiconSource(contents()).resolved(at: path)
        let stamp = source.stamp
        if let lexicon = cache?.lexicon(stamp: stamp) { return lexicon }
        let lexicon = try source.compile(sha256: source.contentHash).lexicon
        cache?.keep(lexicon, stamp: stamp)
        return lexicon
    }
}

/// Compiled lexicons in a folder, named by the stamp of their YAML and of the program, so that programs do not take
/// each other's place. Only the latest few are kept.
package struct LexiconCache: Sendable {
    /// Where the compiled lexicons lie.
    package let folder: String
    /// Stamp of the running program: what another build compiled is not used, since its compiler may differ, and the
    /// enumerations that it counts by.
    private let maker: UInt64

    /// Compiled lexicons that stay; some megabytes each.
    package static let kept = 8
    private static let ending = ".lexicon"

    /// A cache in `folder`, which is made when first needed. `maker` is the stamp of the running program.
    package init(folder: String, maker: UInt64? = nil) {
        self.folder = folder
        self.maker = maker ?? Self.programStamp() ?? 0
    }

    /// The user's cache: `$XDG_CACHE_HOME/counterweight`, else `~/.cache/counterweight`; `nil` when
    /// `COUNTERWEIGHT_CACHE` is `off`, there is no home, or the program cannot be told from other builds.
    package static func ofEnvironment() -> LexiconCache? {
        guard variable("COUNTERWEIGHT_CACHE") != "off", let maker = programStamp() else { return nil }
        if let root = variable("XDG_CACHE_HOME"), root.hasPrefix("/") {
            return LexiconCache(folder: root + "/counterweight", maker: maker)
        }
        guard let home = variable("HOME"), home.hasPrefix("/") else { return nil }
        return LexiconCache(folder: home + "/.cache/counterweight", maker: maker)
    }

    /// Path of the compiled form of YAML with that stamp.
    package func path(stamp: String) -> String {
        "\(folder)/\(stamp)-\(String(maker, radix: 16))-\(LexiconCodec.formatVersion)\(Self.ending)"
    }

    /// The lexicon of YAML with that stamp, when it is there, whole, and made of it by this program for this user.
    package func lexicon(stamp: String) -> Lexicon? {
        guard let bytes = SharedBytes(mappingOwn: path(stamp: stamp)) else { return nil }
        return try? LexiconCodec.decode(bytes, maker: maker(of: stamp))
    }

    /// Keeps the lexicon of YAML with that stamp. Failure is silent: the next start compiles again.
    package func keep(_ lexicon: Lexicon, stamp: String) {
        LexiconCacheFile.makeFolders(folder)
        LexiconCacheFile.thin(folder, ending: Self.ending, to: Self.kept - 1)
        LexiconCacheFile.write(LexiconCodec.encode(lexicon, maker: maker(of: stamp)), to: path(stamp: stamp))
    }

    /// The program and the YAML in one number, so that a file under another's name is not taken for it.
    private func maker(of stamp: String) -> UInt64 { maker ^ Vocabulary.hash(Array(stamp.utf8)) }

    private static func variable(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        let text = unsafe String(cString: value)
        return text.isEmpty ? nil : text
    }

    /// Size, time and place of the program file: a new build has another stamp. `nil` where they cannot be read.
    private static func programStamp() -> UInt64? {
        var status = stat()
        guard unsafe stat("/proc/self/exe", &status) == 0 else { return nil }
        let time = status.st_mtim
        let parts = [Int(status.st_size), Int(time.tv_sec), Int(time.tv_nsec), Int(status.st_ino)]
        return Vocabulary.hash(parts.flatMap { "\($0) ".utf8 })
    }
}
