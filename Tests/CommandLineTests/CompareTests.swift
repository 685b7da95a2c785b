import Foundation
import Testing

/// What `compare` says of two versions of a text.
@Suite struct CompareTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(
            "old.txt",
            """
            Act on Sites

            1. In this Act, "harm" means injury to the body.

            2. The office shall block the site by order of a judge.

            3. Everyone has privacy.

            4. This Act enters into force in spring.

            """)
        try folder.write(
            "new.txt",
            """
            Act on Sites

            1. In this Act, "harm" means anything that the office dislikes.

            2. For safety, the office shall block the site.

            3. This Act enters into force in spring.

            """)
    }

    private func compare(_ arguments: String...) throws -> CommandLineRun {
        try CommandLineRun(["compare"] + arguments, in: folder.url)
    }

    @Test func showsWhatWasLostAndWhatIsNewlyJustified() throws {
        let run = try compare("old.txt", "new.txt")
        #expect(run.code == 0)
        for line in [
            "Passages: unchanged 2, changed 2, moved 0, added 0, removed 1\n",
            "Definition of \"harm\" changed:", "- lost safeguard: Authorisation by a judge or independent body",
            "- lost counterweight: Privacy and data protection",
            "- new link: Safety and freedom from harm justifies Blocking and filtering",
        ] {
            #expect(run.output.contains(line), "\(line)")
        }
        #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(try compare("old.txt", "new.txt", "--fail-on-worse").code == 1)
        #expect(try compare("old.txt", "old.txt", "--fail-on-worse").code == 0)
    }

    @Test func writesJSONAndAPage() throws {
        let run = try compare("old.txt", "new.txt", "--format", "json")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(object["worse"] as? Bool == true)
        let passages = try #require(object["passages"] as? [[String: Any]])
        #expect(passages.compactMap { $0["kind"] as? String } == ["changed", "changed", "removed"])
        let page = try compare("old.txt", "new.txt", "--format", "html").output
        #expect(page.contains("<del>") && page.contains("<ins>") && !page.contains("<script"))
    }

    @Test func namesEveryTextThatCannotBeRead() throws {
        let run = try compare("gone.txt", "lost.txt")
        #expect(run.errors.contains("gone.txt") && run.errors.contains("lost.txt"))
        #expect(run.code == 2)
        #expect(try compare("old.txt", "new.txt", "-o", "new.txt").code == 2)
    }
}
