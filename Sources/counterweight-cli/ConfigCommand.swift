internal import ArgumentParser
internal import Desk
internal import Reporting

/// `config`: what configuration files decide, and what may stand in them.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Show what configuration files decide, and what may stand in them.",
        subcommands: [Show.self, Schema.self])

    /// `config show`: the settings of a file, with where each was decided.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the settings for a file, or for a run in this folder.")

        @Argument(help: ArgumentHelp("File that would be checked.", valueName: "file")) var file: String?
        @Flag(help: "Print the file and line that decided each.") var why = false
        @OptionGroup var configurations: ConfigurationOptions

        func run() throws {
            var configuration = configurations.configuration
            let settings = try configuration.decided(for: file)
            var text = ""
            for setting in Setting.allCases {
                guard let decision = settings.decided[setting] else { continue }
                text += "\(setting.rawValue): \(decision.value)" + (why ? "  # \(decision.origin)" : "") + "\n"
            }
            try Console.print(text.isEmpty ? "# no configuration decides anything here\n" : text)
        }
    }

    /// `config schema`: a JSON Schema for editors.
    struct Schema: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the JSON Schema of \(ConfigurationFile.name).")

        func run() throws { try Console.write(ConfigurationSchema(shapes: ConfigurationOptions.shapes).bytes) }
    }
}

/// The JSON Schema (draft 2020-12) of a configuration file, made from the table of settings.
struct ConfigurationSchema {
    let shapes: SettingShapes

    /// The schema, indented.
    var bytes: [UInt8] {
        var json = JSONWriter(isIndented: true)
        json.object { json in
            json.string("$schema", "https://json-schema.org/draft/2020-12/schema")
            json.string("title", ConfigurationFile.name)
            json.string("type", "object")
            json.boolean("additionalProperties", false)
            json.object("properties") { json in
                json.object("extends") { texts("Files whose settings come first.", to: &$0) }
                for setting in Setting.allCases { write(setting, to: &json) }
                json.object("overrides") { writeOverrides(to: &$0) }
            }
        }
        json.endLine()
        return json.bytes
    }

    private func writeOverrides(to json: inout JSONWriter) {
        json.string("description", "Settings for some files only; later ones win.")
        json.string("type", "array")
        json.object("items") { json in
            json.string("type", "object")
            json.boolean("additionalProperties", false)
            json.strings("required", ["files"])
            json.object("properties") { json in
                json.object("files") { texts("Globs, relative to this file.", to: &$0) }
                for setting in Setting.allCases where setting.isForFiles { write(setting, to: &json) }
            }
        }
    }

    private func write(_ setting: Setting, to json: inout JSONWriter) {
        json.object(setting.rawValue) { json in
            switch shapes.shape(of: setting) {
            case .texts, .paths: texts(setting.summary, to: &json)
            case .text, .path:
                json.string("description", setting.summary)
                json.string("type", "string")
            case .number:
                json.string("description", setting.summary)
                json.string("type", "integer")
                json.integer("minimum", 1)
            case .flag:
                json.string("description", setting.summary)
                json.string("type", "boolean")
            case .choice(let names):
                json.string("description", setting.summary)
                json.strings("enum", names)
            }
        }
    }

    private func texts(_ description: String, to json: inout JSONWriter) {
        json.string("description", description)
        json.array("oneOf") { json in
            json.object { $0.string("type", "string") }
            json.object { json in
                json.string("type", "array")
                json.object("items") { $0.string("type", "string") }
            }
        }
    }
}
