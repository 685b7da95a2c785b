import Lexicons
import Testing
import TextModel

@testable import Analysis

/// Judging with what is needed against judging with everything matched.
struct NeededMatchesProperty {
    private static let fragments = [
        "The Minister may order providers to block any website", "to protect national security", "without a warrant",
        "Privacy and freedom of expression must be respected", "the Authority shall ensure online safety",
        "at all costs", "Terrorists threaten our way of life", "Nothing in this Act limits encryption",
        "The committee met on Tuesday", "said the Minister", "we disagree", "subject to judicial review", "for example",
        "“harmful content” means anything that the Authority deems harmful", "in 2021, 41 incidents hit hospitals",
        "The police arrested three people, and a court sentenced them", "all communications shall be monitored",
        "An Act of 2019 to regulate services", "section 4 applies", "he walked to the river", "never", "not",
    ]

    private static let eager = Result { Judge.matchingEverything(try BundledLexicon.lexicon()) }

    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func reportsAreTheSameAsWithEverythingMatched(seed: UInt64) throws {
        var random = SeededGenerator(seed)
        let document = Self.document(&random)
        let lazy = try BundledLexicon.judge().report(on: document)
        let eager = try Self.eager.get().report(on: document)
        #expect(lazy.kind == eager.kind)
        #expect(String(describing: lazy.mentions) == String(describing: eager.mentions))
        #expect(String(describing: lazy.links) == String(describing: eager.links))
        #expect(String(describing: lazy.verdicts) == String(describing: eager.verdicts))
        #expect(String(describing: lazy.findings) == String(describing: eager.findings))
        #expect(String(describing: lazy.credits) == String(describing: eager.credits))
    }

    /// Paragraphs, headings and nested items of sentences that are put together from fragments.
    private static func document(_ random: inout SeededGenerator) -> Document {
        let texts = (0..<random.number(1...12)).map { _ in
            (0..<random.number(1...4)).map { _ in
                (0..<random.number(1...4)).map { _ in random.pick(fragments) }.joined(
                    separator: random.pick([" ", ", "]))
            }.joined(separator: ". ") + random.pick([".", ":", ";"])
        }
        var builder = DocumentBuilder(source: SourceText(bytes: texts.flatMap { Array($0.utf8) }))
        var start = 0
        for (index, text) in texts.enumerated() {
            let kind: Block.Kind = random.pick([.paragraph, .paragraph, .provision, .listItem, .heading])
            let parent = index > 0 && kind != .heading ? random.pick([nil, index - 1, 0]) : nil
            builder.open(kind, level: 1, parent: parent, isBoilerplate: random.number(0...9) == 0)
            builder.append(verbatim: start..<(start + text.utf8.count))
            start += text.utf8.count
        }
        return builder.finish(path: "x", format: "text", encoding: TextEncoding(name: "UTF-8", origin: .valid))
    }
}
