import Testing
import TextModel

@testable import Counterweight

@Suite struct JSONParserTests {
    @Test(arguments: [
        ("null", JSONValue.null), (" true ", .bool(true)), ("-12.5e1", .number(-125)), ("[]", .array([])),
        ("[1, [2]]", .array([.number(1), .array([.number(2)])])),
        ("{\"a\": {\"b\": \"c\"}}", .object(["a": .object(["b": .string("c")])])),
        (#""\u00e9\n\"\/""#, .string("é\n\"/")), (#""\ud83d\ude00""#, .string("😀")),
        (#""\ud83dx""#, .string("\u{FFFD}x")),
    ])
    func readsValues(text: String, value: JSONValue) throws {
        #expect(try JSONParser.value(of: Array(text.utf8)) == value)
    }

    @Test(arguments: [
        ("", 0), (#""\u+0e9""#, 3), ("[1,", 3), ("{\"a\" 1}", 5), ("\"abc", 4), ("tru", 0), ("1 2", 2),
        ("\"\u{1}\"", 1),
        ("--1", 0),
    ])
    func saysWhereTheTextIsWrong(text: String, offset: Int) {
        #expect { try JSONParser.value(of: Array(text.utf8)) } throws: {
            ($0 as? JSONError)?.offset == offset
        }
    }

    @Test func refusesDeepNesting() {
        let text = String(repeating: "[", count: 100_000)
        #expect(throws: JSONError.self) { try JSONParser.value(of: Array(text.utf8)) }
    }
}
