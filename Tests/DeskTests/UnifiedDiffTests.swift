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
            +++ b/two
            +@@ -1 +1 @@
            @@ -9 +12 @@
            --- old
            +new\r
            \\ No newline at end of file
            @@ -20,2 +22,0 @@
            -one
            -two
            diff --git a/gone.txt b/gone.txt
            --- a/gone.txt
            +++ /dev/null
            @@ -1,2 +0,0 @@
            -one
            -two
            diff --git "a/caf\\303\\251 \\"x\\".txt" "b/caf\\303\\251 \\"x\\".txt"
            --- /dev/null
            +++ "b/caf\\303\\251 \\"x\\".txt"
            @@ -0,0 +1 @@
            +one
            """)
        #expect(diff.lines == ["a.txt": [2...4, 12...12, 22...23], "café \"x\".txt": [1...1]])
    }

    @Test func readsLinesThatAreNoText() {
        let bytes =
            Array("+++ b/w.docx\n@@ -1 +1,2 @@\n-".utf8) + [0xFF, 0x0D, 0x0A] + Array("+a\n+b\n+++ b/b.txt\n".utf8)
        #expect(UnifiedDiff(bytes).lines == ["w.docx": [1...2], "b.txt": []])
    }

    @Test(arguments: [("3-10", 3...10), ("7", 7...7)]) func readsRanges(text: String, range: ClosedRange<Int>) {
        #expect(ChangedLines.range(text[...]) == range)
    }

    @Test(arguments: ["", "0", "5-3", "a", "3-", "-3", "1-2-3"]) func refusesOtherRanges(text: String) {
        #expect(ChangedLines.range(text[...]) == nil)
    }
}
