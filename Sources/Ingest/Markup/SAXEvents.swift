import CLibxml2

/// The bridge from libxml2's C callbacks to a ``SAXReceiver``.
@safe final class SAXEvents {
    /// The parser that runs, to stop it.
    var context: xmlParserCtxtPtr?

    private let receiver: any SAXReceiver
    /// What elements of pages say about themselves; `nil` when the file is no page.
    private let regions: RegionWords?

    /// A bridge to `receiver`.
    init(receiver: any SAXReceiver, regions: RegionWords?) {
        self.receiver = receiver
        self.regions = regions
        unsafe context = nil
    }

    /// The table of callbacks. Those that are left out would load files or build a tree.
    static func handler(isHTML: Bool) -> xmlSAXHandler {
        var table = unsafe xmlSAXHandler()
        unsafe table.initialized = isHTML ? 0 : UInt32(XML_SAX2_MAGIC)
        unsafe table.characters = { user, text, length in unsafe SAXEvents.from(user)?.text(text, length) }
        unsafe table.ignorableWhitespace = table.characters
        if isHTML {
            unsafe table.startElement = { user, name, attributes in
                unsafe SAXEvents.from(user)?.startHTML(name, attributes)
            }
            unsafe table.endElement = { user, name in unsafe SAXEvents.from(user)?.end(name) }
            // Scripts and styles arrive here; the cursor steps over them on its own.
            unsafe table.cdataBlock = { user, text, length in unsafe SAXEvents.from(user)?.script(text, length) }
        } else {
            unsafe table.startElementNs = { user, name, _, _, _, _, count, _, attributes in
                unsafe SAXEvents.from(user)?.startXML(name, attributes, Int(count))
            }
            unsafe table.endElementNs = { user, name, _, _ in unsafe SAXEvents.from(user)?.end(name) }
            unsafe table.cdataBlock = { user, text, length in unsafe SAXEvents.from(user)?.section(text, length) }
            unsafe table.getEntity = { _, name in unsafe xmlGetPredefinedEntity(name) }
            unsafe table.entityDecl = { user, name, type, _, _, content in
                unsafe SAXEvents.from(user)?.declare(name, type, content)
            }
        }
        unsafe table.serror = { user, error in unsafe SAXEvents.from(user)?.report(error) }
        return unsafe table
    }

    private static func from(_ user: UnsafeMutableRawPointer?) -> SAXEvents? {
        unsafe user.map { unsafe Unmanaged<SAXEvents>.fromOpaque($0).takeUnretainedValue() }
    }

    private func text(_ text: UnsafePointer<xmlChar>?, _ length: Int32) {
        guard length > 0, !receiver.wantsToStop else { return }
        receiver.text(unsafe UnsafeBufferPointer(start: text, count: Int(length)).span)
        stopIfWanted()
    }

    private func script(_ text: UnsafePointer<xmlChar>?, _ length: Int32) {
        guard length > 0, !receiver.wantsToStop else { return }
        receiver.script(unsafe UnsafeBufferPointer(start: text, count: Int(length)).span)
    }

    private func section(_ text: UnsafePointer<xmlChar>?, _ length: Int32) {
        guard length > 0, !receiver.wantsToStop else { return }
        receiver.section(unsafe UnsafeBufferPointer(start: text, count: Int(length)).span)
    }

    private func startHTML(
        _ name: UnsafePointer<xmlChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        guard let name = unsafe name, !receiver.wantsToStop else { return }
        var facts = ElementFacts()
        if var next = unsafe attributes, let regions {
            let states = unsafe states(name)
            while let key = unsafe next.pointee {
                if let value = unsafe next[1] {
                    if states { facts.noteStated(unsafe Self.buffer(key).span, unsafe Self.buffer(value).span) }
                    facts.notePage(unsafe Self.buffer(key).span, unsafe Self.buffer(value).span, regions: regions)
                } else {
                    facts.notePage(unsafe Self.buffer(key).span, [UInt8]().span, regions: regions)
                }
                unsafe next += 2
            }
        }
        unsafe start(name, facts: facts)
    }

    private func startXML(
        _ name: UnsafePointer<xmlChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int
    ) {
        guard let name = unsafe name, !receiver.wantsToStop else { return }
        var facts = ElementFacts()
        let states = unsafe count > 0 && states(name)
        for index in 0..<count {
            guard let row = unsafe attributes.map({ unsafe $0 + 5 * index }), let key = unsafe row[0] else { continue }
            guard let from = unsafe row[3], let to = unsafe row[4] else { continue }
            let value = unsafe UnsafeBufferPointer(start: from, count: to - from)
            if states { facts.noteStated(unsafe Self.buffer(key).span, unsafe value.span) }
            if let regions {
                facts.notePage(unsafe Self.buffer(key).span, unsafe value.span, regions: regions)
            } else {
                facts.noteXML(unsafe Self.buffer(key).span, unsafe value.span)
            }
        }
        unsafe start(name, facts: facts)
    }

    private func states(_ name: UnsafePointer<xmlChar>) -> Bool {
        receiver.states(unsafe Self.buffer(name).span, key: UInt(bitPattern: name))
    }

    private static func buffer(_ text: UnsafePointer<xmlChar>) -> UnsafeBufferPointer<UInt8> {
        unsafe UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text)))
    }

    private func start(_ name: UnsafePointer<xmlChar>, facts: ElementFacts) {
        let bytes = unsafe UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name)))
        receiver.start(unsafe bytes.span, key: UInt(bitPattern: name), facts: facts)
        stopIfWanted()
    }

    private func end(_ name: UnsafePointer<xmlChar>?) {
        guard let name = unsafe name, !receiver.wantsToStop else { return }
        let bytes = unsafe UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name)))
        receiver.end(unsafe bytes.span)
        stopIfWanted()
    }

    private func declare(_ name: UnsafePointer<xmlChar>?, _ type: Int32, _ content: UnsafeMutablePointer<xmlChar>?) {
        guard let name = unsafe name else { return }
        let isInternal = type == XML_INTERNAL_GENERAL_ENTITY.rawValue
        guard isInternal || type == XML_EXTERNAL_GENERAL_PARSED_ENTITY.rawValue else { return }
        let bytes = unsafe content.map { unsafe Array(UnsafeBufferPointer(start: $0, count: Int(xmlStrlen($0)))) }
        receiver.declare(
            entity: unsafe String(decodingCString: name, as: UTF8.self), content: isInternal ? bytes ?? [] : nil)
    }

    private func report(_ error: UnsafeMutablePointer<xmlError>?) {
        guard let error = unsafe error, unsafe error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
        // Entities are the cursor's business, and it has its own notes about them.
        let code = unsafe UInt32(error.pointee.code)
        guard code != XML_ERR_UNDECLARED_ENTITY.rawValue, code != XML_WAR_UNDECLARED_ENTITY.rawValue else { return }
        let message = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? "broken markup"
        receiver.broken(message)
    }

    private func stopIfWanted() {
        if receiver.wantsToStop { unsafe xmlStopParser(context) }
    }
}
