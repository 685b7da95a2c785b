import TextModel

/// What the script on the page works from: words of the interface, documents and findings, as JSON.
struct ReviewData {
    let dossiers: [Dossier]
    let results: Results
    let anchors: Anchors

    /// One object, safe inside a script element: no `<` is left in it, so that no text can open or end anything.
    var json: [UInt8] {
        var json = JSONWriter(isIndented: false)
        json.object { json in
            json.object("tool") { json in
                json.string("name", results.tool.name)
                json.string("version", results.tool.version)
            }
            json.string("lexicon", results.tool.lexiconHash)
            json.object("strings") { writeStrings(to: &$0) }
            json.array("rules") { json in
                for rule in results.rules where !rule.isCredit {
                    json.object { json in
                        json.string("id", rule.id)
                        json.string("name", rule.name)
                    }
                }
            }
            json.array("documents") { json in
                for dossier in dossiers {
                    json.object { json in
                        json.string("path", dossier.document.path)
                        json.string("sha256", results.hash(of: dossier.document))
                    }
                }
            }
            json.array("findings") { json in
                let total = Double(max(1, dossiers.reduce(0) { $0 + $1.document.text.count }))
                var before = 0
                for (index, dossier) in dossiers.enumerated() {
                    for (finding, anchor) in zip(dossier.findings, anchors.findings[index]) {
                        let height = Double(before + finding.span.start) / total
                        write(finding, anchor: anchor, of: dossier, index: index, height: height, to: &json)
                    }
                    before += dossier.document.text.count
                }
            }
        }
        var safe: [UInt8] = []
        safe.reserveCapacity(json.bytes.count + 256)
        for byte in json.bytes {
            if byte == UInt8(ascii: "<") { safe += Array("\\u003c".utf8) } else { safe.append(byte) }
        }
        return safe
    }

    /// Short keys, since a page may hold ten thousand of these.
    private func write(
        _ finding: Finding, anchor: String, of dossier: Dossier, index: Int, height: Double, to json: inout JSONWriter
    ) {
        let quote = Quote(of: finding.span, in: dossier.document)
        let place = dossier.document.sourceSpan(of: finding.span)
        json.object { json in
            json.string("a", anchor)
            json.integer("d", index)
            json.integer("k", finding.block + 1)
            json.string("f", finding.fingerprint)
            json.string("r", finding.rule)
            json.string("n", finding.name)
            json.string("b", finding.band.name)
            json.string("st", finding.stance.rawValue)
            if let review = finding.review { json.string("w", review.state.rawValue) }
            json.string("m", finding.message)
            json.strings("sec", dossier.section(of: finding.block))
            json.integers("p", [place.start, place.end])
            json.number("y", (height * 10_000).rounded() / 10_000)
            json.object("q") { json in
                json.string("exact", quote.exact)
                json.string("prefix", quote.prefix)
                json.string("suffix", quote.suffix)
            }
        }
    }

    private func writeStrings(to json: inout JSONWriter) {
        for (name, phrase) in ReviewWording.phrases { json.string(name, phrase) }
        for (name, table) in [
            ("status", ReviewWording.statuses), ("reasons", ReviewWording.reasons), ("keys", ReviewWording.keys),
        ] {
            json.object(name) { json in
                for (key, text) in table { json.string(key, text) }
            }
        }
        json.strings("helpNotes", ReviewWording.helpNotes)
    }
}
