internal import Ingest
internal import TextModel

#if canImport(Glibc)
    internal import Glibc
#endif

/// One run of the fuzzer: the bytes are read as the format that `FUZZ_FORMAT` names, and what holds for every document
/// is checked. A crash, a hang or a broken promise stops the fuzzer, which keeps the bytes.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let raw = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    let bytes = fuzzedFormat.map { PartsOfDocument(raw, format: $0).bytes } ?? raw
    var options = DocumentReader.Options()
    options.maximumBytes = 1 << 20
    options.maximumExpandedBytes = 1 << 22
    options.maximumEntries = 1000
    options.maximumDepth = 200
    options.maximumSeconds = 10
    if fuzzedFormat == .pdf {
        if let document = PDFWorker.readHere(bytes) { Promises(document).check() }
        return 0
    }
    options.inputFormat = fuzzedFormat
    let reader = DocumentReader(options: options)
    for item in DocumentSource(bytes: bytes, path: "fuzzed", options: options) {
        if let document = try? reader.read(item), document.format != InputFormat.pdf.rawValue {
            Promises(document).check()
        }
    }
    return 0
}

/// Where the program starts: the package manager names the main function of an executable after it.
@_cdecl("counterweight_fuzz_main")
public func start(_ count: Int32, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> Int32 {
    var count = count
    var arguments = unsafe arguments
    return unsafe runFuzzer(&count, &arguments) { unsafe fuzzOneInput($0, $1) }
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ one: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

private let fuzzedFormat: InputFormat? = unsafe getenv("FUZZ_FORMAT").flatMap {
    unsafe InputFormat(rawValue: String(cString: $0))
}
