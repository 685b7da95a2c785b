extension Vocabulary {
    /// Names that mean much the same in most vocabularies. ``GenericSurvey`` finds out about all others.
    static let generic = Vocabulary(
        "generic",
        [
            (.heading(0), "heading Heading head Head title Title TITLE HEAD HEADING subtitle crossheading"),
            (.number, "num Num no No NO label Label enum Number"),
            (.block, "p P para Para PARA div body Body"),
            (.list, "list List ul ol"), (.item, "item Item listItem ListItem listitem li"),
            (.table, "table Table"), (.cell, "td th cell Cell entry"), (.block, "tr row Row"),
            (.note, "note Note footnote Footnote fn"), (.caption, "caption"),
            (.section, "section Section chapter Chapter part Part sec div1 div2 div3 div4"),
            (.quote, "blockquote "), (.lineBreak, "br lb"),
            (.inline, "i b u em strong emph hi sub a span ref xref italic bold"),
            (.mark, "sup"), (.skip, "meta metadata Metadata script style"),
        ])
}
