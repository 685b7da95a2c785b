internal import Reporting
package import TextModel

/// Decisions as the page exports them and as they are passed on: `counterweight-decisions/1`.
package struct DecisionFile: Sendable, Hashable {
    /// Why a file cannot be used.
    package struct Malformed: Error, Sendable, Hashable, CustomStringConvertible {
        /// What is wrong and what to do.
        package let description: String

        package init(description: String) { self.description = description }
    }

    /// The shape that is read and written.
    package static let schema = "counterweight-decisions/1"

    /// Everything that was done, in order of time.
    package let events: [DecisionEvent]
    /// Documents by path, with the hash of their bytes or an empty text.
    package let documents: [String: String]

    /// Takes events together; equal ones once.
    /// - Throws: ``Malformed`` when two that differ have one name.
    package init(events: [DecisionEvent], documents: [String: String] = [:]) throws(Malformed) {
        var known: [String: DecisionEvent] = [:]
        for event in events {
            if let other = known.updateValue(event, forKey: event.id), other != event {
                throw Malformed(
                    description:
                        "two events have the id \"\(event.id)\" and differ; one of the files was edited: merge them with --base"
                )
            }
        }
        self.init(distinct: known.values.sorted(by: DecisionEvent.isEarlier), documents: documents)
    }

    /// Events that have names of their own and stand in order.
    init(distinct events: [DecisionEvent], documents: [String: String]) {
        self.events = events
        var all = documents
        for event in events where !event.path.isEmpty && all[event.path] == nil { all[event.path] = event.hash }
        self.documents = all
    }

    /// Reads a file's bytes.
    /// - Throws: ``Malformed`` when they are no decisions.
    package init(bytes: [UInt8]) throws(Malformed) {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONParser.value(of: bytes)
        } catch {
            throw Malformed(description: "is not valid JSON: \(error.message) at byte \(error.offset)")
        }
        guard value["schema"]?.text == Self.schema, let list = value["events"]?.elements else {
            throw Malformed(
                description: "is no file of decisions: \"schema\" must be \"\(Self.schema)\" and \"events\" a list")
        }
        var events: [DecisionEvent] = []
        for (index, element) in list.enumerated() {
            do throws(DecisionEvent.Malformed) {
                events.append(try DecisionEvent(checking: element))
            } catch {
                throw Malformed(description: "event \(index + 1): \(error.description)")
            }
        }
        var documents: [String: String] = [:]
        for element in value["documents"]?.elements ?? [] {
            if let path = element["path"]?.text { documents[path] = element["sha256"]?.text ?? "" }
        }
        try self.init(events: events, documents: documents)
    }

    /// The file's bytes; the same for the same events, however they came together.
    package var bytes: [UInt8] {
        var json = JSONWriter(isIndented: true)
        json.object { json in
            json.string("schema", Self.schema)
            json.array("documents") { json in
                for (path, hash) in documents.sorted(by: { $0.key < $1.key }) {
                    json.object { json in
                        json.string("path", path)
                        json.string("sha256", hash.isEmpty ? nil : hash)
                    }
                }
            }
            json.array("events") { json in
                for event in events { json.value(nil, event.value) }
            }
        }
        json.endLine()
        return json.bytes
    }
}

extension JSONWriter {
    /// Writes a value that was read, members in order of their names.
    mutating func value(_ key: String?, _ value: JSONValue) {
        switch value {
        case .null: string(key, nil)
        case .bool(let flag): boolean(key, flag)
        case .string(let text): string(key, text)
        case .number(let number):
            if let whole = Int(exactly: number) { integer(key, whole) } else { self.number(key, number) }
        case .array(let elements):
            array(key) { json in
                for element in elements { json.value(nil, element) }
            }
        case .object(let members):
            object(key) { json in
                for (name, member) in members.sorted(by: { $0.key < $1.key }) { json.value(name, member) }
            }
        }
    }
}

extension JSONValue {
    /// The value as one line of JSON.
    package var line: [UInt8] {
        var json = JSONWriter(isIndented: false)
        json.value(nil, self)
        return json.bytes
    }
}
