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
    /// Reads and hashes the YAML files. When they were compiled before by this very program, the compiled
    /// form comes from the user's cache in a few milliseconds; otherwise they are compiled and the result is
    /// kept there. `COUNTERWEIGHT_CACHE=off` does without the cache. A cache that cannot be read or written
    /// only costs time.
    /// - Throws: ``LexiconError`` with every problem of the YAML.
    public func load() throws(LexiconError) -> Lexicon { try load(cache: .ofEnvironment()) }

    /// The lexicon of this folder, by way of a cache of the caller's choice.
    package func load(cache: LexiconCache?) throws(LexiconError) -> Lexicon {
        let source = try source()
        let sha256 = source.contentHash
        if let lexicon = cache?.lexicon(sha256: sha256) { return lexicon }
        let lexicon = try source.compile(sha256: sha256).lexicon
        cache?.keep(lexicon)
        return lexicon
    }
}

/// Compiled lexicons in a folder, named by the hash of their YAML.
package struct LexiconCache: Sendable {
    /// Where the compiled lexicons lie.
    package let folder: String
    /// Stamp of the running program: what another build compiled is not used, since its compiler may differ.
    private let maker: UInt64

    /// A cache in `folder`, which is made when first needed.
    package init(folder: String) {
        self.folder = folder
        maker = Self.programStamp()
    }

    /// The user's cache: `$XDG_CACHE_HOME/counterweight`, else `~/.cache/counterweight`; `nil` when
    /// `COUNTERWEIGHT_CACHE` is `off` or there is no home.
    package static func ofEnvironment() -> LexiconCache? {
        if variable("COUNTERWEIGHT_CACHE") == "off" { return nil }
        if let root = variable("XDG_CACHE_HOME"), root.hasPrefix("/") {
            return LexiconCache(folder: root + "/counterweight")
        }
        guard let home = variable("HOME"), home.hasPrefix("/") else { return nil }
        return LexiconCache(folder: home + "/.cache/counterweight")
    }

    /// Path of the compiled form of YAML with that hash.
    package func path(sha256: String) -> String { "\(folder)/\(sha256)-\(LexiconCodec.formatVersion).lexicon" }

    /// The lexicon with that hash, when it is there, whole, and made by this program for this user.
    package func lexicon(sha256: String) -> Lexicon? {
        guard let bytes = LexiconCacheFile.read(path(sha256: sha256)) else { return nil }
        do throws(LexiconCodecError) {
            let lexicon = try LexiconCodec.decode(bytes, maker: maker)
            return lexicon.sha256 == sha256 ? lexicon : nil
        } catch {
            return nil
        }
    }

    /// Keeps a lexicon. Failure is silent: the next start compiles again.
    package func keep(_ lexicon: Lexicon) {
        LexiconCacheFile.makeFolders(folder)
        LexiconCacheFile.write(LexiconCodec.encode(lexicon, maker: maker), to: path(sha256: lexicon.sha256))
    }

    private static func variable(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        let text = unsafe String(cString: value)
        return text.isEmpty ? nil : text
    }

    /// Size, time and place of the program file: a new build has another stamp.
    private static func programStamp() -> UInt64 {
        var status = stat()
        guard unsafe stat("/proc/self/exe", &status) == 0 else { return 0 }
        let time = status.st_mtim
        let parts = [Int(status.st_size), Int(time.tv_sec), Int(time.tv_nsec), Int(status.st_ino)]
        return Vocabulary.hash(parts.flatMap { "\($0) ".utf8 })
    }
}
