import Testing
import TextModel

@testable import Observatory

@Suite struct ManifestTests {
    private func manifest(_ text: String, _ name: String = "laws/list.csv") throws -> Manifest {
        try Manifest(Array(text.utf8), path: name)
    }

    @Test func readsFactsFromNamedColumns() throws {
        let read = try manifest(
            "Path,Title,Date,Country,Authority,Series,Genre,Lang,URL,Shelf\r\n"
                + "a.txt,\"Safety, \"\"first\"\"\nAct\",1998-07-14,Arvonia,Parliament,acts,statute,en,https://a.example/1,9\r\n"
                + "\r\nsub/b.txt,,1999,,,,,,,\r\n")
        #expect(read.documents.map(\.path) == ["laws/a.txt", "laws/sub/b.txt"])
        let first = read.documents[0].metadata
        #expect(first.title == "Safety, \"first\"\nAct")
        #expect(first.date == "1998-07-14")
        #expect(first.country == "Arvonia")
        #expect(first.body == "Parliament")
        #expect(first.collection == "acts")
        #expect(first.kind == .statute)
        #expect(first.language == "en")
        #expect(first.address == "https://a.example/1")
        #expect(read.documents[1].metadata.date == "1999")
        #expect(read.documents[1].metadata.title == nil)
        #expect(read.ignoredColumns == ["Shelf"])
    }

    @Test func readsTheSameFromEveryFormat() throws {
        let csv = try manifest("path,year,kind\na.txt,2001,speech\n")
        let tsv = try manifest("path\tyear\tkind\na.txt\t2001\tspeech\n", "laws/list.tsv")
        let lines = try manifest("{\"path\": \"a.txt\", \"year\": 2001, \"kind\": \"speech\"}\n", "laws/list.jsonl")
        let semicolons = try manifest("path;year;kind\r\na.txt;2001.0;speech\r\n")
        let tabs = try manifest("path\tyear\tkind\na.txt\t2001.0\tspeech\n")
        for read in [tsv, lines, semicolons, tabs] {
            #expect(read.documents.map(\.path) == csv.documents.map(\.path))
            #expect(read.documents.map(\.metadata) == csv.documents.map(\.metadata))
        }
    }

    @Test(arguments: [
        ("list.csv", "title\nA\n", "list.csv:1: no column is named path; the first line names the columns"),
        ("list.csv", "path,year\na.txt,1998\nb.txt,MCM\n", "list.csv:3: year: \"MCM\" is no year; write it as 1998"),
        ("list.csv", "path,year\na.txt,1998.5\n", "list.csv:2: year: \"1998.5\" is no year; write it as 1998"),
        ("list.csv", "path,date\na.txt,14.7.1998\n", "list.csv:2: date: \"14.7.1998\" is no date"),
        (
            "list.csv", "path,kind\na.txt,statue\n",
            "list.csv:2: kind: \"statue\" is no kind of document; did you mean statute?"
        ),
        ("list.csv", "path,year\na.txt,1998\na.txt,1999\n", "list.csv:3: a.txt stands in line 2 already"),
        ("list.csv", "path,title\na.txt,Peace, order\n", "list.csv:2: has 3 fields, but there are 2 columns"),
        (
            "list.csv", "path,title\na.txt,\"A,1998\nb.txt,B\n",
            "list.csv:2: a quotation mark is not closed; close it, or write two"
        ),
        (
            "list.csv", "path,title\na.txt,A\nb.txt,\"B,1998\nc.txt,\"C\"\n",
            "list.csv:3: something follows a closing quotation mark"
        ),
        ("list.csv", "path,date\na.txt,2004-02-31\n", "list.csv:2: date: \"2004-02-31\" is no date; write it as 1998"),
        (
            "list.csv", "path,date,year\na.txt,1998-01-01,2004\n",
            "list.csv:2: year: 2004 is not that of the date 1998-01-01; correct one of them"
        ),
        (
            "list.csv", "path,file\na.txt,b.txt\n",
            "list.csv:1: file: path says the path already; leave one of the two columns out"
        ),
        ("list.csv", "path,body,issuer\na.txt,A,B\n", "list.csv:1: issuer: body says the body already;"),
        ("list.csv", "path,lang\na.txt,klingon!!\n", "list.csv:2: lang: \"klingon!!\" is no tag of a language; write"),
        (
            "list.jsonl", "{\"path\": \"a.txt\", \"year\": 1998.5}\n",
            "list.jsonl:1: year: is no text and no whole number; write one value"
        ),
        (
            "list.jsonl", "{\"country\": [\"X\"], \"path\": \"a.txt\"}\n",
            "list.jsonl:1: country: is no text and no whole"
        ),
        ("list.csv", "path\n", "list.csv: the manifest names no document"),
        ("list.csv", "", "list.csv:1: the manifest is empty"),
        ("list.jsonl", "{\"path\": \"a.txt\"}\n{\"path\" \"b.txt\"}\n", "list.jsonl:2: byte 8: "),
        ("list.jsonl", "{\"title\": \"A\"}\n", "list.jsonl:1: has no path"),
        ("list.xls", "path\n", "list.xls: is no manifest by its name; known: .csv, .tsv, .jsonl, .ndjson"),
    ])
    func saysWhatIsWrongAndWhere(name: String, text: String, message: String) {
        #expect {
            try manifest(text, name)
        } throws: { error in
            (error as? Manifest.Malformed)?.description.hasPrefix(message) == true
        }
    }

    @Test(arguments: [("list.csv", "field 2 is"), ("list.jsonl", "is")])
    func refusesWhatIsNotUTF8(name: String, what: String) {
        let rows =
            name.hasSuffix("csv") ? "path,country\na.txt,C?te\n" : "\n{\"path\": \"a.txt\", \"country\": \"C?te\"}\n"
        let bytes = rows.utf8.map { $0 == UInt8(ascii: "?") ? 0xF4 : $0 }
        #expect {
            try Manifest(bytes, path: name)
        } throws: { error in
            (error as? Manifest.Malformed)?.description.hasPrefix("\(name):2: \(what) not UTF-8; save the ") == true
        }
    }

    @Test func takesSpacesAroundFactsAway() throws {
        let read = try manifest("path, country ,date\na.txt, X ,2004-02-29 \n")
        #expect(read.documents[0].metadata.country == "X")
        #expect(read.documents[0].metadata.date == "2004-02-29")
    }

    @Test func keepsFactsOfTheManifestOverThoseOfThePath() {
        var own = DocumentMetadata()
        own.country = "Arvonia"
        var other = DocumentMetadata()
        other.country = "Belmark"
        other.year = 1998
        #expect(own.filled(from: other).country == "Arvonia")
        #expect(own.filled(from: other).year == 1998)
    }
}
