import CCLD2

/// Finds the language of a text by its letters.
enum LanguageDetector {
    /// Codes that the detector writes in an older form.
    private static let renamed = ["iw": "he", "in": "id", "jw": "jv", "mo": "ro"]

    /// BCP 47 tag of the language; `nil` when the detector is not sure.
    ///
    /// Slow beside everything else (10 to 20 MB/s): for samples, not for whole texts.
    static func language(of text: [UInt8], _ range: Range<Int>) -> String? {
        var code = [CChar](repeating: 0, count: 16)
        let isSure = unsafe text[range].withUnsafeBytes { bytes in
            unsafe code.withUnsafeMutableBufferPointer { code in
                unsafe ccld2_detect(
                    bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count),
                    code.baseAddress)
            }
        }
        guard isSure != 0 else { return nil }
        let tag = String(decoding: code.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return renamed[tag] ?? tag
    }
}
