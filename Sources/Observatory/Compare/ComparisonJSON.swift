package import Reporting
internal import TextModel

/// A comparison as one versioned object.
package struct ComparisonJSON {
    private let comparison: DraftComparison
    private let tool: ToolInfo

    /// The object of a comparison.
    package init(_ comparison: DraftComparison, tool: ToolInfo) {
        self.comparison = comparison
        self.tool = tool
    }

    /// The object, UTF-8.
    package var bytes: [UInt8] {
        JSONWriter.answer(by: tool) { json in
            for (name, report) in [("old", comparison.old), ("new", comparison.new)] {
                json.object(name) { json in
                    json.string("path", report.document.path)
                    json.string("band", report.profile.band.name)
                    json.integer("score", report.profile.score)
                    json.integer("controls", report.profile.controls)
                    json.integer("safeguarded_controls", report.profile.safeguardedControls)
                }
            }
            json.boolean("worse", comparison.isWorse)
            json.object("passages_by_kind") { json in
                for kind in DraftComparison.Passage.Kind.allCases {
                    json.integer(kind.rawValue, comparison.count(kind))
                }
            }
            json.objects("band_changes", comparison.bandChanges) { json, change in
                json.string("old", change.old.name)
                json.string("new", change.new.name)
                json.integer("passages", change.count)
            }
            json.objects("definitions", comparison.definitions) { json, change in
                json.string("term", change.term)
                json.string("old", change.old)
                json.string("new", change.new)
            }
            let shown = comparison.passages.filter { $0.kind != .unchanged || $0.matters }
            json.objects("passages", shown) { json, passage in Self.write(passage, to: &json) }
        }
    }

    private static func write(_ passage: DraftComparison.Passage, to json: inout JSONWriter) {
        json.string("kind", passage.kind.rawValue)
        json.boolean("worse", passage.isWorse)
        json.integer("old_block", passage.oldBlock)
        json.integer("new_block", passage.newBlock)
        json.string("old_band", passage.oldBand?.name)
        json.string("new_band", passage.newBand?.name)
        json.string("old_text", passage.oldBlock == nil ? nil : passage.oldText)
        json.string("new_text", passage.newBlock == nil ? nil : passage.newText)
        for (name, uses) in [("lost", passage.lost), ("gained", passage.gained)] {
            json.objects(name, uses) { json, use in
                json.string("family", use.family.rawValue)
                json.string("concept", use.concept)
                json.string("title", use.title)
                json.string("text", use.text)
            }
        }
        for (name, links) in [("new_links", passage.newLinks), ("lost_links", passage.lostLinks)] {
            json.objects(name, links) { json, link in
                json.string("value", link.value)
                json.string("control", link.control)
                json.string("text", link.text)
            }
        }
        json.strings("new_rules", passage.newRules)
        json.strings("settled_rules", passage.settledRules)
    }
}
