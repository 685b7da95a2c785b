import Testing

@testable import Desk

/// What git says has changed.
@Suite struct UnifiedDiffTests {
    @Test func readsNewLinesOfEachFile() {
        let diff = UnifiedDiff(
            """
            diff --git a/a.txt b/a.txt
            --- a/a.txt
            +++ b/a.txt
            @@ -1,0 +2,3 @@ heading
            +one
            @@ -9 +12 @@
            @@ -20,2 +22,0 @@
            diff --git a/gone.txt b/gone.txt
            --- a/gone.txt
            +++ /dev/null
            @@ -1,4 +0,0 @@
            diff --git "a/caf\\303\\251 \\"x\\".txt" "b/caf\\303\\251 \\"x\\".txt"
            --- /dev/null
            +++ "b/caf\\303\\251 \\"x\\".txt"
            @@ -0,0 +1 @@
            """)
        #expect(diff.lines == ["a.txt": [2...4, 12...12, 22...23], "café \"x\".txt": [1...1]])
    }

    @Test(arguments: [("3-10", 3...10), ("7", 7...7)]) func readsRanges(text: String, range: ClosedRange<Int>) {
        #expect(ChangedLines.range(text[...]) == range)
    }

    @Test(arguments: ["", "0", "5-3", "a", "3-", "-3", "1-2-3"]) func refusesOtherRanges(text: String) {
        #expect(ChangedLines.range(text[...]) == nil)
    }
}
