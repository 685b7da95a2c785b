import TextModel

/// The program, its rules and its lexicon, as SARIF describes a tool.
struct SARIFTool {
    let tool: ToolInfo
    let rules: [RuleDescription]
    /// Worst band of each rule's findings, by id; a rule without one has none.
    let worst: [String: Band]

    func write(to json: inout JSONWriter) {
        json.object("tool") { json in
            json.object("driver") { json in
                json.string("name", tool.name)
                json.string("version", tool.version)
                json.string("semanticVersion", tool.version)
                json.array("rules") { json in
                    for rule in rules { write(rule, to: &json) }
                }
                json.array("notifications") { json in
                    json.object { json in
                        json.string("id", "unread-input")
                        json.object("shortDescription") { $0.string("text", Wording.unreadInput) }
                    }
                }
            }
            json.array("extensions") { json in
                json.object { json in
                    json.string("name", "lexicon")
                    json.string("version", tool.lexiconVersion)
                    json.object("properties") { $0.string("sha256", tool.lexiconHash) }
                }
            }
        }
    }

    private func write(_ rule: RuleDescription, to json: inout JSONWriter) {
        json.object { json in
            json.string("id", rule.id)
            json.string("name", rule.name)
            json.object("shortDescription") { $0.string("text", rule.summary) }
            json.object("fullDescription") { $0.string("text", rule.reason) }
            json.object("help") { json in
                json.string("text", help(rule, emphasis: ""))
                json.string("markdown", help(rule, emphasis: "**"))
            }
            json.object("defaultConfiguration") { json in
                json.string("level", Severity(worst[rule.id] ?? .info).sarifLevel)
            }
        }
    }

    /// Reason, remedy and norms, each a paragraph; the words of the rule book are plain text in Markdown too.
    private func help(_ rule: RuleDescription, emphasis: String) -> String {
        func heading(_ text: String) -> String { "\(emphasis)\(Wording.capitalised(text)):\(emphasis)" }
        var paragraphs = [
            "\(heading(Wording.reason)) \(rule.reason)", "\(heading(Wording.remedy)) \(rule.remedy)",
        ]
        if !rule.norms.isEmpty {
            let list = rule.norms.map { "- \($0)" }.joined(separator: "\n")
            paragraphs.append("\(heading(Wording.norm))\n\n\(list)")
        }
        return paragraphs.joined(separator: "\n\n")
    }
}

extension Severity {
    /// Its name in SARIF.
    var sarifLevel: String {
        switch self {
        case .error: "error"
        case .warning: "warning"
        case .note: "note"
        }
    }
}
