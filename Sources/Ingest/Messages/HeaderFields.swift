/// The header fields of a message or web response: lines of a name, a colon and a value, which may go on in lines that
/// begin with white space.
struct HeaderFields {
    private var fields: [(name: String, value: [UInt8])] = []

    /// Reads fields from `start` to the first empty line; `end` is the offset after that line.
    init(_ bytes: ArraySlice<UInt8>, end: inout Int) {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let stop = bytes[index...].firstIndex(of: 0x0A) ?? bytes.endIndex
            var line = bytes[index..<stop]
            if line.last == 0x0D { line = line.dropLast() }
            index = min(stop + 1, bytes.endIndex)
            if line.isEmpty { break }
            if line.first == 0x20 || line.first == 0x09 {
                if let last = fields.indices.last {
                    fields[last].value += [0x20] + line.drop { $0 == 0x20 || $0 == 0x09 }
                }
            } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
                let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
                fields.append((name, Array(line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 })))
            }
        }
        end = index
    }

    /// The bytes of the first field of that name, in lower case.
    func bytes(_ name: String) -> [UInt8]? { fields.first { $0.name == name }?.value }

    /// The first field of that name as text.
    func string(_ name: String) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }

    /// What kind of content the fields announce.
    var mediaType: MediaType { MediaType(string("content-type") ?? "") }
}
