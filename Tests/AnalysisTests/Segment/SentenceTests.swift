import TestSupport
import Testing
import TextModel

@testable import Analysis

struct SentenceTests {
    /// A bar stands where one sentence ends and the next begins.
    private func check(_ barred: String, _ location: SourceLocation = #_sourceLocation) throws {
        let expected = barred.split(separator: "|").map { String($0.trimming(" ")) }
        let text = barred.replacing(" | ", with: " ").replacing("|", with: "")
        #expect(try Segmentation(text).sentences == expected, sourceLocation: location)
    }

    @Test func cutsASentenceThatNobodyCouldHoldInMind() throws {
        let text = String(repeating: "one two three four five six seven eight nine ten, ", count: 200)
        let sentences = try Segmentation(text).sentences
        #expect(sentences.count > 1)
        #expect(sentences.allSatisfy { $0.split(separator: " ").count <= 800 })
        #expect(
            sentences.joined(separator: " ").filter { $0 != " " && $0 != "," } == text.filter { $0 != " " && $0 != "," }
        )
    }

    @Test(arguments: [
        "Mr. Smith met Dr. Jones at St. Mary. | They spoke.",
        "The Minister, Hon. J. R. Okello, replied. | No vote was taken.",
        "Acme Inc. and Beta Ltd. shall comply. | They report.",
        "Acme Inc. | The company shall comply.",
        "It applies to radio, television etc. | The press is left out.",
        "Some tools, e.g. filters, may help. | Others do not.",
        "Some tools (e.g., filters) may help. | Others do not.",
        "It binds carriers, i.e. Telco and Cellco. | It binds no one else.",
        "At 10 a.m. the session opened. | It closed at noon.",
        "It opens at 10 a.m. Monday. | It closes at noon.",
        "The Act of Jan. 5 applies. | It is short.",
        "Ph.D. students may apply. | Others may not.",
        "Prof. Okello et al. found none. | We did.",
    ])
    func abbreviationEndsNoSentence(barred: String) throws { try check(barred) }

    @Test(arguments: [
        "It was heard in the U.S. Supreme Court. | It was lost.",
        "He lives in the U.S. | The law applies.",
        "He lives in the U.S. but votes abroad.",
        "The U.S.-led group met. | It agreed.",
        "The office in Washington, D.C. | It is closed.",
    ])
    func dottedCountryEndsASentenceOnlyBeforeAStarter(barred: String) throws { try check(barred) }

    @Test(arguments: [
        "J. K. Rowling wrote it. | It sold.",
        "The judge, A. Smith, agreed. | B. Jones did not.",
        "We chose plan B. | Then we left.",
    ])
    func initialEndsNoSentence(barred: String) throws { try check(barred) }

    @Test(arguments: [
        "It is No. 5 of the list. | It applies.",
        "See Art. 3 of the Act. | It binds.",
        "See Sec. 4(2) and Sched. 1. | They bind.",
        "See section 3. | The Minister may act.",
        "See Fig. 2 and pp. 3 to 7. | They show it.",
        "The fee is 3.5 per cent. | It rises to 4.25 per cent.",
        "Version 2.0.1 is out. | Install it.",
        "It cost $5 million. | That is much.",
        "The order (No. 7/2019) applies. | It is public.",
        "It began in 1998. | 2003 saw the end.",
    ])
    func numberKeepsItsPeriod(barred: String) throws { try check(barred) }

    @Test(arguments: [
        "1. The Authority shall act. | 2. It shall report.",
        "(a) The Authority shall act. | It shall report.",
        "12. Every carrier shall report.",
        "A. Every carrier shall report. | It does so yearly.",
    ])
    func listNumberStaysWithItsText(barred: String) throws { try check(barred) }

    @Test(arguments: [
        "Visit https://example.org/a.b?c=d for details. | Then reply.",
        "Visit www.example.com. | Then reply.",
        "Write to info@example.org. | We answer.",
        "It runs on Node.js and ASP.NET today. | It will change.",
    ])
    func addressIsNotCut(barred: String) throws { try check(barred) }

    @Test(arguments: [
        "Wait... what? | Nothing.",
        "He paused… | Then he spoke.",
        "He paused … and spoke.",
        "He paused... | Then he spoke.",
        "He paused . . . and spoke. | She did not.",
    ])
    func ellipsisEndsASentenceOnlyBeforeACapital(barred: String) throws { try check(barred) }

    @Test(arguments: [
        "\"Stop.\" | She left.",
        "He said \"no.\" | Then he left.",
        "She said: “It is over.” | Then she left.",
        "The so-called ‘harm.’ | Nobody defined it.",
        "(See the annex.) | The rule stands.",
        "The rule stands [see note 4]. | It binds.",
        "It was «clear.» | It was not.",
    ])
    func closingMarkBelongsToTheSentenceThatItCloses(barred: String) throws { try check(barred) }

    @Test(arguments: [
        "It is done. | (It was easy.)",
        "It is done. | \"It was easy,\" she said.",
        "It is done. | “It was easy.”",
    ])
    func openingMarkBelongsToTheSentenceThatItOpens(barred: String) throws { try check(barred) }

    @Test(arguments: [
        "\"Is it safe?\" asked the judge. | Nobody replied.",
        "“Stop!” he cried. | Nobody did.",
        "The court asked: \"What is harm?\" | It gave no answer.",
        "What is security? | It depends.",
        "What is security?! | It depends.",
    ])
    func questionInsideAReportGoesOn(barred: String) throws { try check(barred) }

    @Test(arguments: [
        "The rule is done.The rest follows."
    ])
    func gluedSentencesAreCut(glued: String) throws {
        #expect(try Segmentation(glued).sentences == ["The rule is done.", "The rest follows."])
    }

    @Test(arguments: [
        "See Smith v. Jones, 410 U.S. 113 (1973).",
        "It was settled in Roe v. Wade, 410 U.S. 113 (1973). | The Court held so.",
        "See Klass v. Germany, no. 5029/71, para. 50. | It is still good law.",
        "See 47 U.S.C. § 230(c)(1). | It protects hosts.",
    ])
    func citationIsOneSentence(barred: String) throws { try check(barred) }

    @Test(arguments: [
        "The text stops. and goes on in small letters.",
        "It was closed (approx. half a year).",
        "これは文です。|これも文です。",
        "¿Es seguro? | Depende.",
        "Жили. | Были.",
        "Élan is French. | Über is German.",
    ])
    func capitalDecidesInAnyScript(barred: String) throws { try check(barred) }

    @Test func sentenceNeverCrossesABlock() throws {
        let segmentation = try Segmentation(paragraphs: ["The Authority may", "block websites. It does."])
        #expect(segmentation.sentences == ["The Authority may", "block websites.", "It does."])
        #expect(segmentation.tokens.sentences.map(\.block) == [0, 1, 1])
    }

    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func sentencesTileTheirBlock(seed: UInt64) throws {
        var random = SeededGenerator(seed)
        let pieces = [
            "a", "The", "Über", "日本", "x.y", "U.S.", "No.", "5", "e.g.", "\u{301}", "\u{AD}", "😀", ".", ".", "!", "?",
            "…", "。", ",", ";", ":",
            "\"", "“", "”", "'", "’", "(", ")", "[", "]", "–", "-", " ", " ", " ", " ", "\u{200D}", "\u{10FFFF}",
            "\u{E000}",
        ]
        let paragraphs = (0..<3).map { _ in (0..<random.number(1...60)).map { _ in random.pick(pieces) }.joined() }
        let segmentation = try Segmentation(paragraphs: paragraphs)
        let (document, tokens) = (segmentation.document, segmentation.tokens)
        for (index, block) in document.blocks.enumerated() {
            var end = block.span.start
            for sentence in tokens.sentences(of: index) {
                let span = tokens.sentences[sentence].span
                try #require(tokens.sentences[sentence].block == index)
                try #require(span.count > 0 && end <= span.start && span.end <= block.span.end)
                try #require(document.text[end..<span.start].allSatisfy { $0 == 0x20 }, "lost text before \(span)")
                end = span.end
                for token in tokens.tokens(of: sentence) {
                    try #require(span.contains(tokens.span(of: token..<(token + 1))))
                }
            }
            #expect(
                document.text[end..<block.span.end].allSatisfy { $0 == 0x20 }, "lost text at the end of block \(index)")
        }
        #expect(tokens.firstTokenOfSentence.last == tokens.count)
        for token in tokens.list.indices.dropFirst() {
            #expect(tokens.list[token - 1].end <= tokens.list[token].start)
        }
    }
}

extension Substring {
    /// Without this character at both ends.
    fileprivate func trimming(_ character: Character) -> Substring {
        var trimmed = self
        while trimmed.first == character { trimmed.removeFirst() }
        while trimmed.last == character { trimmed.removeLast() }
        return trimmed
    }
}
