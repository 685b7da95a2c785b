internal import CFormatLibraries

/// Runs MD4C over a text. All unsafe code of the Markdown reader is here.
enum MarkdownParser {
    /// Reports the blocks and texts of `bytes` from `start` on to `receiver`.
    static func parse(_ bytes: [UInt8], from start: Int, receiver: MarkdownReading) throws(SystemLibrary.Missing) {
        let library = try SystemLibrary(
            "MD4C", files: ["libmd4c.so.0", "libmd4c.so", "libmd4c.dylib"], package: "libmd4c0")
        let parse = try unsafe library.function("md_parse", as: cw_md_parse.self)
        var parser = cw_md_parser()
        parser.flags = UInt32(CW_MD_GITHUB)
        unsafe parser.enter_block = { type, detail, user in unsafe MarkdownParser.enter(type, detail, user) }
        unsafe parser.leave_block = { _, _, user in
            unsafe MarkdownParser.reading(user)?.leave()
            return 0
        }
        unsafe parser.enter_span = { type, _, user in
            unsafe MarkdownParser.reading(user)?.enterSpan(isLeftOut: MarkdownParser.isLeftOut(type))
            return 0
        }
        unsafe parser.leave_span = { type, _, user in
            unsafe MarkdownParser.reading(user)?.leaveSpan(isLeftOut: MarkdownParser.isLeftOut(type))
            return 0
        }
        unsafe parser.text = { type, text, size, user in unsafe MarkdownParser.text(type, text, size, user) }
        unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress, start < buffer.count else { return }
            receiver.base = UInt(bitPattern: base)
            let user = unsafe Unmanaged.passUnretained(receiver).toOpaque()
            let text = unsafe UnsafeRawPointer(base + start).assumingMemoryBound(to: CChar.self)
            _ = unsafe parse(text, UInt32(buffer.count - start), &parser, user)
        }
    }

    /// What stands for a picture is no part of the sentence around it, and what is struck through no longer the author's.
    private static func isLeftOut(_ type: Int32) -> Bool { Int(type) == CW_MD_IMG || Int(type) == CW_MD_DEL }

    private static func enter(_ type: Int32, _ detail: UnsafeMutableRawPointer?, _ user: UnsafeMutableRawPointer?)
        -> Int32
    {
        guard let reading = unsafe reading(user) else { return 1 }
        switch Int(type) {
        case CW_MD_H:
            let level = unsafe detail?.assumingMemoryBound(to: cw_md_heading.self).pointee.level ?? 1
            reading.enter(.heading(Int(level)))
        case CW_MD_OL:
            let list = unsafe detail?.assumingMemoryBound(to: cw_md_ordered.self).pointee
            reading.enterList(from: Int(list?.start ?? 1), delimiter: UInt8(bitPattern: list?.delimiter ?? 0x2E))
        case CW_MD_UL: reading.enterList(from: nil, delimiter: 0)
        case CW_MD_LI: reading.enterItem()
        case CW_MD_QUOTE: reading.enterQuote()
        case CW_MD_CODE: reading.enter(.code)
        case CW_MD_HTML: reading.enterMarkup()
        case CW_MD_TABLE: reading.enter(.table)
        case CW_MD_TH, CW_MD_TD: reading.enter(.cell)
        default: reading.enter(.block)
        }
        return reading.tooDeepAt == nil ? 0 : 1
    }

    private static func text(
        _ type: Int32, _ text: UnsafePointer<CChar>?, _ size: UInt32, _ user: UnsafeMutableRawPointer?
    ) -> Int32 {
        guard let reading = unsafe reading(user) else { return 1 }
        let address = UInt(bitPattern: text)
        switch Int(type) {
        case CW_MD_BR, CW_MD_SOFTBR: reading.lineBreak()
        case CW_MD_ENTITY: reading.entity(at: address, count: Int(size))
        case CW_MD_NULLCHAR: reading.space()
        case CW_MD_HTML_TEXT: reading.markup(at: address, count: Int(size))
        default: reading.text(at: address, count: Int(size))
        }
        return 0
    }

    private static func reading(_ user: UnsafeMutableRawPointer?) -> MarkdownReading? {
        unsafe user.map { unsafe Unmanaged<MarkdownReading>.fromOpaque($0).takeUnretainedValue() }
    }
}
