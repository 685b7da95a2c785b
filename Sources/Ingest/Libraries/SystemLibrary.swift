#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A C library of the system that is looked for when a format needs it.
///
/// It stays loaded: a library that is unloaded while its own threads run would take the program with it.
@safe struct SystemLibrary {
    /// What is missing, and where it comes from.
    struct Missing: Error, Hashable {
        /// Its name: "libarchive".
        let library: String
        /// The package of Debian and Ubuntu that brings it.
        let package: String
    }

    private let handle: UnsafeMutableRawPointer
    private let missing: Missing

    /// Looks for a library by the file names that it has on the systems that are known, the likeliest first.
    init(_ library: String, files: [String], package: String) throws(Missing) {
        missing = Missing(library: library, package: package)
        for file in files {
            if let found = unsafe dlopen(file, RTLD_NOW | RTLD_LOCAL) {
                unsafe handle = found
                return
            }
        }
        throw missing
    }

    /// A function of the library as the C type `Function`, which the caller must know to be its type.
    /// - Throws: ``Missing`` when the library is so old that it has no such function.
    func function<Function>(_ name: String, as type: Function.Type) throws(Missing) -> Function {
        guard let symbol = unsafe dlsym(handle, name) else { throw missing }
        return unsafe unsafeBitCast(symbol, to: type)
    }
}
