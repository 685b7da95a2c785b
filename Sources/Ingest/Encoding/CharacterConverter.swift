import CLibxml2

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// iconv, one character at a time.
@safe final class CharacterConverter {
    private let handle: iconv_t

    /// Opens a converter from `name` to UTF-8; `nil` when iconv does not know the name.
    init?(from name: String) {
        guard let handle = unsafe iconv_open("UTF-8", name) else { return nil }
        guard Int(bitPattern: handle) != -1 else { return nil }
        unsafe self.handle = handle
    }

    deinit { unsafe iconv_close(handle) }

    /// Decodes the character at `index`: its length in bytes and its UTF-8, `nil` when it is invalid.
    ///
    /// Escape sequences decode to nothing and are part of the character after them.
    func character(in bytes: [UInt8], at index: Int) -> (length: Int, decoded: [UInt8]?) {
        var length = 1
        while index + length <= bytes.count, length <= 16 {
            var output = [UInt8](repeating: 0, count: 32)
            let (code, consumed, written) = convert(bytes[index..<(index + length)], into: &output)
            if code == EILSEQ { return (1, nil) }
            if consumed == length, written > 0 { return (length, Array(output.prefix(written))) }
            if consumed > 0 {
                // An escape sequence was taken in; what follows it starts afresh.
                let next = character(in: bytes, at: index + consumed)
                return (consumed + next.length, index + consumed < bytes.count ? next.decoded : [])
            }
            length += 1
        }
        return (min(length, bytes.count - index), nil)
    }

    private func convert(
        _ input: ArraySlice<UInt8>, into output: inout [UInt8]
    ) -> (code: Int32, consumed: Int, written: Int) {
        var left = input.count
        var space = output.count
        var code: Int32 = 0
        let total = left
        let capacity = space
        unsafe input.withUnsafeBytes { from in
            unsafe output.withUnsafeMutableBytes { to in
                // Nothing is written there.
                var fromPointer = unsafe UnsafeMutableRawBufferPointer(mutating: from).baseAddress?
                    .assumingMemoryBound(to: CChar.self)
                var toPointer = unsafe to.baseAddress?.assumingMemoryBound(to: CChar.self)
                if unsafe iconv(handle, &fromPointer, &left, &toPointer, &space) == Int(bitPattern: UInt.max) {
                    code = errno
                }
            }
        }
        return (code, total - left, capacity - space)
    }

    /// What each of the 256 bytes decodes to, when every character is one byte; an invalid byte decodes to nothing.
    ///
    /// The five bytes that windows-1252 leaves open become control characters, as browsers have it.
    func singleByteTable(isWindows1252: Bool) -> [[UInt8]]? {
        let bytes = Array(UInt8.min...UInt8.max)
        var output = [UInt8](repeating: 0, count: 32)
        var table: [[UInt8]] = []
        table.reserveCapacity(bytes.count)
        for (index, byte) in bytes.enumerated() {
            let (code, consumed, written) = convert(bytes[index..<(index + 1)], into: &output)
            if code == EINVAL || (code == 0 && (consumed != 1 || written == 0)) { return nil }
            if code == 0 {
                table.append(Array(output.prefix(written)))
            } else {
                unsafe iconv(handle, nil, nil, nil, nil)
                table.append(isWindows1252 ? [0xC2, byte] : [])
            }
        }
        return table
    }
}
