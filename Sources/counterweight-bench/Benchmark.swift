/// Measures the analyzer: megabytes a second by stage, peak memory, and the time to load the lexicon.
///
/// Every measurement runs in a process of its own, so that one leaves no trace in another: the program
/// calls itself with a hidden first argument. Times are CPU seconds, medians of several runs; beside them
/// stands the ratio to a plain loop over the same bytes, which travels better between machines.
@main
struct Benchmark {
    static func main() {
        do throws(BenchmarkError) {
            if let task = try MeasurementTask(CommandLine.arguments.dropFirst()) {
                try task.run()
            } else if let command = try GenerateCommand(CommandLine.arguments.dropFirst()) {
                try command.run()
            } else {
                try Benchmark(BenchmarkArguments(CommandLine.arguments.dropFirst())).run()
            }
        } catch {
            StandardError.print("counterweight-bench: \(error.message)")
            System.leave(with: 2)
        }
    }

    private let arguments: BenchmarkArguments

    private init(_ arguments: BenchmarkArguments) { self.arguments = arguments }

    private func run() throws(BenchmarkError) {
        if arguments.wantsHelp { return print(BenchmarkArguments.usage) }
        let samples = try SampleFolder.documents(
            in: arguments.paths.isEmpty ? [SampleFolder.standard] : arguments.paths)
        var inputs = arguments.paths.isEmpty ? [] : samples
        let place = try TemporaryFolder()
        defer { place.remove() }
        if arguments.paths.isEmpty {
            let corpus = GeneratedCorpus(samples: try SampleFolder.sentences(of: samples))
            let text = corpus.paragraphs(bytes: arguments.megabytes * 1_000_000)
            for (name, bytes) in [
                ("generated.txt", GeneratedCorpus.plainText(text)), ("generated.html", GeneratedCorpus.html(text)),
                ("generated.xml", GeneratedCorpus.xml(text)),
            ] {
                inputs.append(try place.write(bytes, as: name))
            }
        }
        try printStages(of: inputs)
        try printLoading()
    }

    private func printStages(of inputs: [String]) throws(BenchmarkError) {
        var table = TextTable(header: [
            "document", "MB", "ingest", "segment", "match", "rest", "whole", "loop", "whole/loop", "peak MB", "× size",
        ])
        // The first load may compile the lexicon, which takes memory of its own.
        _ = try MeasurementTask.idleMemory.measure()
        let idle = try MeasurementTask.idleMemory.measure()
        for input in inputs {
            let time = try MeasurementTask.stages(path: input, runs: arguments.runs).measure()
            let memory = try MeasurementTask.memory(path: input).measure()
            guard time.count == 6, let peak = memory.first, let size = time.first else {
                throw BenchmarkError("a measurement of \(input) failed")
            }
            let rates = time.dropFirst().map { $0 > 0 ? size / $0 / 1e6 : 0 }
            let whole = size / (time[1] + time[2] + time[3] + time[4]) / 1e6
            let name = input.split(separator: "/").last.map(String.init) ?? input
            table.add(
                [name, Self.number(size / 1e6)] + rates.prefix(4).map(Self.number)
                    + [Self.number(whole), Self.number(rates[4]), Self.number(whole / rates[4], digits: 3)]
                    + [Self.number(peak / 1e6), Self.number(max(0, peak - (idle.first ?? 0)) / size)])
        }
        print(
            "Megabytes a CPU second by stage, median of \(arguments.runs) runs; loop: a hash over the words, doing nothing else"
        )
        print(table.text)
        print(
            "Peak memory of a process that loads the lexicon and reads nothing: \(Self.number((idle.first ?? 0) / 1e6)) MB; × size counts what is above it\n"
        )
    }

    private func printLoading() throws(BenchmarkError) {
        var table = TextTable(header: ["lexicon", "load ms", "whole process ms"])
        let place = try TemporaryFolder()
        defer { place.remove() }
        for (name, cache) in [("compiled from YAML", "none"), ("from the cache", place.path)] {
            _ = try MeasurementTask.load(cache: cache).measure()
            var loads: [Double] = []
            var totals: [Double] = []
            for _ in 0..<max(arguments.runs, 5) {
                let figures = try MeasurementTask.load(cache: cache).measure()
                guard figures.count == 2 else { throw BenchmarkError("a measurement of loading failed") }
                loads.append(figures[0] * 1e3)
                totals.append(figures[1] * 1e3)
            }
            table.add([name, Self.number(loads.median), Self.number(totals.median)])
        }
        print("CPU time to load the lexicon, median of \(max(arguments.runs, 5)) processes")
        print(table.text)
    }

    private static func number(_ value: Double) -> String { number(value, digits: 1) }

    private static func number(_ value: Double, digits: Int) -> String {
        guard value.isFinite else { return "-" }
        var scale = 1
        for _ in 0..<digits { scale *= 10 }
        let scaled = Int((value * Double(scale)).rounded())
        let fraction = String(scaled % scale)
        return "\(scaled / scale)." + String(repeating: "0", count: digits - fraction.count) + fraction
    }
}
