import Testing
import TextModel

@testable import Analysis

/// One measure is one mention, however often or in however many words a passage names it.
struct MeasureFolderTests {
    private func controls(_ text: String) throws -> [String] {
        let draft = try Drafting(text)
        return draft.report.mentions.filter { $0.family == .control }.map { draft.document.string($0.span) }
    }

    @Test func groundsInOneListAreOneOffence() throws {
        let found = try controls(
            "No person shall incite hatred against the government, spread rumours or insult the President.")
        #expect(found.count == 1)
    }

    @Test func repeatedNameIsOneMeasure() throws {
        let found = try controls(
            "The Council may order an Internet shutdown. Until calm returns, the Internet shutdown shall go on.")
        #expect(found == ["Internet shutdown"])
    }

    @Test func twoDutiesOfOneKindStayTwo() throws {
        let found = try controls(
            "Platforms shall remove false news, and hosts shall remove extremist material within an hour.")
        #expect(found.count == 2)
    }

    @Test func differentMeasuresStayApart() throws {
        let found = try controls(
            "Carriers shall retain traffic data, block websites on the list and remove false news.")
        #expect(found.count == 3)
    }
}
