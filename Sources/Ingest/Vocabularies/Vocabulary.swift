import TextModel

/// The element roles of one markup language.
struct Vocabulary: Sendable {
    /// Short name: "akoma-ntoso".
    let name: String
    /// Genre, when the vocabulary alone tells it.
    let kind: DocumentKind?
    /// Roles by local element name.
    let roles: [String: ElementRole]
    /// Role of an element that is not in the table.
    let fallback: ElementRole
    /// Root elements that tell the vocabulary, with the namespace part that they need, if any.
    let roots: [(element: String, namespace: String?)]
    /// Root elements, or elements just below, that decide the genre better than the vocabulary does.
    let kinds: [String: DocumentKind]
    /// Where it states facts about the document, by the element that holds them.
    let stated: [String: [StatedPlace]]

    /// Makes a vocabulary from lists of names.
    init(
        _ name: String, kind: DocumentKind? = nil, roots: [(element: String, namespace: String?)] = [],
        kinds: [String: DocumentKind] = [:], fallback: ElementRole = .unknown,
        stated: [(PageMetadata.Field, String)] = [], _ rows: [(ElementRole, String)]
    ) {
        self.name = name
        self.kind = kind
        self.roots = roots
        self.kinds = kinds
        self.fallback = fallback
        let places = stated.enumerated().map { StatedPlace(rank: $0.offset, field: $0.element.0, $0.element.1) }
        self.stated = Dictionary(grouping: places, by: \.element)
        var roles: [String: ElementRole] = [:]
        for (role, names) in rows {
            for name in names.utf8.split(whereSeparator: { $0 <= 0x20 }) { roles[String(Substring(name))] = role }
        }
        self.roles = roles
    }

    /// Whether its markup tells provisions from other text.
    var hasProvisions: Bool { roles.values.contains(.provision) }

    /// Whether files of it are pages, with menus and footers around their text.
    var isPage: Bool { name == Vocabulary.xhtml.name }

    /// The same vocabulary with other roles for elements that its table does not have.
    func adding(_ more: [String: ElementRole]) -> Vocabulary {
        Vocabulary(self, roles: more.merging(roles) { _, own in own })
    }

    /// The role of an element.
    func role(of element: String) -> ElementRole { roles[element] ?? fallback }

    private init(_ other: Vocabulary, roles: [String: ElementRole]) {
        name = other.name
        kind = other.kind
        roots = other.roots
        kinds = other.kinds
        fallback = other.fallback
        stated = other.stated
        self.roles = roles
    }

    /// Every XML vocabulary that is known. A new one is one file and one entry here.
    static let all: [Vocabulary] = [.akomaNtoso, .clml, .canadianActs, .uslm, .tei, .docBook, .xhtml]

    /// The vocabulary that a root element announces; the generic one when nobody knows it.
    static func of(_ root: RootElement) -> Vocabulary {
        let match = all.first { vocabulary in
            vocabulary.roots.contains { $0.element == root.name && ($0.namespace.map(root.head.contains) ?? true) }
        }
        return match ?? .generic
    }
}
