import TextModel

/// Finds out how a file is encoded and decodes it.
///
/// In order: the caller's word, a byte order mark, the file's own declaration, valid UTF-8, and then a guess that a
/// note reports. A declaration that the bytes contradict is set aside, also with a note.
struct TextDecoder: Sendable {
    /// Encoding that the caller named.
    let requested: String?
    /// Format, when known already.
    let format: InputFormat?
    /// What tells encodings apart where nothing names them.
    var guess = EncodingGuess(alphabets: [])

    /// Decodes a whole file.
    /// - Throws: `undecodable` for a requested encoding that is unknown, `binary` for bytes that are no text.
    func decode(_ bytes: [UInt8], path: String) throws(IngestError) -> DecodedText {
        let mark = ByteOrderMark(bytes)
        if let requested {
            let name = EncodingName.canonical(requested)
            let skip = mark?.encoding.hasPrefix(name) == true ? mark?.length ?? 0 : 0
            guard let text = convert(bytes, from: name, origin: .requested, skip: skip, notes: []) else {
                throw .undecodable(path: path, encoding: requested)
            }
            return text
        }
        if let mark,
            let text = convert(bytes, from: mark.encoding, origin: .byteOrderMark, skip: mark.length, notes: [])
        {
            return text
        }
        if let wide = ByteOrderMark.wideEncoding(withoutMark: bytes) {
            let note = guessNote(wide, because: "every other byte is zero")
            if let text = convert(bytes, from: wide, origin: .guessed, skip: 0, notes: [note]) { return text }
        }
        guard !FileSignature.looksBinary(bytes) else { throw .binary(path: path, what: "binary data") }
        return decodeNarrow(bytes)
    }

    private func decodeNarrow(_ bytes: [UInt8]) -> DecodedText {
        let check = UTF8Check(bytes)
        let declared = DeclaredEncoding(bytes, format: format)
        var notes: [Note] = []
        if let declared {
            let name =
                format == .xml
                ? EncodingName.canonical(declared.name)
                : EncodingName.onTheWeb(EncodingName.canonical(declared.name))
            let isASCIIOnly = check.isValid && check.multibyteCount == 0
            let fits =
                name == "UTF-8" ? isPlausibleUTF8(check) : !EncodingName.isWide(name) && (isASCIIOnly || !check.isValid)
            if fits, let text = convert(bytes, from: name, origin: declared.origin, skip: 0, notes: [], check: check) {
                return text
            }
            notes.append(
                Note(
                    code: "encoding-declared-wrong",
                    message:
                        "the file declares the encoding \(declared.name), which its bytes contradict or which is unknown; "
                        + "the declaration was set aside",
                    offset: check.firstInvalid))
        }
        if check.isValid {
            return DecodedText(
                source: SourceText(bytes: bytes), encoding: TextEncoding(name: "UTF-8", origin: .valid), notes: notes)
        }
        let name = isPlausibleUTF8(check) ? "UTF-8" : guess.encoding(of: bytes) ?? "windows-1252"
        notes.append(guessNote(name, because: "the bytes are not valid UTF-8", at: check.firstInvalid))
        return convert(bytes, from: name, origin: .guessed, skip: 0, notes: notes)
            ?? DecodedText(
                source: SourceText(bytes: Array(String(decoding: bytes, as: UTF8.self).utf8)),
                encoding: TextEncoding(name: "UTF-8", origin: .guessed), notes: notes)
    }

    /// Damaged UTF-8 stays UTF-8: Latin-1 text hardly ever forms valid sequences by accident.
    private func isPlausibleUTF8(_ check: UTF8Check) -> Bool {
        check.isValid || check.multibyteCount >= 4 * check.invalidCount
    }

    private func convert(
        _ bytes: [UInt8], from name: String, origin: TextEncoding.Origin, skip: Int, notes: [Note],
        check: UTF8Check? = nil
    ) -> DecodedText? {
        let encoding = TextEncoding(name: name, origin: origin)
        let keepsBytes =
            name == "UTF-8" || name == "US-ASCII" || (check?.multibyteCount == 0 && !EncodingName.isStateful(name))
        if keepsBytes, (check ?? UTF8Check(bytes)).isValid {
            let source =
                skip == 0 ? SourceText(bytes: bytes) : SourceText(bytes: Array(bytes[skip...]), byteOrderMark: skip)
            return DecodedText(source: source, encoding: encoding, notes: notes)
        }
        guard var conversion = Conversion(from: name) else { return nil }
        conversion.run(bytes, from: skip)
        let source = conversion.source(byteOrderMark: skip)
        // iconv knows encodings of more than Unicode, and spells their characters in bytes that are no UTF-8.
        guard UTF8Check(source.bytes).isValid else { return nil }
        var notes = notes
        if let first = conversion.firstInvalid {
            let count = conversion.invalidCount
            notes.append(
                Note(
                    code: "invalid-bytes",
                    message: "\(count) \(count == 1 ? "place is" : "places are") not valid \(name); read as U+FFFD",
                    offset: first))
        }
        return DecodedText(source: source, encoding: encoding, notes: notes)
    }

    private func guessNote(_ name: String, because reason: String, at offset: Int? = nil) -> Note {
        Note(
            code: "encoding-guessed",
            message: "encoding guessed as \(name) because \(reason); name it if that is wrong", offset: offset)
    }
}
