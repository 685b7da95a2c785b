extension Vocabulary {
    /// Acts and regulations of Justice Laws Canada.
    static let canadianActs = Vocabulary(
        "canadian-acts", kind: .statute, roots: [("Statute", nil), ("Regulation", nil), ("Bill", "lims")],
        stated: [
            (.date, "Statute@enacted-date"), (.date, "Regulation@enacted-date"), (.date, "AnnualStatuteId/YYYY"),
            (.date, "RegistrationDate/YYYY"),
        ],
        [
            (
                .inline,
                """
                AmendedText DefinedTermEn DefinedTermFr DefinitionEnRef DefinitionFrRef DefinitionRef Emphasis Fraction Language
                Repealed Separator Sub Sup XRefExternal XRefInternal LeaderRightJustified Leader PageBreak FootnoteRef
                Ins Del Pit FormBlank BilingualItemEn BilingualItemFr
                """
            ),
            (.lineBreak, "LineBreak"),
            (.section, "Order Recommendation ReaderNotes"), (.annex, "Schedule"),
            (
                .provision,
                """
                Section Subsection Paragraph Subparagraph Clause Subclause Subsubclause FormulaParagraph Definition Provision
                """
            ),
            (.number, "Label"), (.heading(0), "Heading ScheduleFormHeading"), (.marginalHeading, "MarginalNote"),
            (
                .block,
                "Text TitleText ContinuedSectionSubsection ContinuedParagraph ContinuedSubparagraph ContinuedDefinition"
            ),
            (.block, "Body Introduction Preamble Enacts Signatures"),
            (.inline, "TitleText"),
            (.list, "List"), (.item, "Item"), (.table, "table TableGroup"), (.cell, "entry"), (.block, "row"),
            (.quote, "SectionPiece AmendedContent ReadAsText"), (.note, "Footnote HistoricalNote"),
            (.title, "LongTitle"),
            (.skip, "ShortTitle RunningHead BillHistory Chapter InstrumentNumber RegistrationDate"),
            (.skip, "BillNumber Parliament ConsolidatedNumber AnnualStatuteId Stages RegnalYear"),
            (.skip, "ConsolidationDate EnablingAuthority RecentAmendments RelatedProvisions BillRefNumber"),
        ])
}
