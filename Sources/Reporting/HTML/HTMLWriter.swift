/// Writes HTML; whatever comes from outside goes through ``text(_:)`` or an attribute and is escaped.
package struct HTMLWriter {
    /// Names and values; an attribute without a value (`nil`) is left out, an empty one stands bare.
    package typealias Attributes = KeyValuePairs<String, String?>

    /// What was written so far, UTF-8.
    package private(set) var bytes: [UInt8] = []

    /// Starts empty.
    package init() {}

    /// An element with what `body` writes in it.
    package mutating func element(_ name: String, _ attributes: Attributes = [:], _ body: (inout HTMLWriter) -> Void) {
        open(name, attributes)
        body(&self)
        close(name)
    }

    /// An element with a text in it.
    package mutating func element(_ name: String, _ attributes: Attributes = [:], text: String) {
        element(name, attributes) { $0.text(text) }
    }

    /// Opens an element; every call is paid back by a call of ``close(_:)``.
    package mutating func open(_ name: String, _ attributes: Attributes = [:]) {
        append("<")
        append(name)
        for (key, value) in attributes {
            guard let value else { continue }
            append(" ")
            append(key)
            guard !value.isEmpty else { continue }
            append("=\"")
            text(value)
            append("\"")
        }
        append(">")
    }

    /// Closes an element.
    package mutating func close(_ name: String) {
        append("</")
        append(name)
        append(">")
    }

    /// An element that has no end: `meta`, `input`.
    package mutating func void(_ name: String, _ attributes: Attributes) { open(name, attributes) }

    /// Text or the value of an attribute, escaped, with control characters made visible.
    package mutating func text(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x26: append("&amp;")
            case 0x3C: append("&lt;")
            case 0x3E: append("&gt;")
            case 0x22: append("&quot;")
            case 0x27: append("&#39;")
            case 0x0A: append("\n")
            case 0..<0x20, 0x7F..<0xA0, 0x202D, 0x202E: replace(scalar)
            default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
    }

    /// Markup of our own: the style sheet, the document type. Never anything that was read.
    package mutating func markup(_ markup: String) { append(markup) }

    /// As ``markup(_:)``, for bytes.
    package mutating func markup(_ markup: [UInt8]) { bytes.append(contentsOf: markup) }

    /// Ends a line.
    package mutating func lineBreak() { bytes.append(0x0A) }

    private mutating func replace(_ scalar: Unicode.Scalar) {
        if let visible = VisibleText.replacement(for: scalar) { text(visible) }
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
