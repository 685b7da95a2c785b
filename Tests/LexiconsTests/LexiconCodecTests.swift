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
        #expect(decoded.entries.map { "\($0)" } == lexicon.entries.map { "\($0)" })
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
        expectEqual(decoded.vocabulary, lexicon.vocabulary)
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
        for _ in 0..<20_000 {
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

    private func expectEqual(_ a: Automaton, _ b: Automaton) {
        #expect(a.firstEdge == b.firstEdge)
        #expect(a.symbol == b.symbol)
        #expect(a.gap == b.gap)
        #expect(a.allowsComma == b.allowsComma)
        #expect(a.child == b.child)
        #expect(a.firstAccept == b.firstAccept)
        #expect(a.accept == b.accept)
    }

    private func expectEqual(_ a: Vocabulary, _ b: Vocabulary) {
        #expect(a.hashes == b.hashes)
        #expect(a.firstByte == b.firstByte)
        #expect(a.bytes == b.bytes)
        #expect(a.firstSymbol == b.firstSymbol)
        #expect(a.symbols == b.symbols)
        #expect(a.prefixBytes == b.prefixBytes)
        #expect(a.firstPrefixByte == b.firstPrefixByte)
        #expect(a.prefixSymbols == b.prefixSymbols)
    }
}
