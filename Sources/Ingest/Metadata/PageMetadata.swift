import TextModel

/// Collects what a page states about itself in `meta`, `link` and `time` elements and in linked data, and what files of
/// XML state at the places of their vocabulary.
///
/// Several conventions say the same, with different care. Where they differ, the most formal one counts: Dublin Core,
/// then the tags of scholarly indexes, JSON-LD, microdata, Open Graph, and plain names last.
struct PageMetadata {
    /// What can be stated.
    enum Field {
        case title, author, institution, date, language, address
        /// The name of someone to whom other elements refer.
        case label
    }

    private var values: [Field: (rank: Int, values: [String])] = [:]
    /// Names by the identifiers that refer to them.
    private var labels: [String: String] = [:]

    /// Names in the order of their weight for each field, in lower case.
    private static let names: [(field: Field, names: [String])] = [
        (.title, ["dc.title", "dcterms.title", "citation_title", jsonLD, "headline", "og:title", "twitter:title"]),
        (
            .author,
            ["dc.creator", "dcterms.creator", "citation_author", jsonLD, "author", "article:author"]
        ),
        (
            .institution,
            ["dc.publisher", "dcterms.publisher", "citation_publisher", jsonLD, "publisher", "og:site_name"]
        ),
        (
            .date,
            [
                "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "dc.date.created",
                "citation_publication_date", "citation_date", jsonLD, "datepublished", "article:published_time",
                "date", "pubdate",
            ]
        ),
        (.language, ["dc.language", "dcterms.language", "citation_language", jsonLD, "content-language", "og:locale"]),
        (.address, ["canonical", "og:url", jsonLD]),
    ]

    /// The rank of linked data among the names.
    private static let jsonLD = "json-ld"

    private static let ranks: [String: (field: Field, rank: Int)] = {
        var ranks: [String: (field: Field, rank: Int)] = [:]
        for (field, names) in names {
            for (rank, name) in names.enumerated() where name != jsonLD { ranks[name] = (field, rank) }
        }
        return ranks
    }()

    /// Takes in an element by its attributes.
    mutating func note(_ attributes: [String: String]) {
        if let relation = attributes["rel"] {
            if relation.lowercased() == "canonical" { note("canonical", attributes["href"]) }
            return
        }
        let value = attributes["content"] ?? attributes["datetime"]
        for key in ["name", "property", "itemprop", "http-equiv"] { note(attributes[key], value) }
    }

    /// Takes in the content of a script of linked data; what is no JSON is passed over.
    mutating func note(linkedData: [UInt8]) {
        guard let value = try? JSONParser.value(of: linkedData), let work = Self.work(in: value) else { return }
        add(.title, [work["headline"]?.text].compactMap(\.self))
        add(.author, Self.names(of: work["author"] ?? work["creator"]))
        add(.institution, Array(Self.names(of: work["publisher"]).prefix(1)))
        add(.date, [work["datePublished"]?.text ?? work["dateCreated"]?.text].compactMap(\.self))
        add(.language, Self.names(of: work["inLanguage"]))
        add(.address, [work["url"]?.text].compactMap(\.self))
    }

    /// Takes in what a file of XML states at a place of its vocabulary.
    mutating func note(_ value: String, at place: StatedPlace, identifier: String? = nil) {
        switch place.field {
        case .label: if let identifier { labels["#" + identifier] = value }
        // Many identify a text by an address of their own system, which leads nowhere.
        case .address: if value.contains("://") { add(.address, [value], rank: place.rank) }
        default: add(place.field, [value], rank: place.rank)
        }
    }

    /// The first value of a field.
    func value(_ field: Field) -> String? { values[field]?.values.first }

    /// What the page states, as a document keeps it.
    var metadata: Metadata {
        var metadata = Metadata()
        metadata.authors = names(.author)
        metadata.institution = names(.institution).first
        metadata.date = value(.date)
        metadata.address = value(.address)
        return metadata
    }

    /// The values of a field that are names: a reference stands for what it refers to, and an address is none.
    private func names(_ field: Field) -> [String] {
        (values[field]?.values ?? []).compactMap { value in
            value.hasPrefix("#") ? labels[value] : value.contains("://") ? nil : value
        }
    }

    private mutating func note(_ name: String?, _ value: String?) {
        guard let name, let value, let known = Self.ranks[name.lowercased()] else { return }
        add(known.field, [value], rank: known.rank)
    }

    private mutating func add(_ field: Field, _ found: [String], rank: Int? = nil) {
        let found = found.map(Self.folded).filter { !$0.isEmpty }
        let linked = Self.names.first { $0.field == field }?.names.firstIndex(of: Self.jsonLD)
        guard !found.isEmpty, let rank = rank ?? linked else { return }
        if let known = values[field] {
            guard rank <= known.rank else { return }
            if rank == known.rank {
                let new = found.filter { !known.values.contains($0) }
                values[field] = (rank, known.values + new)
                return
            }
        }
        values[field] = (rank, found)
    }

    private static func folded(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The work that linked data describes: the first object that names a headline, or else a date.
    private static func work(in value: JSONValue) -> JSONValue? {
        let candidates = objects(in: value)
        return candidates.first { $0["headline"] != nil } ?? candidates.first { $0["datePublished"] != nil }
    }

    private static func objects(in value: JSONValue) -> [JSONValue] {
        switch value {
        case .array(let elements): elements.flatMap(objects)
        case .object: [value] + (value["@graph"].map(objects) ?? [])
        default: []
        }
    }

    private static func names(of value: JSONValue?) -> [String] {
        guard let value else { return [] }
        if let text = value.text { return [text] }
        if let elements = value.elements { return elements.flatMap(names) }
        return [value["name"]?.text].compactMap(\.self)
    }
}
