/// A place where a vocabulary of XML states a fact about the document: an attribute or the text of an element.
struct StatedPlace: Sendable {
    /// Place among those of its vocabulary; of several for one field the first counts.
    let rank: Int
    /// What it states.
    let field: PageMetadata.Field
    /// Local name of the element.
    let element: String
    /// Local name of an element that must stand around it, if any.
    let container: String?
    /// Local name of the attribute that holds it; `nil` where the text does.
    let attribute: String?

    /// A place as tables write it: "container/element@attribute", of which only the element must be there.
    init(rank: Int, field: PageMetadata.Field, _ path: String) {
        self.rank = rank
        self.field = field
        let parts = path.split(separator: "@", maxSplits: 1)
        let names = parts[0].split(separator: "/")
        element = String(names[names.count - 1])
        container = names.count > 1 ? String(names[0]) : nil
        attribute = parts.count > 1 ? String(parts[1]) : nil
    }
}

/// Collects what the elements of an XML file state at the places that its vocabulary names.
struct StatedPlaces {
    /// What was stated, for ``PageMetadata``.
    private(set) var metadata = PageMetadata()

    private let places: [String: [StatedPlace]]
    private let containers: Set<String>
    /// Containers around the current element with their depths.
    private var open: [(name: String, depth: Int)] = []
    /// The element whose text is being collected.
    private var current: (places: [StatedPlace], depth: Int, text: [UInt8])?
    /// Longest text of a fact; a longer one is none.
    private static let textLimit = 1000

    /// A collection at the places of a vocabulary.
    init(_ places: [String: [StatedPlace]]) {
        self.places = places
        containers = Set(places.values.joined().compactMap(\.container))
    }

    /// Whether an element states something, or stands around one that does.
    func concern(_ element: String) -> Bool { places[element] != nil || containers.contains(element) }

    /// An element that concerns it starts at a depth.
    mutating func start(_ element: String, attributes: [String: String], depth: Int) {
        if containers.contains(element) { open.append((element, depth)) }
        let here = (places[element] ?? []).filter { place in
            place.container.map { name in open.contains { $0.name == name } } ?? true
        }
        for place in here {
            guard let name = place.attribute, let value = attributes[name] else { continue }
            metadata.note(value, at: place, identifier: attributes["eId"])
        }
        let texts = here.filter { $0.attribute == nil }
        if !texts.isEmpty, current == nil { current = (texts, depth, []) }
    }

    /// Text stands in the current element.
    mutating func text(_ text: Span<UInt8>) {
        guard let known = current?.text.count, known + text.count <= Self.textLimit else { return }
        for index in 0..<text.count { current?.text.append(text[index]) }
    }

    /// The element at a depth ends.
    mutating func end(depth: Int) {
        if open.last?.depth == depth { open.removeLast() }
        guard let known = current, known.depth == depth else { return }
        for place in known.places { metadata.note(String(decoding: known.text, as: UTF8.self), at: place) }
        current = nil
    }
}
