#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Writes to a process that may be gone.
package enum ChildPipe {
    /// Writes as much as there is room for; the count, or -1 with the reason in `errno`.
    ///
    /// A reader that is gone is `EPIPE` here, and no signal to the program that the library runs in: the signal is held
    /// back for this thread while it writes, and taken off when it came.
    package static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        var pipeSignal = sigset_t()
        var before = sigset_t()
        unsafe sigemptyset(&pipeSignal)
        unsafe sigaddset(&pipeSignal, SIGPIPE)
        _ = unsafe pthread_sigmask(SIG_BLOCK, &pipeSignal, &before)
        let count = unsafe systemWrite(descriptor, bytes.baseAddress, bytes.count)
        let reason = errno
        if count < 0, reason == EPIPE {
            var now = timespec(tv_sec: 0, tv_nsec: 0)
            _ = unsafe sigtimedwait(&pipeSignal, nil, &now)
        }
        _ = unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
        errno = reason
        return count
    }

    private static func systemWrite(_ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
        #if canImport(Glibc)
            unsafe Glibc.write(descriptor, start, count)
        #elseif canImport(Musl)
            unsafe Musl.write(descriptor, start, count)
        #else
            unsafe Darwin.write(descriptor, start, count)
        #endif
    }
}
