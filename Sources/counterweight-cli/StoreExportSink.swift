internal import Glibc
internal import Observatory

/// Where an export goes: standard output, a file, or a folder with a file for each table.
final class StoreExportSink {
    private let output: String?
    private let isFolder: Bool
    private var descriptor: Int32 = -1
    private var current = ""

    /// - Throws: ``CommandError`` when the folder cannot be made.
    init(_ format: StoreExport.Format, output: String?) throws(CommandError) {
        self.output = output
        isFolder = format == .csv
        if isFolder, let output, unsafe mkdir(output, 0o777) != 0, errno != EEXIST { throw Self.failure(output) }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Adds bytes of a table.
    /// - Throws: ``CommandError`` when they cannot be written.
    func write(_ bytes: [UInt8], table: String) throws(CommandError) {
        guard let output else { return try Console.write(bytes) }
        let path = isFolder ? "\(output)/\(table).csv" : output
        if current != path {
            if descriptor >= 0 { close(descriptor) }
            descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
            guard descriptor >= 0 else { throw Self.failure(path) }
            current = path
        }
        do throws(Console.WriteError) {
            try Console.send(bytes, to: descriptor)
        } catch {
            throw Self.failure(path)
        }
    }

    private static func failure(_ path: String) -> CommandError {
        CommandError("\(path): cannot be written: \(Console.systemReason()); choose another place for the output")
    }
}
