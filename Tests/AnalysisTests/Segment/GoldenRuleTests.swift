import Testing
import TextModel

@testable import Analysis

/// The rules that splitters of English sentences are measured by, each with a sentence of our own, and the same for texts
/// of law.
struct GoldenRuleTests {
    /// A bar stands where one sentence ends and the next begins.
    private func check(_ barred: String) throws {
        let expected = barred.replacing(" \n", with: " ").replacing("\n", with: " ").split(separator: "|").map {
            sentence in
            String(sentence.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        let text = barred.replacing(" | ", with: " ").replacing("|", with: "")
        #expect(try Segmentation(text).sentences == expected)
    }

    @Test(arguments: [
        "The court sat. | It rose at noon.",
        "Who may appeal? | A party may appeal.",
        "Keep the network open! | We mean it.",
        "The chair is Maria T. Lopez. | She voted.",
        "Turn to p. 12 for the text. | It is short.",
        "Did Adams and co. attend the hearing? | They did.",
        "It was signed by Hill, Brand & Co. at dawn. | It holds.",
        "Let us ask Adams and co. | They would know.",
        "It was signed by Hill, Brand & Co. | It closed on Friday.",
        "You can see Mt. Kenya from the court. | It is far.",
        "St. Anne's School is on 3rd st. near the river. | It is old.",
        "That is Hall Jr.'s opinion. | It is long.",
        "She toured the U.S.A. last spring. | She came back.",
        "He votes in the E.U. | How do you vote?",
        "He votes in the U.S. | How do you vote?",
        "He serves the U.S. Government in Ohio. | He is a clerk.",
        "He has been in the U.S. for ten years. | He stays.",
        "At 9 a.m. Ms. Roe opened the session. | She closed it at 5 P.M. | Ms. Roe then left.",
        "The fine is $250.50 at most. | It is low.",
        "The fine is $250.50. | It is due in May.",
        "The judge spoke (She had sat for 9 years by then.) at the opening. | It was short.",
        "Write to Clerk.Office@court.example.org. | We answer.",
        "The text is at: https://www.law.25.example.org/new-act/full_text.html. | Please read it.",
        "He looked up, 'This is law.' he said.",
        "He looked up, \"This is law.\" he said.",
        "He looked up, \"This is law.\" | He shut the book.",
        "Order!! | The house will hear him.",
        "Order?? | Who called for it?",
        "Order!? | Is that so?",
        "Order?! | Is that so?",
        "1.) The first duty | 2.) The second duty",
        "1.) The first duty. | 2.) The second duty.",
        "1) The first duty | 2) The second duty",
        "1) The first duty. | 2) The second duty.",
        "1. The first duty | 2. The second duty",
        "1. The first duty. | 2. The second duty.",
        "• 9. The first duty | • 10. The second duty",
        "⁃9. The first duty | ⁃10. The second duty",
        "a. The first duty | b. The second duty | c. The third duty",
        "This is a sentence\ncut in the middle by its converter.",
        "It was a warm \nday at the court.",
        "You will find it at N°. 1026.253.553. | That is the place.",
        "He works at Yahoo! in the legal department. | He likes it.",
        "They are a good pair, you and I. | Did you meet Paul I. Hart today?",
        "The author says that in plain law “the duties of the state will seem less strange. . . .”",
        "“The state [...] kept the records of all citizens [...]” (Roe 12).",
        "Where words are left out at the end, show it with marks and close it with a period . . . . | Next sentence.",
        "I never said so.... | He left the room.",
        "I was not . . . well, what I mean . . . the thing is . . . I did not sign.",
        "One habit that was weaker . . . was that of long words. . . . | The habit was not given up. . . .",
    ])
    func splitsAsTheRuleSays(barred: String) throws { try check(barred) }

    @Test(arguments: [
        "The Commission found no breach (App. No. 5029/71, Series A no. 28). | The Court agreed.",
        "See Roe v. Wade, 410 U.S. 113, 153 (1973). | The Court overruled it.",
        "Art. 5 para. 2 applies. | Art. 6 does not.",
        "Under § 12.3 of the Code, carriers report. | They do so yearly.",
        "Acme, Inc. v. Beta Corp., No. 12-345, was heard. | It was settled.",
        "The order cites 47 U.S.C. § 230(c)(1). | It is final.",
        "It was held in R. v. Oakes, [1986] 1 S.C.R. 103, at para. 69. | The test stands.",
        "He relies on Fed. R. Civ. P. 12(b)(6). | The motion fails.",
        "See Smith et al., op. cit., pp. 3 et seq. | They differ.",
        "Cf. Pub. L. No. 107-56, 115 Stat. 272 (2001). | It has lapsed.",
        "Reg. (EU) No. 2016/679, Art. 6(1)(f), allows it. | Rec. 47 explains it.",
        "Id. at 12. | The panel disagreed.",
        "Directive 2002/58/EC, O.J. L 201, p. 37, applies. | It is old.",
        "The Act, Cap. 411A, s. 27, was amended. | The rest stands.",
    ])
    func splitsTextsOfLaw(barred: String) throws { try check(barred) }
}
