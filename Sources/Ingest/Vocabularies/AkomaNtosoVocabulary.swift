extension Vocabulary {
    /// Akoma Ntoso (LegalDocML): acts, bills, debates and judgments of many countries.
    static let akomaNtoso = Vocabulary(
        "akoma-ntoso", roots: [("akomaNtoso", nil)],
        kinds: [
            "act": .statute, "bill": .statute, "debate": .transcript, "debateReport": .transcript, "portion": .statute,
        ],
        stated: [
            (.date, "FRBRWork/FRBRdate@date"), (.date, "FRBRExpression/FRBRdate@date"), (.date, "publication@date"),
            (.institution, "FRBRWork/FRBRauthor@href"), (.address, "FRBRWork/FRBRuri@value"),
            (.label, "references/TLCOrganization@showAs"),
        ],
        [
            (
                .inline,
                """
                a abbr affectedDocument b br change courtType date def del docAuthority docCommittee docDate docIntroducer
                docJurisdiction docketNumber docNumber docProponent docPurpose docStage docStatus docType eol event extractText
                entity fillIn i img inline ins judge lawyer legislature location mmod mod mref neutralCitation noteRef
                object omissis opinion organization outcome party person placeholder process quantity quotedText recordedTime
                ref relatedDocument remark rmod role rref session signature span sub term time tocItem u vote caption
                efficacy shortTitle keyword concept argument decoration amount count eop marker subFlow embeddedText
                """
            ),
            (.lineBreak, "br eol"),
            (
                .section,
                """
                part chapter title book tome hcontainer division subdivision subpart subchapter subtitle debateSection
                administrationOfOath rollCall prayers oralStatements writtenStatements personalStatements ministerialStatements
                resolutions nationalInterest declarationOfVote communication petitions papers noticesOfMotion questions
                address proceduralMotions pointOfOrder adjournment background introduction motivation decision remedies
                """
            ),
            (
                .provision,
                """
                section subsection article paragraph subparagraph clause subclause rule subrule point indent level
                transitional proviso tblock recital citation crossHeadingItem sublist item
                """
            ),
            (.annex, "attachment"),
            (.heading(0), "heading subheading crossHeading"), (.number, "num"),
            (.list, "blockList ul ol"), (.item, "li"),
            (.block, "list intro wrapUp listIntroduction listWrapUp content p"),
            (.table, "table"), (.cell, "td th"), (.block, "tr"), (.caption, "caption"),
            (.note, "authorialNote"), (.quote, "quotedStructure embeddedStructure"),
            (.speech, "speech speechGroup question answer"), (.speaker, "from"),
            (.title, "docTitle"), (.boilerplate(.contents), "toc"), (.block, "tocItem"), (.mark, "sup"),
            (.skip, "meta noteRef"),
        ])
}
