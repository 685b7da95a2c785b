internal import Glibc

/// Runs something again whenever one of some files changes.
enum FileWatch {
    /// Size and time of change; `nil` for a file that is not there.
    private typealias State = [String: [Int]]

    /// Runs `work` at once and after every change, until the program is interrupted. Errors are printed.
    static func repeating(over paths: () throws -> [String], _ work: () throws -> Void) throws -> Never {
        while true {
            let before = state(of: (try? paths()) ?? [])
            do {
                try work()
            } catch let error as CommandError {
                for line in error.messages { Console.error(line) }
            }
            repeat { usleep(200_000) } while state(of: (try? paths()) ?? []) == before
        }
    }

    private static func state(of paths: [String]) -> State {
        var state: State = [:]
        for path in paths {
            var status = stat()
            guard unsafe stat(path, &status) == 0 else { continue }
            state[path] = [
                Int(status.st_size), Int(status.st_mtim.tv_sec), Int(status.st_mtim.tv_nsec), Int(status.st_ino),
            ]
        }
        return state
    }
}
