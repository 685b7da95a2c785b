/// Names of encodings in their canonical spelling, and what the web takes them to mean.
enum EncodingName {
    /// Lower-case labels to canonical names. Labels that are not here go to iconv as they are.
    private static let canonical: [String: String] = [
        "utf8": "UTF-8", "utf-8": "UTF-8", "unicode-1-1-utf-8": "UTF-8", "us-ascii": "US-ASCII", "ascii": "US-ASCII",
        "utf-16": "UTF-16", "utf-16le": "UTF-16LE", "utf-16be": "UTF-16BE", "utf-32": "UTF-32", "utf-32le": "UTF-32LE",
        "utf-32be": "UTF-32BE", "iso-8859-1": "ISO-8859-1", "iso8859-1": "ISO-8859-1", "latin1": "ISO-8859-1",
        "latin-1": "ISO-8859-1", "cp1252": "windows-1252", "windows-1252": "windows-1252", "x-cp1252": "windows-1252",
        "shift_jis": "Shift_JIS", "sjis": "Shift_JIS", "x-sjis": "Shift_JIS", "gb2312": "GB18030", "gbk": "GB18030",
        "gb18030": "GB18030", "big5": "Big5", "euc-jp": "EUC-JP", "euc-kr": "EUC-KR", "ks_c_5601-1987": "EUC-KR",
        "koi8-r": "KOI8-R", "cp1251": "windows-1251", "windows-1251": "windows-1251", "tis-620": "TIS-620",
    ]

    /// The canonical name of a label.
    static func canonical(_ label: String) -> String {
        let lower = label.lowercased()
        return canonical[lower] ?? (lower.hasPrefix("windows-") ? lower : label.uppercased())
    }

    /// What an HTML page means that declares `name`: browsers read Latin-1 and ASCII as windows-1252.
    static func onTheWeb(_ name: String) -> String {
        name == "ISO-8859-1" || name == "US-ASCII" ? "windows-1252" : name
    }

    /// Whether ASCII bytes may mean something else in the encoding, after an escape or altogether.
    static func isStateful(_ name: String) -> Bool {
        let upper = name.uppercased()
        return isWide(name) || ["ISO-2022", "UTF-7", "HZ", "EBCDIC", "IBM"].contains { upper.hasPrefix($0) }
    }

    /// Whether one unit of the encoding is two or four bytes, so that it can share no bytes with ASCII.
    static func isWide(_ name: String) -> Bool {
        name.hasPrefix("UTF-16") || name.hasPrefix("UTF-32") || name.hasPrefix("UCS-")
    }
}
