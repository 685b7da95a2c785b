internal import Counterweight
internal import Reporting
internal import TextModel

/// The language server as a machine: bytes of messages go in, bytes of messages come out, and nothing else happens.
///
/// Messages wait in a queue and are worked off one by one. A draft is judged when no message waits any more, so that a
/// burst of changes is judged once; a request that needs the judgement of a changed draft brings it about at once. A
/// request that is taken back while it waits is answered as cancelled.
package struct Server {
    enum Phase: Hashable {
        case waiting, running, shutDown
        case ended(code: Int32)
    }

    let name: String
    let version: String
    /// Makes the judge for a folder, afresh whenever settings may have changed.
    let makeJudge: (String?) throws(JudgeError) -> Judge
    var phase = Phase.waiting
    var abilities = ClientAbilities()
    var root: String?
    var judge: Judge?
    /// Open drafts by their address.
    var drafts: [String: OpenDraft] = [:]
    private var queue: [Incoming] = []
    private var replies: [UInt8] = []

    /// A server that has heard nothing yet.
    package init(name: String, version: String, makeJudge: @escaping (String?) throws(JudgeError) -> Judge) {
        self.name = name
        self.version = version
        self.makeJudge = makeJudge
    }

    /// The exit code, once the client has said goodbye.
    package var exitCode: Int32? {
        guard case .ended(let code) = phase else { return nil }
        return code
    }

    /// Whether there is anything to do before the next message.
    package var isBusy: Bool { !queue.isEmpty || !replies.isEmpty || hasStaleDraft }

    /// Takes the body of a message.
    package mutating func receive(_ body: [UInt8]) {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONParser.value(of: body)
        } catch {
            replies += Outgoing.error(nil, .parse, "not JSON: \(error.message) at byte \(error.offset)")
            return
        }
        guard let message = Incoming(value) else {
            // What has a result or an error, null or not, answers a request of ours; we ask nothing.
            if case .object(let members) = value, members["result"] == nil, members["error"] == nil,
                let id = value["id"]
            {
                replies += Outgoing.error(id, .invalidRequest, "a message needs a method")
            }
            return
        }
        guard message.method == "$/cancelRequest" else {
            queue.append(message)
            return
        }
        guard let id = message.parameters["id"] else { return }
        for index in queue.indices where queue[index].id == id { queue[index].isCancelled = true }
    }

    /// Does one thing: works off a message or, when none waits, judges a draft that changed. What the client is to
    /// be told.
    package mutating func step() -> [UInt8] {
        if queue.isEmpty {
            if let uri = drafts.values.filter(\.isStale).map(\.uri).min() { publish(uri) }
        } else {
            handle(queue.removeFirst())
        }
        defer { replies = [] }
        return replies
    }

    private var hasStaleDraft: Bool { judge != nil && drafts.values.contains(where: \.isStale) }

    private mutating func handle(_ message: Incoming) {
        guard let id = message.id else { return notice(message) }
        if message.isCancelled {
            replies += Outgoing.error(id, .cancelled, "cancelled")
        } else if phase == .waiting, message.method != "initialize" {
            replies += Outgoing.error(id, .notInitialized, "\"initialize\" comes first")
        } else if phase == .shutDown {
            replies += Outgoing.error(id, .invalidRequest, "the server was shut down; only \"exit\" may follow")
        } else {
            answer(message, id)
        }
    }

    private mutating func answer(_ message: Incoming, _ id: JSONValue) {
        switch message.method {
        case "initialize": initialize(message.parameters, id)
        case "shutdown":
            phase = .shutDown
            replies += Outgoing.result(id) { $0.null("result") }
        case "textDocument/hover": hover(message.parameters, id)
        case "textDocument/codeAction": codeActions(message.parameters, id)
        case "workspace/executeCommand": execute(message.parameters, id)
        default: replies += Outgoing.error(id, .unknownMethod, "\"\(message.method)\" is not known here")
        }
    }

    private mutating func notice(_ message: Incoming) {
        if message.method == "exit" {
            phase = .ended(code: phase == .shutDown ? 0 : 1)
            return
        }
        guard phase == .running else { return }
        switch message.method {
        case "textDocument/didOpen": open(message.parameters)
        case "textDocument/didChange": change(message.parameters)
        case "textDocument/didClose": close(message.parameters)
        case "textDocument/didSave": saved(message.parameters)
        case "workspace/didChangeConfiguration", "workspace/didChangeWatchedFiles": renewJudge()
        default: break
        }
    }

    /// Keeps a message for the client until the step ends.
    mutating func reply(_ bytes: [UInt8]) { replies += bytes }

    /// Says something to the person at the editor.
    mutating func show(_ message: String, isError: Bool) {
        replies += Outgoing.notification("window/showMessage") { json in
            json.integer("type", isError ? 1 : 3)
            json.string("message", message)
        }
    }
}
