#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A locale that knows every character, for this thread until it is left: libarchive converts the names of entries by the
/// locale, and a program that was started in the C locale knows only ASCII.
@safe struct WideLocale {
    private let before: locale_t?

    #if canImport(Darwin)
        nonisolated(unsafe) private static let wide = unsafe newlocale(LC_CTYPE_MASK, "UTF-8", nil)
    #else
        nonisolated(unsafe) private static let wide = unsafe newlocale(1 << LC_CTYPE, "C.UTF-8", nil)
    #endif

    /// Enters it, where the system has it.
    init() { unsafe before = Self.wide == nil ? nil : uselocale(Self.wide) }

    /// Goes back to the locale before.
    func leave() { if unsafe before != nil { _ = unsafe uselocale(before) } }
}
