package import TextModel

/// A document to be scanned, and what is known of it before it is read.
package struct ScanItem: Sendable, Hashable {
    /// Where its bytes are.
    package enum Content: Sendable, Hashable {
        /// In a file of its own.
        case file(path: String)
        /// Here, taken out of an archive, which may have told its format and encoding.
        case member(bytes: [UInt8], format: String?, encoding: String?)
        /// Nowhere: why it cannot be had.
        case missing(reason: String)
    }

    /// Name in the store: the path as the user gave it, an archive and its member as "laws.zip!act.xml".
    package let path: String
    /// Where its bytes are.
    package let content: Content
    /// What is known of it.
    package let metadata: DocumentMetadata

    /// A document to scan.
    package init(path: String, content: Content, metadata: DocumentMetadata = DocumentMetadata()) {
        self.path = path
        self.content = content
        self.metadata = metadata
    }

    /// The same without the bytes that it brings.
    var withoutBytes: ScanItem {
        guard case .member(_, let format, let encoding) = content else { return self }
        return ScanItem(path: path, content: .member(bytes: [], format: format, encoding: encoding), metadata: metadata)
    }
}

/// What a manifest, a path or an archive says of a document.
package struct DocumentMetadata: Sendable, Hashable {
    /// Title; that of the document itself where it is left out.
    package var title: String?
    /// Date as YYYY, YYYY-MM or YYYY-MM-DD.
    package var date: String?
    /// Year; that of the date where it is left out.
    package var year: Int?
    /// Country as the user names it.
    package var country: String?
    /// Authority, parliament or organisation that issued it.
    package var body: String?
    /// Collection that it belongs to.
    package var collection: String?
    /// Genre, which decides how its modal verbs are read.
    package var kind: DocumentKind?
    /// BCP 47 tag.
    package var language: String?
    /// Address where it was published.
    package var address: String?

    /// Nothing is known.
    package init() {}

    /// These facts, and where one is missing that of `other`.
    package func filled(from other: DocumentMetadata) -> DocumentMetadata {
        var filled = self
        filled.title = title ?? other.title
        filled.date = date ?? other.date
        filled.year = year ?? other.year
        filled.country = country ?? other.country
        filled.body = body ?? other.body
        filled.collection = collection ?? other.collection
        filled.kind = kind ?? other.kind
        filled.language = language ?? other.language
        filled.address = address ?? other.address
        return filled
    }
}
