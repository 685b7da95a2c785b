import TestSupport
import Testing

@testable import Lexicons

@Suite struct LexiconCodecTests {
    @Test func givesBackAnEqualLexicon() throws {
        let lexicon = try SmallLexicon.lexicon()
        let decoded = try LexiconCodec.decode(LexiconCodec.encode(lexicon))
        #expect(decoded.version == "1.2.3")
        #expect(decoded.sha256 == "abc")
        #expect(decoded.concepts.map { "\($0)" } == lexicon.concepts.map { "\($0)" })
        #expect(decoded.entries.map(Self.written) == lexicon.entries.map(Self.written))
        #expect(decoded.rules.map { "\($0)" } == lexicon.rules.map { "\($0)" })
        #expect(decoded.scoring.gate == lexicon.scoring.gate)
        #expect(decoded.scoring.bindingness == lexicon.scoring.bindingness)
        #expect(decoded.scoring.thresholds == lexicon.scoring.thresholds)
        #expect(decoded.scoring.base == lexicon.scoring.base)
        #expect(decoded.scoring.mitigationCapIntrusive == lexicon.scoring.mitigationCapIntrusive)
        #expect(decoded.structure == lexicon.structure)
        #expect(decoded.language.tag == lexicon.language.tag)
        #expect(decoded.language.abbreviations == lexicon.language.abbreviations)
        #expect(decoded.language.starters == lexicon.language.starters)
        #expect(decoded.language.functionWords == lexicon.language.functionWords)
        #expect(decoded.language.thirdPersons == lexicon.language.thirdPersons)
        #expect(decoded.language.conversational == lexicon.language.conversational)
        #expect(decoded.language.enders == lexicon.language.enders)
        #expect(decoded.language.closers == lexicon.language.closers)
        #expect(decoded.language.numerals == lexicon.language.numerals)
        expectEqual(decoded.types, lexicon.types)
        expectEqual(decoded.nouns, lexicon.nouns)
        expectEqual(decoded.phrases, lexicon.phrases)
    }

    @Test func givesBackThePatternsAsWritten() throws {
        let decoded = try LexiconCodec.decode(LexiconCodec.encode(SmallLexicon.lexicon()))
        #expect(decoded.entries.contains { $0.pattern == "use+ a VPN" })
    }

    @Test func messageAsksOnlyForWhatItHolds() throws {
        let rule = try #require(SmallLexicon.lexicon().rule("T1"))
        var asked: [String] = []
        let words = rule.words(modality: nil, control: nil) { slot in
            asked.append(slot)
            return "block the site"
        }
        #expect(words.message == "block the site is \"bold\".")
        #expect(asked == ["control"])
        #expect(rule.words(modality: nil, control: nil) { _ in nil }.message == " is \"bold\".")
    }

    @Test func writesTheSameBytesForTheSameYAML() throws {
        let bytes = LexiconCodec.encode(try SmallLexicon.lexicon())
        #expect(try LexiconCodec.encode(SmallLexicon.lexicon()) == bytes)
        #expect(try LexiconCodec.encode(LexiconCodec.decode(bytes)) == bytes)
    }

    @Test func refusesEveryTruncation() throws {
        let bytes = LexiconCodec.encode(try SmallLexicon.lexicon())
        for count in bytes.indices {
            #expect(throws: LexiconCodecError.self) { try LexiconCodec.decode(Array(bytes[..<count])) }
        }
    }

    @Test func refusesEveryTruncationWhoseChecksumIsRight() throws {
        let bytes = LexiconCodec.encode(try SmallLexicon.lexicon())
        for count in LexiconCodec.headerSize..<bytes.count {
            let sealed = LexiconCodec.seal(Array(bytes[LexiconCodec.headerSize..<count]), maker: 0)
            #expect(throws: LexiconCodecError.self) { try LexiconCodec.decode(sealed) }
        }
    }

    @Test func noticesEveryChangedByte() throws {
        let bytes = LexiconCodec.encode(try SmallLexicon.lexicon())
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 0x10
            #expect(throws: LexiconCodecError.self) { try LexiconCodec.decode(changed) }
        }
    }

    /// Changed bytes under a right checksum are refused or give a lexicon in which every index is in range.
    @Test func neverDecodesToSomethingUnsound() throws {
        let body = Array(LexiconCodec.encode(try SmallLexicon.lexicon())[LexiconCodec.headerSize...])
        var random = SeededGenerator(7)
        var accepted = 0
        for _ in 0..<5_000 {
            var changed = body
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let index = Int.random(in: changed.indices, using: &random)
                changed[index] = Bool.random(using: &random) ? UInt8.random(in: 0...255, using: &random) : 0xFF
            }
            guard let lexicon = try? LexiconCodec.decode(LexiconCodec.seal(changed, maker: 0)) else { continue }
            accepted += 1
            #expect(Soundness.problems(in: lexicon) == [])
        }
        #expect(accepted > 0)
    }

    @Test func refusesWhatAnotherProgramCompiled() throws {
        let bytes = LexiconCodec.encode(try SmallLexicon.lexicon(), maker: 1)
        let error = #expect(throws: LexiconCodecError.self) { try LexiconCodec.decode(bytes, maker: 2) }
        #expect(error?.description == "was compiled by another program")
    }

    @Test func saysWhatIsWrong() throws {
        let bytes = LexiconCodec.encode(try SmallLexicon.lexicon())
        #expect(Self.message(Array("{\"json\": true}".utf8)) == "is no compiled lexicon")
        #expect(Self.message([]) == "ends too early")
        var newer = bytes
        newer[4] = 99
        #expect(Self.message(newer) == "has format version 99; this program reads \(LexiconCodec.formatVersion)")
        #expect(Self.message(bytes + [0]) == "is damaged: its checksum is wrong")
        #expect(
            Self.message(LexiconCodec.seal(Array(bytes[LexiconCodec.headerSize...]) + [0], maker: 0))
                == "is longer than its content")
    }

    private static func message(_ bytes: [UInt8]) -> String? {
        do {
            _ = try LexiconCodec.decode(bytes)
            return nil
        } catch {
            return error.description
        }
    }

    private static func written(_ entry: Entry) -> String {
        """
        \(entry.concept) \(entry.isInnocent) \(entry.act) \(entry.strength) \(entry.scope) \(entry.intrusiveness ?? 0) \
        \(entry.pattern)
        """
    }

    private func expectEqual(_ a: WordTypes, _ b: WordTypes) {
        expectEqual(a.traits, b.traits)
        expectEqual(a.slots, b.slots)
        expectEqual(a.hashes, b.hashes)
        expectEqual(a.prefixes.spellings.bytes, b.prefixes.spellings.bytes)
        expectEqual(a.prefixes.spellings.firstByte, b.prefixes.spellings.firstByte)
    }

    private func expectEqual(_ a: WalkPlan, _ b: WalkPlan) {
        expectEqual(a.trie.edges, b.trie.edges)
        expectEqual(a.trie.firstEdge, b.trie.firstEdge)
        expectEqual(a.trie.accepts, b.trie.accepts)
        expectEqual(a.trie.firstAccept, b.trie.firstAccept)
        #expect(a.trie.innerCount == b.trie.innerCount)
        expectEqual(a.starts, b.starts)
        expectEqual(a.accepts, b.accepts)
        expectEqual(a.keys, b.keys)
        expectEqual(a.groups, b.groups)
        expectEqual(a.inner, b.inner)
        #expect(a.typeCount == b.typeCount)
    }

    private func expectEqual<Element>(_ a: FlatList<Element>, _ b: FlatList<Element>) {
        #expect(a.count > 0 || b.count == 0)
        #expect((0..<a.count).map { "\(a[$0])" } == (0..<b.count).map { "\(b[$0])" })
    }
}
