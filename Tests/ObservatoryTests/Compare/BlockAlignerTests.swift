import Testing

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

    @Test func showsWordsThatWentAndCame() {
        let changes = WordChanges(from: "no one shall pass here", to: "no one may pass here now")
        #expect(changes.text(keeping: 9) == "no one [-shall-] {+may+} pass here {+now+}")
        let kept = WordChanges(from: "a b c d e f g h i", to: "x b c d e f g h i")
        #expect(kept.text(keeping: 2) == "[-a-] {+x+} b c …")
    }
}
