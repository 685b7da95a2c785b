internal import Glibc
internal import Observatory

/// Tells how far a scan is: a line that moves on a terminal, a line now and then elsewhere.
struct ScanMeter {
    private enum Manner { case silent, moving, plain }

    private static let movingInterval = Duration.milliseconds(200)
    private static let plainInterval = Duration.seconds(30)
    private static let barWidth = 24

    private let manner: Manner
    private let start = ContinuousClock.now
    private var last = ContinuousClock.now
    private var isShown = false
    /// Documents that were there already say nothing about the time that the others take.
    private var workStart: (time: ContinuousClock.Instant, done: Int)?

    init(isQuiet: Bool) {
        manner = isQuiet ? .silent : isatty(STDERR_FILENO) == 1 ? .moving : .plain
    }

    /// Shows progress when it is time to.
    mutating func show(_ progress: ScanProgress) {
        let now = ContinuousClock.now
        if workStart == nil, progress.judged > 0 { workStart = (now, progress.done) }
        guard manner != .silent, now - last > (manner == .moving ? Self.movingInterval : Self.plainInterval) else {
            return
        }
        last = now
        isShown = true
        let text = line(progress, at: now)
        Console.standardError(manner == .moving ? "\r\u{1B}[K\(text)" : "scan: \(text)\n")
    }

    /// Takes the moving line away.
    mutating func clear() {
        if isShown, manner == .moving { Console.standardError("\r\u{1B}[K") }
        isShown = false
    }

    /// What was done in all.
    func summary(of summary: Scan.Summary, store: String) -> String {
        let progress = summary.progress
        let seconds = Self.seconds(ContinuousClock.now - start)
        let megabytes = Double(progress.bytes) / 1e6
        let foreign = progress.foreign > 0 ? "\(progress.foreign) not judged, " : ""
        var text =
            "\(Console.counted(progress.done, "document")): \(progress.judged) judged, \(foreign)\(progress.unchanged) unchanged, \(progress.failed) failed; "
            + "\(Self.number(megabytes)) MB in \(Self.number(seconds)) s"
        if progress.judged > 0 { text += " (\(Self.number(megabytes / max(seconds, 0.001))) MB/s)" }
        if summary.isStopped {
            let left = progress.total.map { " \($0 - progress.done) are left." } ?? ""
            text += "\nStopped.\(left) Everything judged so far is in \(store); run the same command again to go on."
        }
        return text
    }

    private func line(_ progress: ScanProgress, at now: ContinuousClock.Instant) -> String {
        var text = ""
        if let total = progress.total, total > 0 {
            let filled = min(Self.barWidth, progress.done * Self.barWidth / total)
            let bar = String(repeating: "=", count: filled) + String(repeating: " ", count: Self.barWidth - filled)
            if manner == .moving { text += "[\(bar)] " }
            text += "\(progress.done)/\(Console.counted(total, "document"))"
        } else {
            text += Console.counted(progress.done, "document")
        }
        if progress.failed > 0 { text += ", \(progress.failed) failed" }
        if let workStart, now > workStart.time {
            let rate = Double(progress.done - workStart.done) / Self.seconds(now - workStart.time)
            text += ", \(Self.number(rate))/s"
            if let total = progress.total, rate > 0 {
                text += ", \(Self.time(Double(total - progress.done) / rate)) left"
            }
        }
        return text
    }

    private static func seconds(_ duration: Duration) -> Double { duration / .seconds(1) }

    private static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    private static func time(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded(.up))
        let (minutes, rest) = (whole / 60, whole % 60)
        return "\(minutes):\(rest < 10 ? "0" : "")\(rest)"
    }
}
