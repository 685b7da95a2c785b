import Foundation
import Testing

@testable import Lexicons

/// The lexicon of this repository.
@Suite struct BundledLexiconTests {
    private static let folder = LexiconFolder(
        path: URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Lexicons")
            .standardized.path)

    @Test func compilesWithoutAProblem() throws {
        let lexicon = try Self.folder.load(cache: nil)
        #expect(!lexicon.entries.isEmpty)
        #expect(Soundness.problems(in: lexicon) == [])
        #expect(
            try LexiconCodec.encode(LexiconCodec.decode(LexiconCodec.encode(lexicon))) == LexiconCodec.encode(lexicon))
    }

    @Test func everyConceptAndRuleCarriesExamples() throws {
        let (lexicon, examples) = try Self.folder.source().compile(sha256: "")
        for example in examples {
            #expect(!example.find.isEmpty, "\(example.concept) has no example that must be found")
            #expect(!example.pass.isEmpty, "\(example.concept) has no example that must not be found")
        }
        for rule in lexicon.rules {
            #expect(!rule.find.isEmpty, "\(rule.description.id) has no passage on which it must fire")
            #expect(!rule.pass.isEmpty, "\(rule.description.id) has no passage on which it must not fire")
        }
    }

    @Test func everyControlAndRuleCitesItsNorms() throws {
        let lexicon = try Self.folder.load(cache: nil)
        for concept in lexicon.concepts {
            #expect(concept.norms.isEmpty == (concept.kind.family != .control), "\(concept.id)")
        }
        for rule in lexicon.rules where !rule.description.isCredit {
            #expect(!rule.description.norms.isEmpty, "\(rule.description.id)")
        }
    }

    @Test func everyControlSaysWhichSafeguardsItNeeds() throws {
        let lexicon = try Self.folder.load(cache: nil)
        for concept in lexicon.concepts where concept.kind.family == .control {
            #expect(concept.needs.count >= 3, "\(concept.id)")
            #expect(Set(concept.needs).count == concept.needs.count, "\(concept.id)")
            for id in concept.needs {
                let need = try #require(lexicon.concepts.first { $0.id == id })
                guard case .safeguard(_, _, let limits) = need.kind else {
                    Issue.record("\(concept.id) needs \(id), which is no safeguard")
                    continue
                }
                #expect(limits.isEmpty || limits.contains(concept.id), "\(id) never limits \(concept.id)")
            }
        }
    }

    @Test func rulesNameConceptsThatExist() throws {
        let lexicon = try Self.folder.load(cache: nil)
        for rule in lexicon.rules {
            for id in rule.cases.flatMap({ $0.concepts + $0.aims }) {
                #expect(lexicon.concept(id) != nil, "\(rule.description.id) names \(id)")
            }
        }
        for concept in lexicon.concepts {
            guard case .safeguard(_, _, let limits) = concept.kind else { continue }
            for id in limits { #expect(lexicon.concept(id) != nil, "\(concept.id) names \(id)") }
        }
    }
}
