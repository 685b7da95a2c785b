extension JSONWriter {
    /// The members of an object that say what made it: `tool` and `lexicon`.
    package mutating func tool(_ tool: ToolInfo) {
        object("tool") { json in
            json.string("name", tool.name)
            json.string("version", tool.version)
        }
        object("lexicon") { json in
            json.string("version", tool.lexiconVersion)
            json.string("sha256", tool.lexiconHash)
        }
    }
}
