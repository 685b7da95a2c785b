internal import TextModel

extension LexiconSource {
    /// SHA-256 over path, length and bytes of all files in path order, in hexadecimal.
    ///
    /// Two lexicons with the same hash judge alike. Linear in the files.
    public var contentHash: String {
        var hash = SHA256()
        for file in files {
            hash.update(file.path.utf8)
            hash.update([0])
            hash.update(String(file.text.utf8.count).utf8)
            hash.update([0])
            hash.update(file.text.utf8.span)
        }
        return hash.hexDigest()
    }

    /// What names the compiled form of these files in a cache. Linear in the files, and far quicker than their hash.
    package var stamp: String {
        var stamp = ContentStamp()
        for file in files { stamp.mix(path: file.path, file.text.utf8.span) }
        return stamp.hexadecimal
    }
}

extension ContentStamp {
    /// Adds a file.
    mutating func mix(path: String, _ bytes: Span<UInt8>) {
        mix(path.utf8.span)
        mix(bytes)
    }
}
