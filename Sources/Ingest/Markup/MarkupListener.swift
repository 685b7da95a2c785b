/// Hands the parser's events to a ``MarkupReading``.
///
/// An object, since callbacks of C need one. All that an event changes is in the one value, so that it is asked once an
/// event whether anybody else changes it.
final class MarkupListener: SAXReceiver {
    private(set) var wantsToStop = false

    /// What was read so far.
    var reading: MarkupReading

    /// A listener that begins a reading.
    init(_ reading: MarkupReading) { self.reading = reading }

    func start(_ name: Span<UInt8>, key: UInt, facts: ElementFacts) {
        reading.start(name, key: key, facts: facts)
        wantsToStop = reading.failure != nil
    }

    func states(_ name: Span<UInt8>, key: UInt) -> Bool { reading.states(name, key: key) }

    func end(_ name: Span<UInt8>) {
        reading.end(name)
        wantsToStop = reading.failure != nil
    }

    func text(_ text: Span<UInt8>) {
        reading.text(text)
        wantsToStop = reading.failure != nil
    }

    func section(_ text: Span<UInt8>) { reading.section(text) }
    func script(_ text: Span<UInt8>) { reading.script(text) }
    func declare(entity: String, content: [UInt8]?) { reading.declare(entity: entity, content: content) }
    func broken(_ message: String) { reading.broken(message) }
}
