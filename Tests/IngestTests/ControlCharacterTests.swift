import Testing

@testable import Ingest

struct ControlCharacterTests {
    @Test(arguments: 0..<0x20 as Range<UInt8>)
    func areSpacesForAParserUnlessTheyAreWhiteSpace(character: UInt8) {
        let isWhiteSpace = [0x09, 0x0A, 0x0D].contains(character)
        for place in 0..<20 {
            var bytes = Array("a tab\tand\r\nline ends".utf8)
            bytes[place] = character
            var expected = bytes
            if !isWhiteSpace { expected[place] = 0x20 }
            #expect(ForbiddenCharacters.replaced(in: bytes) == expected, "\(place)")
        }
    }

    @Test func noncharactersAreSpacesForAParser() {
        #expect(ForbiddenCharacters.replaced(in: Array("abc\u{FFFE}d".utf8)) == Array("abc   d".utf8))
        #expect(ForbiddenCharacters.replaced(in: Array("abc\u{FFFD}d".utf8)) == Array("abc\u{FFFD}d".utf8))
    }

    @Test(arguments: 0..<0x20 as Range<UInt8>)
    func tellBinaryDataFromText(character: UInt8) {
        let bytes = (0..<400).map { $0 % 8 == 3 ? character : 0x61 }
        let isOfText = (0x07...0x0D).contains(character) || character == 0x1B
        #expect(FileSignature.looksBinary(bytes) == !isOfText)
    }
}
