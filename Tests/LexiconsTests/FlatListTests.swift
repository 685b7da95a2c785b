import Foundation
import Testing

@testable import Lexicons

@Suite struct FlatListTests {
    @Test func holdsWhatItWasMadeOf() {
        let list = FlatList([3, 1, 2] as [UInt32])
        #expect((0..<list.count).map { list[$0] } == [3, 1, 2])
        #expect(list[1..<3].count == 2 && list[1..<3][0] == 1)
        #expect(FlatList([UInt64]()).count == 0)
    }

    @Test(arguments: [
        (0, 2, true), (4, 1, true), (8, 0, true), (0, 3, false), (4, 2, false), (8, 1, false), (9, 0, false),
        (2, 1, false), (-4, 1, false), (0, -1, false), (0, Int.max, false),
    ])
    func staysWithinItsBytes(offset: Int, count: Int, isThere: Bool) {
        let bytes = SharedBytes(copying: [1, 0, 0, 0, 2, 0, 0, 0] as [UInt8])
        let list = FlatList<UInt32>(in: bytes, at: offset, count: count)
        #expect((list != nil) == isThere)
        #expect(list?.count ?? count == count)
    }

    @Test func mapsOnlyFilesThatHoldSomething() throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("flat-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: root) }
        let file = root.path + "/file"
        try Data([7, 8]).write(to: URL(fileURLWithPath: file))
        try Data().write(to: URL(fileURLWithPath: root.path + "/empty"))
        try FileManager.default.createSymbolicLink(atPath: root.path + "/link", withDestinationPath: file)
        #expect(SharedBytes(mappingOwn: file)?.count == 2)
        for other in ["/empty", "/link", "/missing", ""] { #expect(SharedBytes(mappingOwn: root.path + other) == nil) }
    }
}
