import LanguageServer
import Testing
import TextModel

/// What the server answers to messages that do not fit.
@Suite struct ServerTests {
    private func answers(_ messages: String...) -> [String] {
        var server = Server(name: "test", version: "1") { _ in
            Judge(
                rules: [], lowestBand: .none, shownNotes: [], sideFile: nil, outcome: { _ in .failure("none") },
                rewording: { _, _ in nil })
        }
        server.receive(Array(#"{"id":1,"method":"initialize","params":{}}"#.utf8))
        _ = server.step()
        return messages.map { message in
            server.receive(Array(message.utf8))
            var answer: [UInt8] = []
            while server.isBusy { answer += server.step() }
            return String(decoding: answer, as: UTF8.self)
        }
    }

    @Test(arguments: [
        #""params":{}"#, #""jsonrpc":"2.0""#, #""params":{"position":{"line":"a","character":0}}"#,
        #""params":{"position":{"line":0}}"#, #""params":[]"#,
    ])
    func aRequestWithoutAPositionIsAnswered(parameters: String) throws {
        for method in ["hover", "codeAction"] {
            let answer = try #require(answers(#"{"id":2,"method":"textDocument/\#(method)",\#(parameters)}"#).first)
            #expect(answer.contains(#""id":2,"error":{"code":-32602"#), "\(method): \(answer)")
        }
    }

    @Test func answersOfTheClientAreNotAnswered() {
        #expect(
            answers(
                #"{"id":77,"result":null}"#, #"{"id":77,"result":[]}"#, #"{"id":77,"error":{"code":1}}"#,
                #"{"id":null,"error":null}"#) == ["", "", "", ""])
        #expect(answers(#"{"id":77}"#)[0].contains(#""id":77,"error":{"code":-32600"#))
    }
}
