/// A first pass over a file of unknown vocabulary: which elements stand within lines and which are blocks.
///
/// An element is inline when its parent has text of its own beside it, more often than not. An element whose siblings
/// are elements only is a block.
final class GenericSurvey: SAXReceiver {
    let wantsToStop = false

    private struct Parent {
        var hasText = false
        var children: Set<UInt> = []
    }

    private var stack: [Parent] = []
    private var names: [UInt: String] = [:]
    private var mixed: [UInt: Int] = [:]
    private var alone: [UInt: Int] = [:]

    /// What the survey found: roles of elements that stand within lines.
    var inlineRoles: [String: ElementRole] {
        var roles: [String: ElementRole] = [:]
        for (key, name) in names where mixed[key, default: 0] > alone[key, default: 0] { roles[name] = .inline }
        return roles
    }

    func states(_ name: Span<UInt8>, key: UInt) -> Bool { false }

    func start(_ name: Span<UInt8>, key: UInt, facts: ElementFacts) {
        if names[key] == nil {
            var bytes: [UInt8] = []
            for index in 0..<name.count { bytes.append(name[index]) }
            names[key] = String(decoding: bytes, as: UTF8.self)
        }
        if !stack.isEmpty { stack[stack.count - 1].children.insert(key) }
        if stack.count < 4096 { stack.append(Parent()) }
    }

    func end(_ name: Span<UInt8>) {
        guard let parent = stack.popLast() else { return }
        for child in parent.children {
            if parent.hasText { mixed[child, default: 0] += 1 } else { alone[child, default: 0] += 1 }
        }
    }

    func text(_ text: Span<UInt8>) {
        guard !stack.isEmpty, !stack[stack.count - 1].hasText else { return }
        for index in 0..<text.count where text[index] > 0x20 {
            stack[stack.count - 1].hasText = true
            return
        }
    }

    func section(_ text: Span<UInt8>) { self.text(text) }
    func script(_ text: Span<UInt8>) {}
    func declare(entity: String, content: [UInt8]?) {}
    func broken(_ message: String) {}
}
