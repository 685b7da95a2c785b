import Foundation
import Testing

/// A draft with its report, and decisions about the first finding in it.
extension TemporaryFolder {
    /// Writes `draft.txt`, and `report.json` beside it, by the small lexicon or as other options say.
    func judge(_ text: String, with options: [String] = Fixture.lexicon) throws {
        try write("draft.txt", text)
        let report = try CommandLineRun(
            ["check", "draft.txt", "--format", "json", "-o", "report.json", "--exit-zero"] + options, in: url)
        #expect(report.code == 0, "\(report.errors)")
    }

    /// Writes a file of one event, by a reviewer, about the first finding of the report.
    func decide(
        _ name: String, _ kind: String, by reviewer: String, fingerprint: String? = nil, exact: String? = nil,
        more: [String: Any] = [:]
    ) throws {
        let report = try JSONSerialization.jsonObject(with: Data(contentsOf: url.appendingPathComponent("report.json")))
        let object = try #require(report as? [String: Any])
        let finding = try #require((object["findings"] as? [[String: Any]])?.first)
        var quote = try #require(finding["quote"] as? [String: Any])
        if let exact { quote["exact"] = exact }
        let hash = try #require((object["documents"] as? [[String: Any]])?.first?["sha256"])
        let event: [String: Any] = [
            "id": name, "at": "2026-01-01T00:00:00.000Z", "by": reviewer, "kind": kind, "rule": finding["rule"] ?? "",
            "fingerprint": fingerprint ?? finding["fingerprint"] ?? "", "judged": finding["band"] ?? "",
            "document": ["path": "draft.txt", "sha256": hash], "selector": quote,
        ]
        let file: [String: Any] = ["schema": "counterweight-decisions/1", "events": [event.merging(more) { $1 }]]
        try write(name + ".json", JSONSerialization.data(withJSONObject: file))
    }
}
