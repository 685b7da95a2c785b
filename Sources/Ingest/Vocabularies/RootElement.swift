/// The root element of an XML file as its start tag tells it.
struct RootElement: Sendable {
    /// Local name.
    let name: String
    /// The document type and the start tag, where namespaces and public identifiers stand.
    let head: String

    /// Looks for the first start tag.
    init?(_ source: [UInt8]) {
        let bytes = source.span
        let syntax = MarkupSyntax(isHTML: false)
        var position = 0
        var head: [UInt8] = []
        while position < bytes.count {
            guard bytes[position] == 0x3C, let end = syntax.constructEnd(in: bytes, at: position) else {
                position += 1
                continue
            }
            let next = bytes[position + 1]
            if next == 0x21, !syntax.has("<!--", in: bytes, at: position) {
                head += source[position..<min(end, position + 4096)]
            }
            guard next == 0x21 || next == 0x3F || next == 0x2F else {
                head += source[position..<end]
                let tag = source[(position + 1)..<end].prefix { $0 > 0x20 && $0 != 0x3E && $0 != 0x2F }
                name = String(decoding: tag.split(separator: 0x3A).last ?? [], as: UTF8.self)
                self.head = String(decoding: head, as: UTF8.self)
                return
            }
            position = end
        }
        return nil
    }
}
