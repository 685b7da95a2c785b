import Counterweight
import Foundation
import Ingest
import Testing
import TextModel

/// The whole way from bytes to report, over every sample document.
struct SampleTests {
    private static let folder = BundledAnalyzer.root + "/Corpora/samples/"
    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
        .filter { !$0.hasSuffix(".jsonl") }.sorted()

    /// The bytes of a sample, and the reader that reads samples.
    static func bytes(_ name: String) throws -> (bytes: [UInt8], reader: DocumentReader) {
        let words = try BundledAnalyzer.analyzer().lexicon.structure
        let data = try Data(contentsOf: URL(fileURLWithPath: folder + name))
        return ([UInt8](data), DocumentReader(options: DocumentReader.Options(words: words)))
    }

    private func report(_ name: String) throws -> Report {
        let analyzer = try BundledAnalyzer.analyzer()
        let reader = DocumentReader(options: DocumentReader.Options(words: analyzer.lexicon.structure))
        return analyzer.report(on: try reader.read(path: Self.folder + name))
    }

    @Test func thereAreSamplesOfEveryFormat() {
        #expect(Set(Self.names.map { $0.split(separator: ".").last ?? "" }).isSuperset(of: ["txt", "html", "xml"]))
    }

    @Test(arguments: names)
    func everyJudgedBlockHasOneVerdict(name: String) throws {
        let report = try report(name)
        let judged = report.document.blocks.indices.filter { !report.document.blocks[$0].isBoilerplate }
        #expect(!judged.isEmpty && report.words > 0)
        #expect(report.verdicts.map(\.block) == judged)
    }

    @Test(arguments: names)
    func verdictSumsUpItsFindings(name: String) throws {
        let report = try report(name)
        let findings = Dictionary(grouping: report.findings, by: \.block)
        let credits = Dictionary(grouping: report.credits, by: \.block)
        for verdict in report.verdicts {
            let own = findings[verdict.block] ?? []
            #expect(verdict.rules == Set(own.map(\.rule)).sorted())
            #expect(verdict.credits == Set((credits[verdict.block] ?? []).map(\.rule)).sorted())
            #expect(verdict.band >= own.map(\.band).max() ?? .none)
            #expect(own.allSatisfy { $0.stance == verdict.stance })
            #expect((0...100).contains(verdict.score))
        }
        #expect(Set(findings.keys).isSubset(of: report.verdicts.map(\.block)))
    }

    @Test(arguments: names)
    func everyPlaceLiesInItsBlock(name: String) throws {
        let report = try report(name)
        let blocks = report.document.blocks
        for finding in report.findings {
            #expect(blocks[finding.block].span.contains(finding.span) && finding.span.count > 0)
        }
        for credit in report.credits {
            #expect(blocks[credit.block].span.contains(credit.span) && credit.span.count > 0)
        }
        for mention in report.mentions {
            #expect(blocks[mention.block].span.contains(mention.span) && mention.span.count > 0)
            #expect(report.sentences[mention.sentence].block == mention.block)
            #expect(report.sentences[mention.sentence].span.contains(mention.span))
        }
        for sentence in report.sentences { #expect(blocks[sentence.block].span.contains(sentence.span)) }
    }

    @Test(arguments: names)
    func everyPlaceLiesInTheText(name: String) throws {
        let report = try report(name)
        let text = TextSpan(0, report.document.text.count)
        let places =
            report.findings.flatMap { $0.related.map(\.span) + ($0.nearest.map { [$0.span] } ?? []) }
            + report.mentions.flatMap { $0.cues.compactMap(\.span) } + report.links.compactMap { $0.cue?.span }
        for place in places { #expect(text.contains(place) && place.count > 0) }
        for link in report.links {
            #expect(report.mentions.indices.contains(link.from) && report.mentions.indices.contains(link.to))
        }
    }

    @Test(arguments: names)
    func resultsStandInReadingOrder(name: String) throws {
        let report = try report(name)
        #expect(report.mentions.map(\.span.start) == report.mentions.map(\.span.start).sorted())
        #expect(report.findings.map(\.span.start) == report.findings.map(\.span.start).sorted())
        #expect(report.credits.map(\.block) == report.credits.map(\.block).sorted())
        #expect(report.sentences.map(\.span) == report.sentences.map(\.span).sorted())
    }

    @Test(arguments: names)
    func mentionIsMadeOfTheBytesOfTheFile(name: String) throws {
        let report = try report(name)
        let file = [UInt8](try Data(contentsOf: URL(fileURLWithPath: Self.folder + name)))
        for mention in report.mentions {
            let bytes = file[report.document.sourceSpan(of: mention.span).range]
            let written =
                report.document.encoding.name == "UTF-8"
                ? String(decoding: bytes, as: UTF8.self)
                : try #require(String(data: Data(bytes), encoding: .windowsCP1252))
            #expect(
                Self.letters(of: written, isMarkup: report.document.format != "text")
                    == Self.letters(of: report.document.string(mention.span), isMarkup: false))
        }
    }

    /// Letters and digits alone: white space is folded and a hyphen at the end of a line may be gone.
    private static func letters(of text: String, isMarkup: Bool) -> String {
        var text = text
        if isMarkup {
            text = text.replacing(/<!--.*?-->/.dotMatchesNewlines(), with: "").replacing(/<[^>]*>/, with: "").replacing(
                /&#?\w+;/, with: "")
        }
        return text.filter { $0.isLetter || $0.isNumber }
    }

    @Test(arguments: names)
    func secondRunGivesTheSameReport(name: String) throws {
        let (first, second) = (try report(name), try report(name))
        #expect(String(describing: first.mentions) == String(describing: second.mentions))
        #expect(String(describing: first.links) == String(describing: second.links))
        #expect(String(describing: first.verdicts) == String(describing: second.verdicts))
        #expect(String(describing: first.findings) == String(describing: second.findings))
        #expect(first.credits == second.credits)
    }

    @Test func reportDoesNotDependOnWhatWasReadBefore() async throws {
        let forward = try Self.names.map { try report($0).findings.map(\.fingerprint) }
        let backward = try Self.names.reversed().map { try report($0).findings.map(\.fingerprint) }
        #expect(forward == backward.reversed())
        let together = try await withThrowingTaskGroup(of: (Int, [String]).self) { group in
            for (index, name) in Self.names.enumerated() {
                group.addTask { (index, try self.report(name).findings.map(\.fingerprint)) }
            }
            return try await group.reduce(into: [[String]](repeating: [], count: Self.names.count)) { $0[$1.0] = $1.1 }
        }
        #expect(together == forward)
    }

    @Test(arguments: names)
    func fingerprintsOfADocumentDiffer(name: String) throws {
        let fingerprints = try report(name).findings.map(\.fingerprint)
        #expect(Set(fingerprints).count == fingerprints.count)
        #expect(!fingerprints.contains(""))
    }

    @Test(arguments: names)
    func profileCountsWhatTheReportHolds(name: String) throws {
        let report = try report(name)
        let profile = report.profile
        #expect(profile.findingsByBand.values.reduce(0, +) == report.findings.count)
        #expect(profile.findingsByRule.values.reduce(0, +) == report.findings.count)
        #expect(profile.isolation.reduce(0, +) == profile.values)
        #expect(profile.safeguardedControls <= profile.controls)
    }
}
