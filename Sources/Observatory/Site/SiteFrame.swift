internal import Reporting

/// What all pages of a site share.
struct SiteFrame {
    let tool: ToolInfo
    let groups: [ScorecardGrouping]
    let plan: ScorecardPlan

    let names: DocumentNames

    /// Name of the site.
    static let name = "Core Internet values observatory"

    /// A page of the site in a file; `root` leads from the folder of the page to that of the site. `lead` is a sentence.
    func page(
        _ title: String, _ lead: String, file: String, kind: String? = nil, language: String? = nil, root: String = ""
    ) -> Page {
        let pages =
            [("Overview", "index.html"), ("Year on year", "trends.html"), ("Documents", SiteDocuments.file)]
            + groups.map { (SiteGroup.title(of: $0), SiteGroup.file(of: $0)) }
            + [("Left out", SiteMissing.file), ("Rules", "rules.html"), ("Method", "method.html")]
        return Page(
            title: title, lead: lead, tool: tool, language: language,
            site: Page.Site(
                name: Self.name, kind: kind, method: "\(root)method.html",
                links: pages.map { ($0, "\(root)\($1)", $1 == file) }))
    }
}
