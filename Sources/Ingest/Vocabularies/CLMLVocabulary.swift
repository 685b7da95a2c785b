extension Vocabulary {
    /// Crown Legislation Markup Language: legislation.gov.uk.
    static let clml = Vocabulary(
        "clml", kind: .statute, roots: [("Legislation", nil)],
        stated: [
            (.date, "EnactmentDate@Date"), (.date, "Made@Date"), (.address, "Metadata/identifier"),
            (.address, "Legislation@DocumentURI"),
        ],
        [
            (
                .inline,
                """
                Abbreviation Acronym Addition AppendText Character Citation CitationListRef CitationSubRef Definition Emphasis
                Expanded ExternalLink FootnoteRef Formula Hyperlink InternalLink InlineAmendment Inferior Image IncludedDocument
                InternalVersion Key MarginNoteRef Proviso Repeal Rule SmallCaps Span Strong Substitution Superior Term
                Underline Uppercase CommentaryRef
                """
            ),
            (
                .section,
                """
                Group Part Chapter Pblock PsubBlock P1group P2group P3group EUPart EUTitle EUChapter EUSection
                EUSubsection Division Appendix Form Tabular Figure
                """
            ),
            (.annex, "Schedule ExplanatoryNotes EarlierOrders"), (.front, "PrimaryPrelims SecondaryPrelims EUPrelims"),
            (.provision, "P1 P2 P3 P4 P5 P6 P7"), (.number, "Number Pnumber"),
            (.heading(0), "Title Subtitle"), (.block, "TitleBlock"),
            (.list, "UnorderedList OrderedList KeyList"), (.item, "ListItem KeyListItem"),
            (.table, "table"), (.cell, "td th"), (.block, "tr"),
            (.quote, "BlockAmendment BlockText BlockExtract"), (.note, "Footnote Commentary MarginNote"),
            (.boilerplate(.contents), "Contents"), (.block, "Schedules ContentsTitle ContentsNumber Text Para"),
            (.metadataTitle, "title"),
            (.skip, "identifier subject publisher modified valid creator description type format"),
            (.skip, "language rights relation contributor PrimaryMetadata SecondaryMetadata EUMetadata BillMetadata"),
            (
                .skip,
                "Alternatives Statistics Notes Correction CorrectionSlip FootnoteRef CommentaryRef MarginNoteRef Resources"
            ),
            (.skip, "Versions Effects UnappliedEffects"),
        ])
}
