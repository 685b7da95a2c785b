/// Who sent a message and when.
enum MailFields {
    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    /// The names in a field of addresses, an address where it has no name.
    static func names(in field: [UInt8]) -> [String] {
        var parts: [[UInt8]] = [[]]
        var isQuoted = false
        for byte in field {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte == UInt8(ascii: ","), !isQuoted { parts.append([]) } else { parts[parts.count - 1].append(byte) }
        }
        return parts.compactMap { part in
            let name = EncodedWords.text(part.prefix { $0 != UInt8(ascii: "<") }.filter { $0 != UInt8(ascii: "\"") })
            if !name.isEmpty { return name }
            let address = part.drop { $0 != UInt8(ascii: "<") }.dropFirst().prefix { $0 != UInt8(ascii: ">") }
            return address.isEmpty ? nil : String(decoding: address, as: UTF8.self)
        }
    }

    /// "Thu, 5 Mar 2026 10:00:00 +0100" as a date of ISO 8601; what is written otherwise stays as it is.
    static func date(_ field: String) -> String {
        let words = field.split { $0 == " " || $0 == "," }
        let rest = words.first.map { Int($0) == nil } == true ? words.dropFirst() : words[...]
        guard rest.count >= 3, let day = Int(rest[rest.startIndex]), (1...31).contains(day),
            let month = months.firstIndex(of: rest[rest.startIndex + 1].lowercased()),
            let year = Int(rest[rest.startIndex + 2]), (1000...9999).contains(year)
        else { return field }
        return "\(year)-\(twoDigits(month + 1))-\(twoDigits(day))"
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
