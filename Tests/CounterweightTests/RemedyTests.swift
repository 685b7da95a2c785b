import Ingest
import Lexicons
import Testing
import TextModel

@testable import Counterweight

/// Suggested wording: what is offered has been judged, and reads as a drafter would write it.
@Suite struct RemedyTests {
    private func findings(_ text: String, kind: DocumentKind = .statute) throws -> [Finding] {
        let analyzer = try BundledAnalyzer.analyzer()
        var document = try DocumentReader().read(bytes: Array(text.utf8), path: "draft.txt")
        document.declaredKind = kind
        return RemedyWriter(analyzer).report(analyzer.report(on: document)).findings
    }

    @Test(arguments: [
        ("No assembly may be held without a permit from the police.", "article 21", "No. 37"),
        ("The police may read any message.", "No. 16", "Zakharov"),
        ("The Minister may shut down the Internet.", "32/13", "Siracusa"),
    ])
    func citesTheNormsOnTheMeasureBeforeThoseOfTheRule(text: String, first: String, later: String) throws {
        let finding = try #require(findings(text).first { $0.rule == "CW04" })
        #expect(finding.norms.first?.contains(first) == true)
        #expect(finding.norms.dropFirst().contains { $0.contains(later) })
        #expect(Set(finding.norms).count == finding.norms.count)
        #expect(finding.norms.last?.contains("Siracusa") == true)
    }

    @Test(arguments: [
        (
            "CW04", "The Authority may block any website.",
            "The Authority may block any website. The Authority may do so only on the prior order of an independent court that names the persons or items and the time, and finds it necessary and proportionate, with notice and reasons to the persons affected and a right of appeal."
        ),
        // A person of the Ministry is not the Ministry.
        (
            "CW04", "An authorised person of the Ministry has the right to request any information on users.",
            "An authorised person of the Ministry has the right to request any information on users. This may be done only on the prior order of an independent court that names the persons or items and the time, and finds it necessary and proportionate, with notice and reasons to the persons affected and a right of appeal."
        ),
        // A duty stays a duty.
        (
            "CW04", "Platforms shall remove false news.",
            "Platforms shall remove false news. This is done only on the prior order of an independent court that names the persons or items and the time, and finds it necessary and proportionate, with notice and reasons to the persons affected and a right of appeal."
        ),
        (
            "CW04", "The police may read any message without a warrant.",
            "The police may read any message on the prior order of an independent court."
        ),
        (
            "CW04", "Whoever publishes false news shall be punished by imprisonment.",
            "Whoever publishes false news shall be punished by imprisonment. This is an offence only where it is done knowingly, with intent to cause [name the serious harm], and causes it or a real danger of it. Truth, opinion and a matter of public interest are a defence. An independent court decides after a fair hearing, by a reasoned judgment open to appeal, and the penalty is necessary and proportionate to the harm."
        ),
        (
            "CW04", "No assembly may be held without a permit from the police.",
            "No assembly may be held without notice in advance to the police. A spontaneous assembly needs no notice; an assembly is prohibited only by a reasoned decision that shows that it is necessary and proportionate, and a court decides on an appeal before the day of the assembly."
        ),
        (
            "CW05", "Platforms shall remove harmful or undesirable content.",
            "Platforms shall remove content that is unlawful under [name the Act and section]."
        ),
        (
            "CW01", "For freedom from harm, the Authority may block any site.",
            "For [name what is at stake, for whom, and the danger to it], the Authority may block any site."
        ),
        (
            "CW01", "To safeguard the privacy of residents, a provider shall store all subscriber data in the country.",
            "To safeguard [name what is at stake, for whom, and the danger to it], a provider shall store all subscriber data in the country."
        ),
        (
            "CW02", "We will protect national security.",
            "We will protect national security, with full respect for the right to privacy."
        ),
        ("CW03", "We will build a secure Internet.", "We will build a secure, stable and resilient Internet."),
        (
            "CW10", "“Network stability” means a condition in which nothing is harmful to national security.",
            "“Network stability” means a condition in which nothing is harmful to the confidentiality, integrity or availability of networks, systems or the data of people."
        ),
        (
            "CW14", "Carriers shall retain the traffic data of all users.",
            "Carriers shall retain the traffic data of users named in a court order."
        ),
    ])
    func isBuiltFromThePassage(rule: String, text: String, wanted: String) throws {
        let finding = try #require(try findings(text).first { $0.rule == rule })
        #expect(finding.suggestion?.text == wanted)
        #expect(finding.suggestion?.hasPlaceholder == wanted.contains("["))
    }

    /// What is said of a control fits its kind: a judge in advance mends no offence, no ban and no shutdown.
    @Test(arguments: [
        ("CW04", "Whoever publishes false news shall be punished by imprisonment.", "Say which act is the offence"),
        ("CW04", "No person shall use a VPN.", "Delete the ban"),
        ("CW04", "The Minister may shut down the Internet.", "Delete the power"),
        ("CW14", "Every account shall be linked to a national identity number.", "Drop the duty or ban for everyone"),
        ("CW04", "The Authority may block any website.", "Say in the same provision"),
    ])
    func advisesByTheKindOfControl(rule: String, text: String, beginning: String) throws {
        let finding = try #require(try findings(text).first { $0.rule == rule })
        #expect(finding.remedy.hasPrefix(beginning), "\(finding.remedy)")
    }

    @Test func isNotOfferedWhereNoWordingSettlesTheFinding() throws {
        let finding = try #require(
            try findings(
                "Nothing in this Act prevents the Director from hiding it: the order and its reasons are secret, and whoever discloses that a website is blocked shall be imprisoned."
            ).first {
                $0.rule == "CW16"
            })
        #expect(finding.suggestion == nil)
        #expect(!finding.remedy.isEmpty)
    }

    /// What a judge cannot mend gets no judge, and a right named beside a power is no mend.
    @Test(arguments: [
        ("CW18", "Platforms shall keep all data of citizens on servers in the country."),
        ("CW18", "The Minister may shut down the Internet."),
        ("CW04", "No person shall use a VPN."),
        ("CW04", "It is an offence to disclose that a website is blocked."),
        ("CW14", "Any blogger shall register with the Commission."),
        ("CW02", "The licensee must ensure that its service harms no public order."),
        ("CW04", "Operators shall keep the traffic data of users for at least two years."),
        ("CW01", "In order to prevent panic, the Authority may block any site."),
        ("CW05", "Whoever injures the prestige of the State shall be punished by imprisonment."),
        ("CW04", "Every account shall be linked to a national identity number."),
        ("CW02", "To keep people safe, the police may intercept any message."),
    ])
    func isNotOfferedWhereItWouldMendNothing(rule: String, text: String) throws {
        let finding = try #require(try findings(text).first { $0.rule == rule })
        #expect(finding.suggestion == nil)
    }

    @Test func isSoughtOnlyFromTheBandThatIsAsked() throws {
        let analyzer = try BundledAnalyzer.analyzer()
        let document = try DocumentReader().read(bytes: Array("We will build a secure Internet.".utf8), path: "a.txt")
        let report = RemedyWriter(analyzer).report(analyzer.report(on: document), from: .low)
        #expect(report.findings.contains { $0.band == .info })
        #expect(report.findings.allSatisfy { $0.suggestion == nil || $0.band >= .low })
    }

    /// Every suggestion on the samples, made in the bytes of the file, settles its finding and raises none.
    @Test(arguments: SampleTests.names)
    func holdsWhenItIsMadeInTheFile(name: String) throws {
        let analyzer = try BundledAnalyzer.analyzer()
        let (bytes, reader) = try SampleTests.bytes(name)
        let document = try reader.read(bytes: bytes, path: name)
        let before = analyzer.report(on: document)
        for finding in RemedyWriter(analyzer).report(before).findings {
            guard let suggestion = finding.suggestion else { continue }
            let changed = Self.applied(suggestion, to: bytes, of: document)
            var again = try reader.read(bytes: changed, path: name)
            again.declaredKind = before.kind
            let after = analyzer.report(on: again)
            let words = "\(finding.rule) at \"\(document.string(finding.span))\": \(suggestion.text)"
            try #require(again.blocks.count == document.blocks.count, "\(words)")
            #expect(again.string(again.blocks[finding.block].span) == suggestion.text, "\(words)")
            #expect(!after.findings.contains { $0.block == finding.block && $0.rule == finding.rule }, "\(words)")
            for (own, old) in zip(after.verdicts, before.verdicts) {
                #expect(own.band <= old.band, "\(words)")
                #expect(Set(own.rules).isSubset(of: old.rules), "\(words)")
            }
        }
    }

    /// The bytes of a file with the changes in its own encoding and markup.
    private static func applied(_ suggestion: Suggestion, to bytes: [UInt8], of document: Document) -> [UInt8] {
        var bytes = bytes
        for edit in suggestion.edits.reversed() {
            var text = edit.replacement
            if document.format != "text" { text = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;") }
            let isNarrow = document.encoding.name != "UTF-8"
            let new = isNarrow ? text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } : Array(text.utf8)
            bytes.replaceSubrange(document.sourceSpan(of: edit.span).range, with: new)
        }
        return bytes
    }
}
