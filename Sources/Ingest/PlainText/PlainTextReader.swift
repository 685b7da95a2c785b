import TextModel

struct PlainTextReader {
    let decoded: DecodedText
    func document(path: String) -> Document {
        var b = DocumentBuilder(source: decoded.source)
        return b.finish(path: path, format: "text", encoding: decoded.encoding)
    }
}
