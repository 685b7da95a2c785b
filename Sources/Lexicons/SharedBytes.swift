#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Bytes that never change and that many hold at once: a file that is mapped into memory, or a copy of an array.
///
/// Only those pages of a mapped file take time and memory that somebody looks at, and programs that map one file share
/// them.
@safe
@usableFromInline
package final class SharedBytes: @unchecked Sendable {
    /// The first byte; its address is a multiple of 16.
    let start: UnsafeRawPointer
    /// Number of bytes.
    let count: Int
    private let isMapped: Bool

    /// A copy of the elements of an array as they lie in memory.
    init<Element: BitwiseCopyable>(copying array: [Element]) {
        count = array.count * MemoryLayout<Element>.stride
        let copy = UnsafeMutableRawPointer.allocate(byteCount: count, alignment: 16)
        unsafe array.withUnsafeBytes { bytes in
            if let first = bytes.baseAddress { unsafe copy.copyMemory(from: first, byteCount: bytes.count) }
        }
        unsafe start = UnsafeRawPointer(copy)
        isMapped = false
    }

    /// A regular file of the user; `nil` for anything else, and for an empty one. Whoever writes such a file replaces it
    /// as a whole, so that what is mapped stays as it is.
    init?(mappingOwn path: String) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(),
            status.st_size > 0
        else { return nil }
        let size = Int(status.st_size)
        let start = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0)
        guard let start = unsafe start, unsafe start != MAP_FAILED else { return nil }
        unsafe self.start = UnsafeRawPointer(start)
        count = size
        isMapped = true
    }

    deinit {
        if isMapped {
            unsafe munmap(UnsafeMutableRawPointer(mutating: start), count)
        } else {
            unsafe start.deallocate()
        }
    }

    /// The bytes.
    var bytes: RawSpan {
        @_lifetime(borrow self) get {
            unsafe _overrideLifetime(RawSpan(_unsafeStart: start, byteCount: count), borrowing: self)
        }
    }

    /// Where so many elements begin; `nil` when they do not all lie in these bytes or their place does not suit them.
    func elements<Element: BitwiseCopyable>(
        _ type: Element.Type, at offset: Int, count: Int
    ) -> UnsafePointer<Element>? {
        guard offset >= 0, count >= 0, offset <= self.count, offset % MemoryLayout<Element>.alignment == 0,
            count <= (self.count - offset) / MemoryLayout<Element>.stride
        else { return nil }
        return unsafe (start + offset).assumingMemoryBound(to: type)
    }
}
