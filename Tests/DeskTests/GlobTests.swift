import Testing

@testable import Desk

/// What patterns of paths match.
@Suite struct GlobTests {
    @Test(arguments: [
        ("*.html", "deep/down/a.html", true), ("*.html", "a.txt", false), ("drafts/*.txt", "drafts/a.txt", true),
        ("drafts/*.txt", "drafts/deep/a.txt", false), ("drafts/**", "drafts/deep/a.txt", true),
        ("**/old/*", "a/b/old/c", true), ("**/old/*", "old/c", true), ("a?c", "abc", true), ("a?c", "a/c", false),
        ("[a-c]x", "bx", true), ("[!a-c]x", "bx", false), ("[]]", "]", true), ("{a,b}.md", "b.md", true),
        ("{a,{b,c}}/x", "c/x", true), ("\\*", "*", true), ("\\*", "a", false), ("é?", "été.txt", false),
        ("é*", "école", true), ("", "", true),
    ])
    func matches(pattern: String, path: String, expected: Bool) throws {
        #expect(try #require(Glob(pattern)).matches(path) == expected)
    }

    @Test(arguments: ["[a", "{a,b", "[z-a]", "{a,b}{c"]) func refusesWhatIsNotClosed(pattern: String) {
        #expect(Glob(pattern) == nil)
    }

    @Test func staysLinearOnHostilePatterns() throws {
        let glob = try #require(Glob(String(repeating: "*a", count: 200)))
        #expect(glob.matches(String(repeating: "a", count: 2000) + "b") == false)
    }

    @Test func refusesPatternsThatExplode() {
        #expect(Glob(String(repeating: "{a,b}", count: 12)) == nil)
    }
}
