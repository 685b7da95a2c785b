import CLibxml2

/// Goes through a small XML file element by element, for readers that need attributes and know their vocabulary.
///
/// Nothing is fetched and no entity is expanded; nesting stops at libxml2's own limit of 256.
@safe final class XMLPull {
    /// What comes next.
    enum Event: Equatable {
        case start(String)
        case end(String)
        case text([UInt8])
    }

    /// Whether the file broke off or is no XML.
    private(set) var isBroken = false

    private let reader: xmlTextReaderPtr?
    private let memory: UnsafeMutableRawBufferPointer
    private var pendingEnd: String?

    /// A reader of the bytes of an XML file in any encoding that it declares.
    init(_ bytes: [UInt8]) {
        SAXParser.isReady
        unsafe memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 16)
        unsafe memory.copyBytes(from: bytes)
        let options =
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            | XML_PARSE_NOCDATA.rawValue | XML_PARSE_RECOVER.rawValue
        let start = unsafe memory.baseAddress?.assumingMemoryBound(to: CChar.self)
        unsafe reader =
            bytes.count < Int32.max
            ? xmlReaderForMemory(start, Int32(bytes.count), nil, nil, Int32(options)) : nil
        if unsafe reader == nil { isBroken = true }
    }

    deinit {
        if let reader = unsafe reader { unsafe xmlFreeTextReader(reader) }
        unsafe memory.deallocate()
    }

    /// The next element start, end or text; `nil` at the end of the file or where it is broken beyond repair.
    func next() -> Event? {
        if let name = pendingEnd {
            pendingEnd = nil
            return .end(name)
        }
        while let reader = unsafe reader {
            let result = unsafe xmlTextReaderRead(reader)
            guard result == 1 else {
                isBroken = isBroken || result < 0
                return nil
            }
            switch unsafe UInt32(bitPattern: xmlTextReaderNodeType(reader)) {
            case XML_READER_TYPE_ELEMENT.rawValue:
                let name = self.name
                if unsafe xmlTextReaderIsEmptyElement(reader) == 1 { pendingEnd = name }
                return .start(name)
            case XML_READER_TYPE_END_ELEMENT.rawValue: return .end(name)
            case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
                XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue, XML_READER_TYPE_WHITESPACE.rawValue:
                return .text(value)
            default: continue
            }
        }
        return nil
    }

    /// The attribute of the element that was just started by its name without prefix.
    func attribute(_ name: String) -> String? {
        guard let reader = unsafe reader else { return nil }
        defer { unsafe xmlTextReaderMoveToElement(reader) }
        var step = unsafe xmlTextReaderMoveToFirstAttribute(reader)
        while step == 1 {
            if self.name == name { return String(decoding: value, as: UTF8.self) }
            step = unsafe xmlTextReaderMoveToNextAttribute(reader)
        }
        return nil
    }

    /// Passes over the rest of the element that was just started.
    func skip() {
        var depth = 1
        while depth > 0, let event = next() {
            switch event {
            case .start: depth += 1
            case .end: depth -= 1
            case .text: break
            }
        }
    }

    private var name: String {
        guard let reader = unsafe reader, let name = unsafe xmlTextReaderConstLocalName(reader) else { return "" }
        return unsafe String(cString: name)
    }

    private var value: [UInt8] {
        guard let reader = unsafe reader, let value = unsafe xmlTextReaderConstValue(reader) else { return [] }
        return unsafe Array(UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value))))
    }
}
