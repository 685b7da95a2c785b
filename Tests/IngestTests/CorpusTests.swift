import Foundation
import Testing
import TextModel

@testable import Ingest

/// Runs over a folder of real files that the environment names.
struct CorpusTests {
    static let folder = ProcessInfo.processInfo.environment["COUNTERWEIGHT_CORPUS"]

    @Test(.enabled(if: folder != nil))
    func holdsThePropertyForEveryFile() throws {
        let root = URL(fileURLWithPath: try #require(Self.folder))
        let walker = try #require(
            FileManager.default.enumerator(at: root, includingPropertiesForKeys: [.isRegularFileKey]))
        let reader = DocumentReader(options: DocumentReader.Options(words: try RepositoryWords.words()))
        var files = 0
        for case let url as URL in walker
        where (try? url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true {
            do {
                let document = try reader.read(path: url.path)
                // Other formats point into the text that was taken out.
                guard ["text", "html", "xml", "markdown"].contains(document.format) else { continue }
                let original = [UInt8](try Data(contentsOf: url))
                let violations = SourceProperty(document: document, original: original).violations(wordStep: 13)
                #expect(violations == [], "\(url.path)")
                files += 1
            } catch let error as IngestError {
                print(error)
            }
        }
        print("\(files) files read")
    }
}
