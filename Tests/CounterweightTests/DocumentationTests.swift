import Counterweight
import Foundation
import Lexicons
import Testing

/// What the documents say that the program and its files know better.
struct DocumentationTests {
    private func text(_ path: String) throws -> String {
        try String(contentsOfFile: BundledAnalyzer.root + "/" + path, encoding: .utf8)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func page(_ name: String) throws -> String {
        try text("Sources/Counterweight/Counterweight.docc/\(name).md")
    }

    /// What `measured.json` holds of a rule.
    private struct Counts: Decodable {
        let truePositives: Int
        let falsePositives: Int
        let falseNegatives: Int
    }

    private struct Measured: Decodable {
        let passages: Int
        let rules: [String: Counts]
    }

    @Test func theFrontPageHasTheMeasuredFigures() throws {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let path = BundledAnalyzer.root + "/Lexicons/measured.json"
        let measured = try decoder.decode(Measured.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
        let credits = Set(try BundledAnalyzer.analyzer().lexicon.rules.map(\.description).filter(\.isCredit).map(\.id))
        let rules = measured.rules.filter { !credits.contains($0.key) }.values
        let hits = rules.map(\.truePositives).reduce(0, +)
        let read = hits + rules.map(\.falseNegatives).reduce(0, +)
        let made = hits + rules.map(\.falsePositives).reduce(0, +)
        func percent(_ whole: Int) -> Int { Int((100 * Double(hits) / Double(whole)).rounded()) }
        let readme = try text("README.md")
        #expect(readme.contains("On the \(measured.passages) test passages"))
        #expect(readme.contains("its rules make \(percent(read))% of the findings that a reader makes"))
        #expect(readme.contains("\(percent(made))% of the findings that they make are right"))
    }

    @Test func everyNameThatALexiconMayUseIsExplained() throws {
        let page = try page("AddingThings")
        let names =
            DeviceRole.allCases.map(\.rawValue) + Fact.allCases.map(\.name)
            + NounClass.allCases.map { "@" + $0.rawValue }
        #expect(names.filter { !page.contains("`\($0)`") } == [])
    }

    @Test func thePassagesAreCounted() throws {
        let folder = BundledAnalyzer.root + "/Corpora"
        let samples = try FileManager.default.contentsOfDirectory(atPath: folder + "/samples")
            .filter { $0.hasSuffix(".gold.jsonl") }.map { folder + "/samples/" + $0 }
        let count = try (samples + [folder + "/gold/development.jsonl"]).map { path in
            try GoldReader().passages(in: Array(try Data(contentsOf: URL(fileURLWithPath: path))), path: path).count
        }.reduce(0, +)
        #expect(try page("Judgement").contains("(\(count) passages now)"))
    }
}
