internal import Glibc

/// Runs something again whenever one of some files changes.
struct FileWatch {
    /// The files; asked again each time, since folders change.
    let paths: () throws -> [String]

    /// Size, time of change and identity of the files that are there.
    private typealias State = [String: [Int]]

    /// Runs `work` at once and after every change, until the program is interrupted. Errors are printed.
    func repeating(_ work: () throws -> Void) throws -> Never {
        while true {
            let before = state
            do {
                try work()
            } catch let error as CommandError {
                for line in error.messages { Console.error(line) }
            }
            repeat { usleep(200_000) } while state == before
        }
    }

    private var state: State {
        var state: State = [:]
        for path in (try? paths()) ?? [] {
            var status = stat()
            guard unsafe stat(path, &status) == 0 else { continue }
            state[path] = [
                Int(status.st_size), Int(status.st_mtim.tv_sec), Int(status.st_mtim.tv_nsec), Int(status.st_ino),
            ]
        }
        return state
    }
}
