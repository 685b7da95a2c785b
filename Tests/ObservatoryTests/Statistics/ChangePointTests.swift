import Testing
import TextModel

@testable import Observatory

@Suite struct ChangePointTests {
    /// Noise of a standard deviation of one or so.
    private func noise(_ count: Int, seed: UInt64) -> [Double] {
        var random = SplitMix(seed: seed)
        return (0..<count).map { _ in
            (0..<12).reduce(-6.0) { sum, _ in sum + Double(random.next() >> 11) / Double(1 << 53) }
        }
    }

    @Test(arguments: UInt64(1)...20)
    func findsTheStepsOfAMadeSeries(seed: UInt64) {
        let levels = [0.0, 6, -2]
        let series = noise(60, seed: seed).enumerated().map { $1 + levels[$0 / 20] }
        #expect(ChangePoints.find(in: series) == [20, 40])
    }

    @Test func seldomFindsOneInNoiseAlone() {
        let wrong = (UInt64(1)...200).count { !ChangePoints.find(in: noise(40, seed: $0 &+ 1000)).isEmpty }
        #expect(wrong <= 30)
    }

    @Test func findsNoneInALevelOrShortSeries() {
        #expect(ChangePoints.find(in: [Double](repeating: 4, count: 30)) == [])
        #expect(ChangePoints.find(in: [0, 0, 0, 9, 9, 9]) == [])
        #expect(ChangePoints.find(in: []) == [])
    }

    @Test func doesNotDependOnTheUnit() {
        let series = noise(30, seed: 3).enumerated().map { $1 + ($0 < 12 ? 0 : 8) }
        #expect(ChangePoints.find(in: series) == [12])
        #expect(ChangePoints.find(in: series.map { $0 * 0.001 }) == [12])
        #expect(ChangePoints.find(in: series.map { $0 * 1000 + 7 }) == [12])
    }
}
