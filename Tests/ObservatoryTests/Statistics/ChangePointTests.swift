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

    private func cuts(_ values: [Double], limit: Double = 15) -> [Int] {
        ChangePoints.find(in: values.map { ChangePoints.Point(value: $0, weight: 1) }, limit: limit)
    }

    @Test(arguments: UInt64(1)...20)
    func findsTheStepsOfAMadeSeries(seed: UInt64) {
        let levels = [0.0, 6, -2]
        #expect(cuts(noise(60, seed: seed).enumerated().map { $1 + levels[$0 / 20] }) == [20, 40])
    }

    @Test func findsNoneInALevelOrShortSeries() {
        #expect(cuts([Double](repeating: 4, count: 30)) == [])
        #expect(cuts([0, 0, 0, 9, 9, 9], limit: 0) == [])
        #expect(cuts([]) == [])
        #expect(ChangePoints.gain(in: [Double](repeating: 0.1, count: 30).map { .init(value: $0, weight: 3) }) == 0)
        // What rises and falls again gains more by two cuts than by the best one.
        let bump = (0..<24).map { ChangePoints.Point(value: (8..<12).contains($0) ? 9 : Double($0 % 2), weight: 1) }
        #expect(ChangePoints.gain(in: bump, cutAt: [8, 12]) > ChangePoints.gain(in: bump))
        #expect(ChangePoints.gain(in: bump, cutAt: []) == 0)
    }

    @Test func doesNotDependOnTheUnit() {
        let series = noise(30, seed: 3).enumerated().map { $1 + ($0 < 12 ? 0 : 8) }
        #expect(cuts(series) == [12])
        #expect(cuts(series.map { $0 * 0.001 }) == [12])
        #expect(cuts(series.map { $0 * 1000 + 7 }) == [12])
    }

    /// Three wild points that rest on little are no level; on as much as the others, they are.
    @Test func weighsPointsByWhatTheyRestOn() {
        func points(_ weight: Double) -> [ChangePoints.Point] {
            noise(30, seed: 5).enumerated().map { index, value in
                (20...22).contains(index) ? .init(value: 12, weight: weight) : .init(value: value, weight: 1)
            }
        }
        #expect(ChangePoints.find(in: points(1), limit: 15) == [20, 23])
        #expect(ChangePoints.find(in: points(0.01), limit: 15) == [])
    }

    /// Documents of some periods: what they count, among their sentences.
    private func periods(_ random: inout SplitMix, count: Int, series: Int, shift: (Int) -> Int) -> [[[Double]]] {
        var periods: [[[Double]]] = []
        for period in 0..<count {
            var documents: [[Double]] = []
            for _ in 0..<(1 + random.index(below: 4)) {
                let sentences = 20 + random.index(below: 400)
                var row: [Double] = []
                for own in 0..<series {
                    let rate: Int = (own == 0 ? shift(period) : 0) + random.index(below: 8)
                    let count: Int = (0..<sentences).count { _ in random.index(below: 100) < rate }
                    row += [Double(count), Double(sentences)]
                }
                documents.append(row)
            }
            periods.append(documents)
        }
        return periods
    }

    private func changes(_ periods: [[[Double]]], series: Int) -> [[Int]] {
        let chance = LevelChance(periods: periods, minimums: [Double](repeating: 30, count: series), seed: 1)
        return (0..<series).map { (own: Int) -> [Int] in
            var points: [ChangePoints.Point] = []
            for documents in periods {
                let numerator: Double = documents.reduce(0) { $0 + $1[2 * own] }
                let denominator: Double = documents.reduce(0) { $0 + $1[2 * own + 1] }
                guard denominator >= 30 else { continue }
                points.append(ChangePoints.Point(value: numerator / denominator, weight: denominator))
            }
            return ChangePoints.find(in: points, limit: chance.limits[own])
        }
    }

    /// Years without any change, each of one to four documents of different lengths and rates: at most one set of six
    /// series in twenty or so may show a level change anywhere.
    @Test func seldomFindsALevelWhereThereIsNone() {
        var random = SplitMix(seed: 21)
        let wrong = (0..<40).count { _ in
            let periods = periods(&random, count: 20, series: 6) { _ in 0 }
            return changes(periods, series: 6).contains { !$0.isEmpty }
        }
        #expect(wrong <= 5)
    }

    /// Twelve more in a hundred from the twelfth of thirty years on.
    @Test func findsALevelAmongSeriesWithoutOne() {
        var random = SplitMix(seed: 22)
        let periods = periods(&random, count: 30, series: 4) { $0 < 12 ? 0 : 12 }
        #expect(changes(periods, series: 4) == [[12], [], [], []])
    }
}
