internal import Counterweight
internal import Reporting
internal import TextModel

/// A message from the client.
struct Incoming {
    /// `nil` for a notification.
    let id: JSONValue?
    let method: String
    let parameters: JSONValue
    /// Whether the client has taken the request back before it was looked at.
    var isCancelled = false

    /// Reads a message; `nil` for an answer to a request of ours, and for what is no message.
    init?(_ value: JSONValue) {
        guard let method = value["method"]?.text else { return nil }
        id = value["id"]
        self.method = method
        parameters = value["params"] ?? .null
    }
}

/// Messages to the client, framed.
enum Outgoing {
    /// Errors by their numbers in JSON-RPC and the protocol.
    enum ErrorCode: Int {
        case parse = -32700
        case invalidRequest = -32600
        case unknownMethod = -32601
        case invalidParameters = -32602
        case notInitialized = -32002
        case requestFailed = -32803
        case cancelled = -32800
    }

    static func result(_ id: JSONValue, _ body: (inout JSONWriter) -> Void) -> [UInt8] {
        framed { json in
            write(id, to: &json)
            body(&json)
        }
    }

    static func error(_ id: JSONValue?, _ code: ErrorCode, _ message: String) -> [UInt8] {
        framed { json in
            if let id { write(id, to: &json) } else { json.null("id") }
            json.object("error") { json in
                json.integer("code", code.rawValue)
                json.string("message", message)
            }
        }
    }

    static func notification(_ method: String, _ body: (inout JSONWriter) -> Void) -> [UInt8] {
        framed { json in
            json.string("method", method)
            json.object("params", body)
        }
    }

    private static func framed(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
        var json = JSONWriter(isIndented: false)
        json.object { json in
            json.string("jsonrpc", "2.0")
            body(&json)
        }
        return Array("Content-Length: \(json.bytes.count)\r\n\r\n".utf8) + json.bytes
    }

    private static func write(_ id: JSONValue, to json: inout JSONWriter) {
        switch id {
        case .string(let text): json.string("id", text)
        case .number(let number):
            if let integer = Int(exactly: number) { json.integer("id", integer) } else { json.number("id", number) }
        default: json.null("id")
        }
    }
}
