internal import GRDB
package import Reporting

/// Makes a static site of a store: pages that work from a disk, offline, without a server.
package struct SiteMaker {
    /// Takes a file of the site: its path below the folder of the site, and its bytes.
    package typealias Sink = (_ path: String, _ bytes: [UInt8]) throws -> Void

    private let store: Store
    private let plan: ScorecardPlan
    private let tool: ToolInfo
    private let options: TrendsMaker.Options
    private var seed: UInt64 { options.seed }
    private var filter: DocumentFilter { options.filter }

    /// A site of the documents that the filter of the options lets in, with series by their period.
    package init(
        _ store: Store, plan: ScorecardPlan, options: TrendsMaker.Options = TrendsMaker.Options(), tool: ToolInfo
    ) {
        self.store = store
        self.plan = plan
        self.options = options
        self.tool = tool
    }

    /// Writes every page and every table behind them.
    /// - Throws: ``StoreError``, or what the sink throws.
    package func write(to sink: Sink) throws {
        let trends = try TrendsMaker(store, plan: plan, options: options).trends()
        let contents = try store.read { try SiteContents($0, filter, plan) }
        let names = try store.read { try DocumentNames($0, filter) }
        let missing = try store.read { try SiteMissing($0, filter) }
        var groups: [SiteGroup] = []
        for grouping in [ScorecardGrouping.country, .collection, .body, .year] {
            let cards = try self.cards(by: grouping)
            guard cards.contains(where: { $0.subject != grouping.missing }) else { continue }
            groups.append(SiteGroup(grouping, cards.map { (SiteNames.file(grouping.rawValue, $0.subject), $0) }))
        }
        let frame = SiteFrame(tool: tool, groups: groups.map(\.grouping), plan: plan, names: names)
        let documents = try SiteDocuments(frame: frame, groups: groups, store: store, filter: filter).write(to: sink)
        guard let all = try cards(by: .all).first else { throw StoreError("no document is among those asked for") }
        try sink("index.html", SiteIndex(frame: frame, card: all, contents: contents, trends: trends).html)
        try sink("trends.html", TrendsPage(trends, tool: tool, frame: frame).html)
        for group in groups {
            try sink(group.file, group.index(in: frame))
            for (file, card) in group.cards {
                try sink(file, group.page(of: card, in: frame, documents: documents[card.subject, of: group.grouping]))
            }
            let tables = ScorecardTables(
                group.cards.map(\.card), by: group.grouping, plan: plan, tool: tool, seed: seed)
            try sink("data/scorecards-\(group.grouping.rawValue).csv", tables.csv)
        }
        try sink("data/scorecard.csv", ScorecardTables([all], by: .all, plan: plan, tool: tool, seed: seed).csv)
        try sink("data/trends.csv", TrendsTables(trends, tool: tool, seed: seed).csv)
        try sink("rules.html", SiteRules(frame: frame, rules: contents.rules).index)
        for rule in contents.rules {
            try sink("rule-\(rule.id).html", SiteRules(frame: frame, rules: contents.rules).page(of: rule))
        }
        try sink(SiteMissing.file, missing.html(in: frame))
        try sink("data/left-out.csv", missing.csv(names))
        try sink("method.html", SiteIndex.method(in: frame))
    }

    /// Writes scorecards and rules as MediaWiki text, a file for each page.
    /// - Throws: ``StoreError``, or what the sink throws.
    package func writeWiki(to sink: Sink) throws {
        let contents = try store.read { try SiteContents($0, filter, plan) }
        let names = try store.read { try DocumentNames($0, filter) }
        for grouping in ScorecardGrouping.allCases where grouping != .document {
            let cards = try self.cards(by: grouping)
            guard grouping == .all || cards.contains(where: { $0.subject != grouping.missing }) else { continue }
            let title = grouping == .all ? "Scorecard" : "Scorecard by \(grouping.rawValue)"
            try sink("\(title).wiki", WikiText.scorecards(cards, plan: plan, title: title, tool: tool))
        }
        for rule in contents.rules { try sink("\(rule.id) \(rule.name).wiki", WikiText.page(of: rule, names)) }
    }

    private func cards(by grouping: ScorecardGrouping) throws(StoreError) -> [Scorecard] {
        try ScorecardMaker(store, plan: plan, filter: filter, by: grouping, quotations: 5, seed: seed).cards()
    }
}
