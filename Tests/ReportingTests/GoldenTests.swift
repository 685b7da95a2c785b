import Foundation
import Testing

@testable import Reporting

/// Whole outputs; `RECORD_GOLDEN=1 swift test` rewrites them.
@Suite struct GoldenTests {
    @Test(arguments: OutputFormat.all.map(\.name))
    func writesWhatIsOnRecord(format: String) throws {
        let output = try #require(OutputFormat(name: format)).bytes(of: SampleReports.results)
        try compare(output, with: "report.\(format)")
    }

    @Test func colourAndFactorsAreOnRecord() throws {
        let options = ReportingOptions(colour: true, width: 100, verbose: true, minimumBand: .high)
        let output = try #require(OutputFormat(name: "full")).bytes(
            of: SampleReports.results, options: options)
        try compare(output, with: "verbose.full")
    }

    private func compare(_ output: [UInt8], with name: String) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "Golden")
        let file = folder.appendingPathComponent(name)
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(output).write(to: file)
        }
        let recorded = try Data(contentsOf: file)
        #expect(String(decoding: output, as: UTF8.self) == String(decoding: recorded, as: UTF8.self))
    }
}
