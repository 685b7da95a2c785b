internal import Counterweight
package import Reporting
internal import TextModel

/// What a result was made of, so that anyone can make it again and see whether it is the same.
///
/// Two receipts of the same command are compared part by part; the parts that differ say why results do. Nothing in a
/// receipt depends on time, on the machine, or on how many cores it has.
package struct Receipt: Sendable, Hashable {
    /// One input, and what was made of it.
    package struct Input: Sendable, Hashable {
        /// Path as the user named it.
        package let path: String
        /// SHA-256 of its bytes, or `nil` where they could not be had.
        package let sha256: String?
        /// SHA-256 of what was found in it, where that is known by input.
        package let found: String?

        /// An input.
        package init(path: String, sha256: String?, found: String? = nil) {
            self.path = path
            self.sha256 = sha256
            self.found = found
        }
    }

    /// Raised in its first part when a key changes its meaning or goes.
    static let schemaVersion = "1.0"

    /// The command with its arguments, as words of the command line.
    package let command: [String]
    /// Program and lexicon; the weights of the score are part of the lexicon.
    package let tool: ToolInfo
    /// Seed of random numbers, where any were drawn.
    package let seed: Int?
    /// Inputs by path.
    package let inputs: [Input]
    /// SHA-256 of the result.
    package let result: String

    /// A receipt; inputs are put in order of their paths.
    package init(command: [String], tool: ToolInfo, seed: Int? = nil, inputs: [Input], result: String) {
        self.command = command
        self.tool = tool
        self.seed = seed
        self.inputs = inputs.sorted { $0.path < $1.path }
        self.result = result
    }

    /// A receipt whose result is what was found in its inputs.
    package init(command: [String], tool: ToolInfo, inputs: [Input]) {
        var hash = SHA256()
        for input in inputs.sorted(by: { $0.path < $1.path }) {
            hash.update(Array("\(input.path)\n\(input.sha256 ?? "")\n\(input.found ?? "")\n".utf8))
        }
        self.init(command: command, tool: tool, inputs: inputs, result: hash.hexDigest())
    }

    /// The receipt as JSON.
    package var json: [UInt8] {
        var json = JSONWriter(isIndented: true)
        json.object { json in
            json.string("schema_version", Self.schemaVersion)
            json.strings("command", command)
            json.tool(tool)
            json.integer("seed", seed)
            json.array("inputs") { json in
                for input in inputs {
                    json.object { json in
                        json.string("path", input.path)
                        json.string("sha256", input.sha256)
                        json.string("found", input.found)
                    }
                }
            }
            json.string("result", result)
        }
        json.endLine()
        return json.bytes
    }
}

extension Receipt {
    /// What is wrong with the text of a receipt.
    package struct Malformed: Error, Sendable {
        /// One phrase.
        package let reason: String
    }

    /// Reads a receipt.
    /// - Throws: ``Malformed`` when the bytes hold none.
    package init(json bytes: [UInt8]) throws(Malformed) {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONParser.value(of: bytes)
        } catch {
            throw Malformed(reason: "byte \(error.offset): \(error.message)")
        }
        guard value["schema_version"]?.text?.hasPrefix("1.") == true else {
            throw Malformed(reason: "is no receipt that this version can read")
        }
        let words = value["command"]?.elements?.compactMap(\.text) ?? []
        guard let name = value["tool"]?["name"]?.text, let version = value["tool"]?["version"]?.text,
            let lexicon = value["lexicon"]?["version"]?.text, let hash = value["lexicon"]?["sha256"]?.text,
            let inputs = value["inputs"]?.elements, let result = value["result"]?.text, !words.isEmpty
        else { throw Malformed(reason: "a part of the receipt is missing") }
        self.init(
            command: words,
            tool: ToolInfo(name: name, version: version, lexiconVersion: lexicon, lexiconHash: hash),
            seed: value["seed"]?.integer,
            inputs: inputs.map {
                Input(path: $0["path"]?.text ?? "", sha256: $0["sha256"]?.text, found: $0["found"]?.text)
            }, result: result)
    }
}
