extension Vocabulary {
    private static let htmlRows: [(ElementRole, String)] = [
        (
            .block,
            """
            div p section header figure address fieldset legend details summary hgroup center
            dir menu tbody thead tfoot colgroup hr layer marquee frameset noframes blockcode
            """
        ),
        (.heading(1), "h1"), (.heading(2), "h2"), (.heading(3), "h3"), (.heading(4), "h4"), (.heading(5), "h5"),
        (.heading(6), "h6"),
        (.list, "ul dl menu dir"), (.numberedList, "ol"), (.item, "li dt dd"),
        (.table, "table"), (.block, "tr"), (.cell, "td th"), (.caption, "caption"),
        (.figureCaption, "figcaption"), (.main, "main"), (.wholePage, "html body article"),
        (.quote, "blockquote"), (.inlineQuote, "q"), (.code, "pre listing xmp plaintext"),
        (.metadataTitle, "title"), (.lineBreak, "br"),
        (.boilerplate(.navigation), "nav"), (.boilerplate(.footer), "footer"), (.boilerplate(.sidebar), "aside"),
        (.boilerplate(.form), "form"), (.boilerplate(.search), "search"), (.boilerplate(.promotion), "dialog"),
        (.link, "a"), (.mark, "sup"), (.control, "button label"), (.metadata, "meta link time base"),
        (
            .skip,
            """
            script style noscript template svg iframe select option optgroup datalist object applet canvas audio video
            textarea math noembed map progress meter rp del s strike
            """
        ),
    ]

    /// HTML as the HTML parser reports it.
    static let html = Vocabulary("html", fallback: .inline, htmlRows)

    /// HTML for a browser without scripts.
    static let htmlWithoutScripts = Vocabulary("html", fallback: .inline, htmlRows + [(.block, "noscript")])

    /// The same elements in a file that is read as XML.
    static let xhtml = Vocabulary("xhtml", roots: [("html", nil)], fallback: .inline, htmlRows)
}
