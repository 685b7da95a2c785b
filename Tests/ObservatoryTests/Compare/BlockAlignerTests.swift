import Testing
import TextModel

@testable import Observatory

@Suite struct BlockAlignerTests {
    private func pairs(_ old: [String], _ new: [String]) -> [String] {
        BlockAligner(old: old, new: new).pairs().map {
            "\($0.old.map { String($0) } ?? "-")\($0.isMoved ? "~" : ":")\($0.new.map { String($0) } ?? "-")"
        }
    }

    private let law = [
        "The title of this law is the law on lamps.", "Every lamp shall be lit at dusk by its keeper.",
        "A keeper may appeal to the court of the town.", "This law enters into force in spring.",
    ]

    @Test func pairsWhatStayedAndWhatWasReworded() {
        var new = law
        new[1] = "Every lamp shall be lit at dusk by its keeper or by the watch."
        #expect(pairs(law, new) == ["0:0", "1:1", "2:2", "3:3"])
        #expect(pairs(law, law) == ["0:0", "1:1", "2:2", "3:3"])
    }

    @Test func tellsWhatCameAndWent() {
        #expect(pairs(law, [law[0], law[1], law[3]]) == ["0:0", "1:1", "2:-", "3:2"])
        let inserted = [law[0], "Nobody shall carry a lamp without a licence.", law[1], law[2], law[3]]
        #expect(pairs(law, inserted) == ["0:0", "-:1", "1:2", "2:3", "3:4"])
        #expect(pairs(law, []) == ["0:-", "1:-", "2:-", "3:-"])
        #expect(pairs([], law) == ["-:0", "-:1", "-:2", "-:3"])
    }

    @Test func followsAPassageThatMoved() {
        #expect(pairs(law, [law[0], law[2], law[3], law[1] + " Always."]) == ["0:0", "2:1", "3:2", "1~3"])
    }

    @Test(arguments: UInt64(1)...30)
    func namesEveryPassageOnce(seed: UInt64) {
        var random = SplitMix(seed: seed)
        func text() -> [String] {
            (0..<random.index(below: 14)).map { _ in
                (0..<(1 + random.index(below: 6))).map { _ in ["a", "b", "c", "d", "e"][random.index(below: 5)] }
                    .joined(separator: " ")
            }
        }
        let (old, new) = (text(), text())
        let found = BlockAligner(old: old, new: new).pairs()
        #expect(found.compactMap(\.old).sorted() == Array(old.indices))
        #expect(found.compactMap(\.new).sorted() == Array(new.indices))
        #expect(
            found.filter { !$0.isMoved }.compactMap(\.new) == found.filter { !$0.isMoved }.compactMap(\.new).sorted())
    }

    @Test(arguments: UInt64(1)...60)
    func alignsAsTheFullTableDoes(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let (old, new) = (Self.text(&random), Self.text(&random))
        #expect(BlockAligner(old: old, new: new).pairs() == FullAlignment(old: old, new: new).pairs())
    }

    /// Texts of a few words, with many that are equal or alike.
    private static func text(_ random: inout SplitMix) -> [String] {
        (0..<random.index(below: 25)).map { _ in
            (0..<(1 + random.index(below: 6))).map { _ in ["a", "b", "c", "d", "e", "f"][random.index(below: 6)] }
                .joined(separator: " ")
        }
    }

    @Test(arguments: UInt64(1)...60)
    func namesEveryPassageOnceWhereItComparesFew(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let (old, new) = (Self.text(&random), Self.text(&random))
        let found = BlockAligner(old: old, new: new, cellLimit: 1 + random.index(below: 40)).pairs()
        #expect(found.compactMap(\.old).sorted() == Array(old.indices))
        #expect(found.compactMap(\.new).sorted() == Array(new.indices))
        let paired = found.filter { !$0.isMoved && $0.old != nil && $0.new != nil }
        #expect(paired.compactMap(\.old) == paired.compactMap(\.old).sorted())
    }

    @Test func alignsLongTextsThatAreMostlyTheSame() {
        let old = (0..<400).map { "Provision \($0) of the law on lamps stands as number \($0)." }
        var new = old
        new[30] += " It was amended."
        new.remove(at: 200)
        new.insert("Wholly different words.", at: 300)
        new.append(new.remove(at: 10))
        let found = BlockAligner(old: old, new: new, cellLimit: 100).pairs()
        #expect(found == BlockAligner(old: old, new: new).pairs())
        #expect(found.filter(\.isMoved) == [BlockAligner.Pair(old: 10, new: 399, isMoved: true)])
        #expect(found.contains(BlockAligner.Pair(old: 30, new: 29)))
    }

    @Test(arguments: [(12_000, 12_000), (1, 12_000), (12_000, 1), (300, 90_000), (90_000, 300)])
    func keepsABandOfALargeTable(rows: Int, columns: Int) {
        var table = AlignmentTable(rows: rows, columns: columns, limit: 100_000)
        #expect(table.count <= 2 * (100_000 + rows + columns))
        var compared = 0
        table.fill { _, _ in
            compared += 1
            return 1
        }
        #expect(compared <= table.count)
        let way = table.way
        #expect(way.compactMap(\.row) == Array(0..<rows) && way.compactMap(\.column) == Array(0..<columns))
        if rows == columns { #expect(way.allSatisfy { $0.row == $0.column }) }
    }

    @Test func triesForMovesWhatIsEqualOrNear() {
        let removed = (0..<100).map { $0 == 90 ? "moved" : "old \($0)" }
        let few = MoveCandidates(removed, added: 100, limit: 1_000)
        #expect(few.places(near: 20, of: "moved") == Array(15...25) + [90])
        #expect((0..<100).map { few.places(near: $0, of: "new").count }.reduce(0, +) <= 1_100)
        #expect(MoveCandidates(removed, added: 100, limit: 10_000).places(near: 20, of: "moved") == Array(0..<100))
    }

    @Test func showsWordsThatWentAndCame() {
        let changes = WordChanges(from: "no one shall pass here", to: "no one may pass here now")
        #expect(changes.text(keeping: 9) == "no one [-shall-] {+may+} pass here {+now+}")
        let kept = WordChanges(from: "a b c d e f g h i", to: "x b c d e f g h i")
        #expect(kept.text(keeping: 2) == "[-a-] {+x+} b c …")
    }
}
