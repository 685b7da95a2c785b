import Testing
import TextModel

@testable import Ingest

struct RichTextTests {
    private func outline(_ text: String) throws -> [String] { IngestTests.outline(try read(text, as: "a.rtf")) }

    @Test func readsStylesNumbersTablesAndNotes() throws {
        let file = #"""
            {\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Arial;}}{\stylesheet{\s0 Normal;}{\s1 heading 1;}}
            {\info{\title A Law}{\author Nobody}}{\header Page head\par}
            \pard\s1 Powers\par\pard The Minister may:\par
            {\listtext (a)\tab}\pard block a {\b site};{\footnote \pard As planned.}\par
            {\listtext\'b7\tab}a list item\par
            \trowd\intbl One\cell Two\cell\row\pard Caf\'e9 and \u8364?20 \f1\'cc\'e8\'f0\f0{\deleted gone}{\v hidden}{\*\generator X;}.\par}
            """#
        #expect(
            try outline(file) == [
                "heading 1: Powers", "paragraph: The Minister may:", "provision 1 [(a)] ^1: block a site;",
                "note: As planned.",
                "list-item 1 ^2: a list item", "table-cell: One", "table-cell: Two", "paragraph: Café and €20 Мир.",
            ])
    }

    @Test(arguments: ["{\\rtf1 Open {group", "{\\rtf1 Open\\", "{\\rtf1 Open \\'e", "{\\rtf1 Open}}}} \\bin99999999 x"])
    func readsWhatStandsInABrokenFile(text: String) throws {
        #expect(try outline(text).first?.hasPrefix("paragraph: Open") == true)
    }

    @Test func survivesManyGroups() throws {
        let deep =
            "{\\rtf1 " + String(repeating: "{", count: 100_000) + "In." + String(repeating: "}", count: 100_000)
            + " Out.}"
        #expect(try outline(deep) == ["paragraph: In. Out."])
    }
}
