internal import Counterweight
internal import TextModel

/// What the client said at the start that it can do.
struct ClientAbilities {
    /// How it counts characters.
    var encoding = PositionEncoding.utf16
    /// Whether it shows the places that explain a diagnostic.
    var showsRelated = false
    /// Whether it formats Markdown beside the text.
    var formatsMarkdown = false
    /// Whether its edits name the version that they are made for.
    var takesVersionedEdits = false

    init() {}

    init(_ parameters: JSONValue) {
        let abilities = parameters["capabilities"]
        let encodings = abilities?["general"]?["positionEncodings"]?.elements ?? []
        encoding = PositionEncoding(offered: encodings.compactMap(\.text))
        let document = abilities?["textDocument"]
        showsRelated = document?["publishDiagnostics"]?["relatedInformation"] == .bool(true)
        formatsMarkdown = document?["hover"]?["contentFormat"]?.elements?.contains(.string("markdown")) ?? false
        takesVersionedEdits = abilities?["workspace"]?["workspaceEdit"]?["documentChanges"] == .bool(true)
    }
}
