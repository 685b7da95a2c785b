extension Vocabulary {
    /// United States Legislative Markup, and the bill XML of Congress that came before it.
    static let uslm = Vocabulary(
        "uslm", kind: .statute,
        roots: [
            ("bill", nil), ("resolution", nil), ("statuteCompilation", nil), ("uscDoc", nil), ("lawDoc", nil),
            ("pLaw", nil),
            ("amendment-doc", nil), ("amendment", "uslm"), ("engrossedAmendment", nil), ("statutesAtLarge", nil),
            ("frDoc", nil), ("cfrDoc", nil), ("constitutionAmendment", nil),
        ],
        stated: [
            (.date, "meta/approvedDate"), (.date, "meta/date"), (.date, "dublinCore/date"), (.date, "action/date@date"),
            (.institution, "meta/creator"), (.institution, "dublinCore/publisher"),
        ],
        [
            (
                .inline,
                """
                a addedText amendingAction b committee cosponsor date def deletedText em entity fillIn headingText i
                inline ins del legis-comment quote quotedText ref shortTitle short-title sponsor sub term
                u italic bold act-name cato-bill committee-name deleted-phrase added-phrase enum-in-header external-xref
                fraction internal-xref nobreak omitted-text pagebreak subscript effect
                editorial page span shortTitleInline
                """
            ),
            (.lineBreak, "br linebreak"),
            (
                .section,
                """
                title subtitle chapter subchapter part subpart division subdivision article preliminary
                compiledAct courtRules courtRule reorganizationPlans reorganizationPlan level rule legis-body
                """
            ),
            (.annex, "appendix schedule"),
            (
                .provision,
                """
                section subsection paragraph subparagraph clause subclause item subitem subsubitem recital whereas
                """
            ),
            (.number, "num enum"), (.heading(0), "heading header subheading crossHeading"),
            (.list, "list"), (.item, "listItem"),
            (.block, "content chapeau continuation text continuation-text proviso p block"),
            (.table, "table layout"), (.cell, "td th column entry"), (.block, "tr row"),
            (.quote, "quotedContent quoted-block"),
            (.note, "footnote editorialNote note notes sourceCredit editionNote"),
            (.note, "explanationNote statutoryNote"),
            (.title, "officialTitle official-title"), (.metadataTitle, "dc-title"), (.boilerplate(.contents), "toc"),
            (.boilerplate(.furniture), "endorsement"),
            (.block, "referenceItem toc-entry signature action"), (.skip, "meta metadata"),
            (.inline, "designator label slugLine actionDescription citableAs"),
            (.block, "slugLine actionDescription citableAs"),
            (.mark, "sup superscript"), (.skip, "footnoteRef footnote-ref distributionCode"),
        ])
}
