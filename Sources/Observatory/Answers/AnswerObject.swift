internal import Reporting

/// What the answers of a store have in common as JSON.
extension JSONWriter {
    /// An answer as one versioned, indented object: what made it, then what `body` writes.
    static func answer(by tool: ToolInfo, _ body: (inout JSONWriter) -> Void) -> [UInt8] {
        var json = JSONWriter(isIndented: true)
        json.object { json in
            json.string("schema_version", "1.0")
            json.tool(tool)
            body(&json)
        }
        json.endLine()
        return json.bytes
    }

    /// An array with an object for each item.
    mutating func objects<Item>(
        _ key: String, _ items: some Sequence<Item>, _ body: (inout JSONWriter, Item) -> Void
    ) {
        array(key) { json in
            for item in items { json.object { body(&$0, item) } }
        }
    }

    /// Two counts, the figure that they make, and its range; null for what is not known.
    mutating func figure(_ numerator: Double, of denominator: Double, value: Double?, interval: Interval?) {
        number("numerator", numerator)
        number("denominator", denominator)
        number("value", value ?? .nan)
        self.interval("interval", interval)
    }

    /// An interval, or null.
    mutating func interval(_ key: String, _ interval: Interval?) {
        guard let interval else { return null(key) }
        array(key) { json in
            json.number(nil, interval.lower)
            json.number(nil, interval.upper)
        }
    }
}
