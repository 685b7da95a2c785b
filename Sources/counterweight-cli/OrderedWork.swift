internal import Foundation
internal import Synchronization

/// Work on several threads whose outcomes are taken in the order of the tasks.
///
/// Tasks are made and outcomes taken on the caller's thread. At most three tasks for each thread are under way or waiting
/// to be taken, however many there are.
struct OrderedWork<Task: Sendable, Outcome: Sendable>: Sendable {
    /// Tasks that are worked on at once; with one, no thread is started.
    let threads: Int
    /// What is done with a task.
    let work: @Sendable (Task) -> Outcome

    /// Does what `next` gives until it gives `nil`, and hands each outcome to `take`.
    /// - Throws: What `next` throws, once the outcomes of all tasks before it are taken, and what `take` throws.
    func run<Failure: Error>(
        next: () throws(Failure) -> Task?, take: (Outcome) throws(Failure) -> Void
    ) throws(Failure) {
        guard threads > 1 else {
            while let task = try next() { try take(work(task)) }
            return
        }
        let desk = Desk()
        for _ in 0..<threads { start(desk) }
        defer { desk.close(threads: threads) }
        var given = 0
        var taken = 0
        var failure: Failure?
        var isOver = false
        while true {
            while !isOver, given - taken < 3 * threads {
                do throws(Failure) {
                    guard let task = try next() else {
                        isOver = true
                        break
                    }
                    desk.put(task, number: given)
                    given += 1
                } catch {
                    (failure, isOver) = (error, true)
                }
            }
            guard taken < given else { break }
            try take(desk.outcome(of: taken))
            taken += 1
        }
        if let failure { throw failure }
    }

    private func start(_ desk: Desk) {
        let thread = Thread { [work] in
            while let (number, task) = desk.task() { desk.put(work(task), of: number) }
        }
        // As much as the first thread of a program has.
        thread.stackSize = 8 << 20
        thread.start()
    }

    /// Where tasks lie until a thread has time, and outcomes until it is their turn.
    private final class Desk: Sendable {
        private struct State {
            var tasks: [(number: Int, task: Task)] = []
            var outcomes: [Int: Outcome] = [:]
            var isClosed = false
        }

        private let state = Mutex(State())
        /// One signal for each task, and for each thread once there are no more.
        private let waiting = DispatchSemaphore(value: 0)
        private let finished = DispatchSemaphore(value: 0)

        func put(_ task: Task, number: Int) {
            state.withLock { $0.tasks.append((number, task)) }
            waiting.signal()
        }

        /// The next task; `nil` when there are no more.
        func task() -> (number: Int, task: Task)? {
            waiting.wait()
            return state.withLock { $0.isClosed || $0.tasks.isEmpty ? nil : $0.tasks.removeFirst() }
        }

        func put(_ outcome: Outcome, of number: Int) {
            state.withLock { $0.outcomes[number] = outcome }
            finished.signal()
        }

        func outcome(of number: Int) -> Outcome {
            while true {
                if let outcome = state.withLock({ $0.outcomes.removeValue(forKey: number) }) { return outcome }
                finished.wait()
            }
        }

        func close(threads: Int) {
            state.withLock { $0.isClosed = true }
            for _ in 0..<threads { waiting.signal() }
        }
    }
}
