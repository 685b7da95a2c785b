internal import Counterweight
internal import Desk
internal import Reporting
internal import TextModel

/// Opening, changing and closing drafts, and judging them.
extension Server {
    mutating func open(_ parameters: JSONValue) {
        guard let document = parameters["textDocument"], let uri = document["uri"]?.text,
            let text = document["text"]?.text
        else { return }
        drafts[uri] = OpenDraft(
            uri: uri, path: path(of: uri), languageID: document["languageId"]?.text ?? "plaintext",
            version: document["version"]?.integer, text: text, encoding: abilities.encoding)
    }

    mutating func change(_ parameters: JSONValue) {
        guard let document = parameters["textDocument"], let uri = document["uri"]?.text,
            let changes = parameters["contentChanges"]?.elements, var draft = drafts.removeValue(forKey: uri)
        else { return }
        for change in changes {
            guard let text = change["text"]?.text else { continue }
            if let range = change["range"], let start = ClientPosition(range["start"]),
                let end = ClientPosition(range["end"])
            {
                draft.buffer.replace(from: start, to: end, with: text, abilities.encoding)
            } else {
                draft.buffer = TextBuffer(text)
            }
        }
        draft.version = document["version"]?.integer ?? draft.version
        draft.isStale = true
        drafts[uri] = draft
    }

    mutating func close(_ parameters: JSONValue) {
        guard let uri = parameters["textDocument"]?["uri"]?.text, drafts.removeValue(forKey: uri) != nil else { return }
        reply(diagnostics(of: uri).message(version: nil) { _ in })
    }

    /// A saved configuration, lexicon or list of suppressions may change every verdict.
    mutating func saved(_ parameters: JSONValue) {
        guard let uri = parameters["textDocument"]?["uri"]?.text else { return }
        if uri.hasSuffix(".yaml") || uri.hasSuffix(".yml") || uri.hasSuffix(".json") { renewJudge() }
    }

    /// Reads settings and lexicon again; what was there stays in use while the new ones are broken.
    mutating func renewJudge() {
        do throws(JudgeError) {
            judge = try makeJudge(root)
        } catch {
            show(error.messages.joined(separator: "\n"), isError: true)
        }
        for uri in drafts.keys { drafts[uri]?.isStale = true }
    }

    /// Judges a draft as it stands and tells the client.
    mutating func publish(_ uri: String) {
        guard let judge, var draft = drafts.removeValue(forKey: uri) else { return }
        let failure = draft.judge(by: judge)
        drafts[uri] = draft
        let diagnostics = diagnostics(of: uri)
        reply(
            diagnostics.message(version: draft.version) { json in
                if let failure { diagnostics.write(failure: failure, to: &json) }
                if let text = draft.judged { diagnostics.write(text, notes: judge.shownNotes, to: &json) }
            })
    }

    func diagnostics(of uri: String) -> Diagnostics {
        Diagnostics(uri: uri, isRelatedShown: abilities.showsRelated)
    }

    /// The path that `check`, run in the root, would give a draft.
    private func path(of uri: String) -> String {
        guard let path = FileURI.path(of: uri) else {
            return FileURI.decoded(uri.split(separator: ":", maxSplits: 1).last ?? "draft")
        }
        return root.flatMap { FilePath.relative(path, to: $0) } ?? path
    }
}

extension ClientPosition {
    /// A position of the protocol.
    init?(_ value: JSONValue?) {
        guard let line = value?["line"]?.integer, let character = value?["character"]?.integer else { return nil }
        self.init(line: line, character: character)
    }
}
