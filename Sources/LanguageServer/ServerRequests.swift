internal import Counterweight
internal import Desk
internal import Reporting
internal import TextModel

/// Requests and their answers.
extension Server {
    mutating func initialize(_ parameters: JSONValue, _ id: JSONValue) {
        guard phase == .waiting else {
            return reply(Outgoing.error(id, .invalidRequest, "\"initialize\" may come once only"))
        }
        abilities = ClientAbilities(parameters)
        let folder = parameters["workspaceFolders"]?.elements?.first?["uri"]?.text ?? parameters["rootUri"]?.text
        root = (folder.flatMap(FileURI.path) ?? parameters["rootPath"]?.text).map(FilePath.normalised)
        do throws(JudgeError) {
            judge = try makeJudge(root)
        } catch {
            return reply(Outgoing.error(id, .requestFailed, error.messages.joined(separator: "\n")))
        }
        phase = .running
        reply(
            Outgoing.result(id) { json in
                json.object("result") { json in
                    json.object("capabilities") { writeAbilities(to: &$0) }
                    json.object("serverInfo") { json in
                        json.string("name", name)
                        json.string("version", version)
                    }
                }
            })
    }

    private func writeAbilities(to json: inout JSONWriter) {
        json.string("positionEncoding", abilities.encoding.rawValue)
        json.object("textDocumentSync") { json in
            json.boolean("openClose", true)
            json.integer("change", 2)
            json.boolean("save", true)
        }
        json.boolean("hoverProvider", true)
        json.object("codeActionProvider") { $0.strings("codeActionKinds", ["quickfix"]) }
        json.object("executeCommandProvider") { $0.strings("commands", [CodeActions.explainCommand]) }
    }

    mutating func hover(_ parameters: JSONValue, _ id: JSONValue) {
        guard let position = ClientPosition(parameters["position"]) else {
            return reply(Outgoing.error(id, .invalidParameters, "\"position\" is missing, or no line and character"))
        }
        guard let draft = current(parameters, id) else { return }
        let offset = draft.buffer.offset(of: position, abilities.encoding)
        let findings = draft.judged?.findings(in: offset..<offset) ?? []
        guard let text = draft.judged, let first = findings.map({ text.bytes(of: $0.span) }).first else {
            return reply(Outgoing.result(id) { $0.null("result") })
        }
        let range = findings.map { text.bytes(of: $0.span) }.reduce(first) { a, b in
            min(a.lowerBound, b.lowerBound)..<max(a.upperBound, b.upperBound)
        }
        let isMarkdown = abilities.formatsMarkdown
        reply(
            Outgoing.result(id) { json in
                json.object("result") { json in
                    json.object("contents") { json in
                        json.string("kind", isMarkdown ? "markdown" : "plaintext")
                        json.string("value", Explanation(isMarkdown: isMarkdown).text(of: findings, in: text.report))
                    }
                    text.write(range, to: &json)
                }
            })
    }

    mutating func codeActions(_ parameters: JSONValue, _ id: JSONValue) {
        guard let range = parameters["range"], let start = ClientPosition(range["start"]),
            let end = ClientPosition(range["end"])
        else { return reply(Outgoing.error(id, .invalidParameters, "\"range\" is missing")) }
        let kinds = parameters["context"]?["only"]?.elements?.compactMap(\.text)
        guard let draft = current(parameters, id) else { return }
        guard let judge, let text = draft.judged, CodeActions.areWanted(only: kinds) else {
            return reply(Outgoing.result(id) { $0.array("result") { _ in } })
        }
        let first = draft.buffer.offset(of: start, abilities.encoding)
        let last = draft.buffer.offset(of: end, abilities.encoding)
        let actions = CodeActions(
            draft: draft, judge: judge, isVersioned: abilities.takesVersionedEdits,
            diagnostics: diagnostics(of: draft.uri))
        reply(
            Outgoing.result(id) { json in
                json.array("result") { actions.write(for: min(first, last)..<max(first, last), of: text, to: &$0) }
            })
    }

    /// Runs `counterweight.explain RULE`: shows the rule and answers with it.
    mutating func execute(_ parameters: JSONValue, _ id: JSONValue) {
        guard parameters["command"]?.text == CodeActions.explainCommand else {
            return reply(Outgoing.error(id, .invalidParameters, "the command is not known here"))
        }
        let name = parameters["arguments"]?.elements?.first?.text ?? ""
        guard let rule = judge?.rules.first(where: { $0.description.id == name }) else {
            return reply(Outgoing.error(id, .invalidParameters, "unknown rule \"\(name)\""))
        }
        show(Explanation(isMarkdown: false).text(of: rule), isError: false)
        reply(Outgoing.result(id) { $0.string("result", Explanation(isMarkdown: true).text(of: rule)) })
    }

    /// The draft that a request is about, judged as it stands; answers with an error when it is not open.
    private mutating func current(_ parameters: JSONValue, _ id: JSONValue) -> OpenDraft? {
        let uri = parameters["textDocument"]?["uri"]?.text ?? ""
        if drafts[uri]?.isStale == true { publish(uri) }
        guard let draft = drafts[uri] else {
            reply(Outgoing.error(id, .invalidParameters, "no draft is open as \"\(uri)\""))
            return nil
        }
        return draft
    }
}
