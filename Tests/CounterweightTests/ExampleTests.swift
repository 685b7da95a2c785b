import Counterweight
import Lexicons
import Testing

/// The examples that the rule book and the lexicon carry.
struct ExampleTests {
    @Test func examplesOfRulesStayRight() throws {
        let failures = RuleTest(try BundledAnalyzer.analyzer().lexicon).failures()
        let wrong = failures.map { "\($0.rule) \($0.shouldFire ? "missed" : "fired"): \($0.example)" }
        #expect(failures.isEmpty, "\(wrong.joined(separator: "\n"))")
    }

    @Test func everyRuleHasExamplesOfBothKinds() throws {
        for rule in try BundledAnalyzer.analyzer().lexicon.rules {
            #expect(!rule.find.isEmpty && !rule.pass.isEmpty, "\(rule.description.id)")
        }
    }

    @Test func examplesOfConceptsStayRight() throws {
        let examples = try BundledAnalyzer.examples()
        let failures = LexiconTest(try BundledAnalyzer.analyzer().lexicon).failures(of: examples)
        let wrong = failures.map { "\($0.concept) \($0.shouldFind ? "missed" : "found"): \($0.example)" }
        #expect(failures.isEmpty, "\(wrong.joined(separator: "\n"))")
    }
}
