internal import Reporting
internal import TextModel

/// Decisions as a page of W3C Web Annotations in JSON-LD.
///
/// Who, when, words and place are where any reader of annotations looks for them. What the vocabulary has no word for
/// is kept beside them under a name of our own, so that nothing is lost on the way back.
struct WebAnnotations {
    private static let context: JSONValue = .array([
        .string("http://www.w3.org/ns/anno.jsonld"), .object(["cw": .string("urn:counterweight:")]),
    ])
    private static let event = "urn:counterweight:event:"

    private let file: DecisionFile

    init(_ file: DecisionFile) { self.file = file }

    var bytes: [UInt8] {
        var json = JSONWriter(isIndented: true)
        json.value(
            nil,
            .object([
                "@context": Self.context, "type": .string("AnnotationPage"),
                "items": .array(file.events.map(Self.annotation)),
            ]))
        json.endLine()
        return json.bytes
    }

    static func isPage(_ value: JSONValue) -> Bool {
        value["type"]?.text == "AnnotationPage" && value["items"]?.elements != nil
    }

    static func read(_ page: JSONValue) throws(DecisionFile.Malformed) -> DecisionFile {
        var events: [DecisionEvent] = []
        for (index, item) in (page["items"]?.elements ?? []).enumerated() {
            do throws(DecisionEvent.Malformed) {
                events.append(try DecisionEvent(checking: value(of: item)))
            } catch {
                throw DecisionFile.Malformed(description: "annotation \(index + 1): \(error.description)")
            }
        }
        return try DecisionFile(events: events)
    }

    private static func annotation(_ event: DecisionEvent) -> JSONValue {
        guard case .object(var rest) = event.value else { return .null }
        for key in ["id", "at", "by", "kind"] { rest[key] = nil }
        var bodies: [JSONValue] = [body("assessing", event.kind.rawValue)]
        for (key, purpose) in [("rule", "tagging"), ("text", "commenting")] {
            guard let text = event.value[key]?.text else { continue }
            bodies.append(body(purpose, text))
            rest[key] = nil
        }
        var members: [String: JSONValue] = [
            "id": .string(Self.event + event.id), "type": .string("Annotation"),
            "motivation": .string(motivation(event.kind)), "created": .string(event.at),
            "creator": .object(["type": .string("Person"), "name": .string(event.reviewer)]),
            "body": .array(bodies),
        ]
        var target: [String: JSONValue] = [:]
        if let path = event.value["document"]?["path"]?.text { target["source"] = .string(path) }
        if let selector = event.selector {
            var selectors: [JSONValue] = [
                .object([
                    "type": .string("TextQuoteSelector"), "exact": .string(selector.exact),
                    "prefix": .string(selector.prefix), "suffix": .string(selector.suffix),
                ])
            ]
            if let place = selector.place {
                selectors.append(
                    .object([
                        "type": .string("DataPositionSelector"), "start": .number(Double(place.lowerBound)),
                        "end": .number(Double(place.upperBound)),
                    ]))
            }
            target["selector"] = .array(selectors)
        }
        if !target.isEmpty { members["target"] = .object(target) }
        members["cw:event"] = .object(rest)
        return .object(members)
    }

    /// The event that an annotation stands for; one from elsewhere is a passage that somebody marked.
    private static func value(of item: JSONValue) -> JSONValue {
        var members: [String: JSONValue] = [:]
        if case .object(let rest)? = item["cw:event"] { members = rest }
        let name = item["id"]?.text
        members["id"] = name.map { .string($0.hasPrefix(event) ? String($0.dropFirst(event.count)) : $0) }
        members["at"] = item["created"]
        members["by"] = item["creator"]?["name"] ?? item["creator"].flatMap { $0.text.map(JSONValue.string) }
        let bodies = item["body"]?.elements ?? [item["body"]].compactMap(\.self)
        func text(_ purpose: String) -> JSONValue? { bodies.first { $0["purpose"]?.text == purpose }?["value"] }
        members["kind"] =
            text("assessing").flatMap { DecisionEvent.Kind(rawValue: $0.text ?? "") == nil ? nil : $0 }
            ?? .string(DecisionEvent.Kind.add.rawValue)
        members["rule"] = text("tagging")
        members["text"] = text("commenting") ?? (item["cw:event"] == nil ? item["bodyValue"] : nil)
        if let source = item["target"]?["source"]?.text, members["document"]?["path"]?.text != source {
            members["document"] = .object(["path": .string(source)])
        }
        let selectors = item["target"]?["selector"]?.elements ?? [item["target"]?["selector"]].compactMap(\.self)
        if let quote = selectors.first(where: { $0["type"]?.text == "TextQuoteSelector" }) {
            var selector: [String: JSONValue] = [:]
            if case .object(let kept)? = members["selector"] { selector = kept }
            selector["type"] = .string("TextQuoteSelector")
            for key in ["exact", "prefix", "suffix"] where selector[key] != nil || quote[key]?.text?.isEmpty == false {
                selector[key] = quote[key]
            }
            members["selector"] = .object(selector)
        }
        return .object(members)
    }

    private static func body(_ purpose: String, _ text: String) -> JSONValue {
        .object(["type": .string("TextualBody"), "purpose": .string(purpose), "value": .string(text)])
    }

    private static func motivation(_ kind: DecisionEvent.Kind) -> String {
        switch kind {
        case .accept, .dismiss, .band: "assessing"
        case .comment: "commenting"
        case .add: "highlighting"
        case .undo: "moderating"
        }
    }
}
