import TextModel

/// What a file says about its own encoding.
struct DeclaredEncoding: Sendable {
    /// Name as declared.
    let name: String
    /// Where it was declared.
    let origin: TextEncoding.Origin

    /// Looks for an XML declaration, then (unless the file is plain text or XML) for a `meta` element.
    init?(_ bytes: [UInt8], format: InputFormat?) {
        guard format != .text else { return nil }
        let head = bytes.prefix(4096).map { $0 | (0x41...0x5A ~= $0 ? 0x20 : 0) }
        if let name = Self.xmlDeclaration(head) {
            self.init(name: name, origin: .declared)
        } else if format != .xml, let name = Self.meta(head) {
            self.init(name: name, origin: .meta)
        } else {
            return nil
        }
    }

    private init(name: String, origin: TextEncoding.Origin) {
        self.name = name
        self.origin = origin
    }

    private static func xmlDeclaration(_ head: [UInt8]) -> String? {
        let start = head.firstIndex { $0 > 0x20 } ?? 0
        guard head[start...].starts(with: "<?xml".utf8), let end = find("?>", in: head, from: start) else { return nil }
        guard let key = find("encoding", in: head, from: start), key < end else { return nil }
        return value(in: head, after: key + 8)
    }

    /// `<meta charset=…>` or `<meta http-equiv content="text/html; charset=…">`.
    private static func meta(_ head: [UInt8]) -> String? {
        var from = 0
        while let tag = find("<meta", in: head, from: from) {
            let end = head[tag...].firstIndex(of: UInt8(ascii: ">")) ?? head.count
            if let key = find("charset", in: head, from: tag), key < end { return value(in: head, after: key + 7) }
            from = end
        }
        return nil
    }

    private static func value(in head: [UInt8], after key: Int) -> String? {
        var index = key
        while index < head.count, head[index] <= 0x20 { index += 1 }
        guard index < head.count, head[index] == UInt8(ascii: "=") else { return nil }
        index += 1
        while index < head.count, head[index] <= 0x20 || head[index] == 0x22 || head[index] == 0x27 { index += 1 }
        let name = head[index...].prefix { byte in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || "-_.:+".utf8.contains(byte)
        }
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }

    private static func find(_ needle: String, in bytes: [UInt8], from start: Int) -> Int? {
        let wanted = Array(needle.utf8)
        guard bytes.count >= wanted.count + start else { return nil }
        return (start...(bytes.count - wanted.count)).first { bytes[$0...].starts(with: wanted) }
    }
}
