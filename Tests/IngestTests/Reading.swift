import Foundation
import Testing
import TextModel

@testable import Ingest

/// The document of some text, read under a name that decides its format, with the words of the repository's lexicon
/// unless other options are given.
func read(_ text: String, as path: String = "sample.txt", options: DocumentReader.Options? = nil) throws -> Document {
    let options = try options ?? DocumentReader.Options(words: RepositoryWords.words())
    return try read(bytes: Array(text.utf8), as: path, options: options)
}

/// The document of some bytes, with the words of the repository's lexicon unless other options are given.
func read(bytes: [UInt8], as path: String, options: DocumentReader.Options? = nil) throws -> Document {
    let options = try options ?? DocumentReader.Options(words: RepositoryWords.words())
    Seeds.keep(bytes, as: path)
    return try DocumentReader(options: options).read(bytes: bytes, path: path)
}

/// Keeps what the tests read as a start for the fuzzer, where the environment names a folder for it: a folder for each
/// format, a file for each input.
enum Seeds {
    private static let folder = ProcessInfo.processInfo.environment["COUNTERWEIGHT_SEEDS"]

    static func keep(_ bytes: [UInt8], as path: String) {
        guard let folder, let format = InputFormat(path: path) else { return }
        let own = URL(fileURLWithPath: folder).appendingPathComponent(format.rawValue)
        try? FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
        try? Data(bytes).write(to: own.appendingPathComponent(SHA256.hexDigest(of: bytes)))
    }
}

/// One line a block: kind, level, number, parent, speaker, text.
func outline(_ document: Document) -> [String] {
    document.blocks.map { block in
        var line = block.kind.rawValue
        if block.level > 0 { line += " \(block.level)" }
        if let number = block.number { line += " [\(number)]" }
        if let parent = block.parent { line += " ^\(parent)" }
        if let speaker = block.speaker { line += " @\(speaker)" }
        if block.isQuoted { line += " quoted" }
        if block.isBoilerplate { line += " boilerplate" }
        return line + ": " + document.string(block.span)
    }
}

/// Checks the outline and the source property of a text.
func expectOutline(
    _ text: String, as path: String = "sample.txt", _ expected: [String],
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let document = try read(text, as: path)
    #expect(outline(document) == expected, sourceLocation: sourceLocation)
    let violations = SourceProperty(document: document, original: Array(text.utf8)).violations()
    #expect(violations == [], sourceLocation: sourceLocation)
}
