extension Vocabulary {
    /// Text Encoding Initiative: parliamentary corpora, editions.
    static let tei = Vocabulary(
        "tei", roots: [("TEI", nil), ("TEI.2", nil), ("teiCorpus", nil)],
        stated: [
            (.title, "titleStmt/title"), (.author, "titleStmt/author"), (.date, "sourceDesc/date@when"),
            (.date, "publicationStmt/date@when"), (.date, "sourceDesc/date"), (.date, "publicationStmt/date"),
            (.institution, "sourceDesc/publisher"), (.institution, "publicationStmt/publisher"),
        ],
        [
            (
                .inline,
                """
                abbr add addSpan am app c choice cb corr country date del distinct emph ex expan foreign forename
                g gap gloss graphic hi measure mentioned milestone name num orgName orig pb pc persName placeName
                ptr ref reg region roleName rs s seg settlement sic soCalled subst supplied surname term time title unclear w
                lem rdg idno editor author docAuthor docDate docImprint pubPlace publisher titlePart
                """
            ),
            (.lineBreak, "lb"),
            (.section, "div div1 div2 div3 div4 div5 div6 div7 front back"), (.block, "body text group floatingText"),
            (.heading(0), "head"), (.number, "label"),
            (.list, "list listBibl castList"), (.item, "item bibl biblStruct castItem"),
            (.table, "table"), (.cell, "cell"),
            (.block, "row p ab lg l opener closer salute signed dateline byline trailer"),
            (.quote, "quote cit epigraph"), (.inlineQuote, "q said"), (.code, "eg code"),
            (.note, "note stage kinesic incident vocal"),
            (.speech, "sp u"), (.speaker, "speaker"), (.title, "docTitle"), (.caption, "figDesc"),
            (.skip, "teiHeader fw facsimile standOff sourceDoc"),
        ])
}
