import Testing

@testable import Observatory

@Suite struct RowTests {
    @Test func readsBackWhatWasWritten() throws {
        var writer = RowWriter()
        writer.integer(-5)
        writer.integer(nil)
        writer.text("Zürich \u{0} \"quoted\"")
        writer.text(String?.none)
        writer.blob([0, 255])
        writer.integer(.max)
        var reader = ValueReader(writer.bytes[...])
        #expect(try reader.integer() == -5)
        #expect(try reader.integer() == nil)
        #expect(try reader.text() == "Zürich \u{0} \"quoted\"")
        #expect(try reader.text() == nil)
        #expect(try reader.blob().map { Array($0) } == [0, 255])
        #expect(try reader.integer() == .max)
        #expect(reader.rest.isEmpty)
    }

    @Test func refusesEveryBrokenMessage() throws {
        var request = WorkRequest(sequence: 7, path: "a.txt", kind: "speech", language: "en", knownHash: "ab")
        (request.file, request.bytes, request.format, request.encoding) = ("a.txt", [1, 2, 3], "text", "UTF-8")
        let message = request.frame.dropFirst(4)
        let back = try WorkRequest(message)
        #expect((back.path, back.file, back.format, back.encoding) == ("a.txt", "a.txt", "text", "UTF-8"))
        #expect(back.bytes == [1, 2, 3])
        #expect((back.kind, back.language, back.knownHash) == ("speech", "en", "ab"))
        for length in 0..<message.count {
            #expect(throws: ValueReader.Malformed.self) { try WorkRequest(message.prefix(length)) }
        }
    }

    @Test func hexadecimalGoesBothWays() {
        let bytes = (0...255).map { UInt8($0) }
        #expect(Hexadecimal.bytes(Hexadecimal.text(bytes)) == bytes)
        #expect(Hexadecimal.bytes("0") == nil)
        #expect(Hexadecimal.bytes("zz") == nil)
    }
}
