import CLibxml2

/// Receives the events of a markup file in order.
protocol SAXReceiver: AnyObject {
    /// An element starts. `key` is equal for equal names within one file.
    func start(_ name: Span<UInt8>, key: UInt, facts: ElementFacts)
    /// Whether an element states something about the document, so that all its attributes are wanted.
    func states(_ name: Span<UInt8>, key: UInt) -> Bool
    /// An element ends.
    func end(_ name: Span<UInt8>)
    /// Text, in pieces of any size.
    func text(_ text: Span<UInt8>)
    /// The content of a CDATA section of XML, whole.
    func section(_ text: Span<UInt8>)
    /// The content of a script or style of HTML, in pieces of any size.
    func script(_ text: Span<UInt8>)
    /// A general entity is declared; `content` is `nil` when it stands in another file.
    func declare(entity: String, content: [UInt8]?)
    /// The markup is broken.
    func broken(_ message: String)
    /// Whether the rest of the file is of no use.
    var wantsToStop: Bool { get }
}

/// Runs libxml2 over decoded bytes. It opens no file and no connection and expands no entity.
///
/// All unsafe code of the markup reader is here and in ``SAXEvents``.
enum SAXParser {
    /// Makes the tables that libxml2 shares between threads, once.
    static let isReady: Void = xmlInitParser()

    /// Reports the events of `bytes`, which must be UTF-8, to `receiver`; `regions` are given for pages.
    static func parse(_ bytes: [UInt8], isHTML: Bool, regions: RegionWords?, receiver: any SAXReceiver) {
        isReady
        let events = SAXEvents(receiver: receiver, regions: regions)
        unsafe bytes.withUnsafeBytes { buffer in
            let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            let context =
                unsafe isHTML
                ? htmlCreateMemoryParserCtxt(start, Int32(buffer.count))
                : xmlCreateMemoryParserCtxt(start, Int32(buffer.count))
            guard let context = unsafe context else { return }
            unsafe run(context, events: events, isHTML: isHTML)
        }
    }

    private static func run(_ context: xmlParserCtxtPtr, events: SAXEvents, isHTML: Bool) {
        unsafe events.context = context
        let pointer = unsafe Unmanaged.passUnretained(events).toOpaque()
        if isHTML {
            let options =
                HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
                | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOIMPLIED.rawValue | HTML_PARSE_COMPACT.rawValue
                | HTML_PARSE_IGNORE_ENC.rawValue
            unsafe htmlCtxtUseOptions(context, Int32(options))
        } else {
            let options =
                XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
                | XML_PARSE_NOWARNING.rawValue | XML_PARSE_HUGE.rawValue | XML_PARSE_IGNORE_ENC.rawValue
            unsafe xmlCtxtUseOptions(context, Int32(options))
        }
        unsafe xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
        var handler = unsafe SAXEvents.handler(isHTML: isHTML)
        unsafe withUnsafeMutablePointer(to: &handler) { table in
            let own = unsafe context.pointee.sax
            unsafe context.pointee.sax = table
            unsafe context.pointee.userData = pointer
            _ = unsafe isHTML ? htmlParseDocument(context) : xmlParseDocument(context)
            unsafe context.pointee.sax = own
        }
        // libxml2 makes a document of its own for entity declarations, which freeing the context would leak.
        if let document = unsafe context.pointee.myDoc { unsafe xmlFreeDoc(document) }
        unsafe context.pointee.myDoc = nil
        if isHTML { unsafe htmlFreeParserCtxt(context) } else { unsafe xmlFreeParserCtxt(context) }
    }
}
