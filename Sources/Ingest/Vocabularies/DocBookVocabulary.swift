extension Vocabulary {
    /// DocBook 4 and 5.
    static let docBook = Vocabulary(
        "docbook",
        roots: [
            ("book", "ocbook"), ("article", "ocbook"), ("chapter", "ocbook"), ("section", "ocbook"), ("set", "ocbook"),
            ("part", "ocbook"), ("refentry", "ocbook"), ("appendix", "ocbook"), ("book", "DocBook"),
            ("article", "DocBook"),
            ("chapter", "DocBook"),
        ],
        stated: [
            (.date, "info/pubdate"), (.date, "bookinfo/pubdate"), (.date, "articleinfo/pubdate"), (.date, "info/date"),
            (.institution, "publishername"),
        ],
        [
            (
                .inline,
                """
                abbrev accel acronym anchor application biblioref citation citerefentry citetitle classname code command
                computeroutput constant database date email emphasis envar errorcode errorname filename firstterm foreignphrase
                function glossterm guibutton guiicon guilabel guimenu guimenuitem guisubmenu hardware indexterm inlineequation
                inlinemediaobject interfacename jobtitle keycap keycode keycombo keysym link literal markup menuchoice methodname
                modespec mousebutton olink option optional orgname parameter personname phrase productname productnumber prompt
                property remark replaceable returnvalue sgmltag shortcut structfield structname subscript symbol
                systemitem tag termdef token trademark type ulink uri userinput varname wordasword xref year
                """
            ),
            (
                .section,
                """
                book article chapter section sect1 sect2 sect3 sect4 sect5 appendix part preface simplesect refsect1 refsect2
                refsect3 bibliography glossary dedication colophon set example figure formalpara sidebar
                """
            ),
            (.heading(0), "title"), (.inline, "subtitle"),
            (
                .list,
                """
                itemizedlist orderedlist variablelist simplelist segmentedlist calloutlist qandaset procedure
                """
            ),
            (.item, "listitem member step callout seglistitem"),
            (.block, "para simpara varlistentry term qandaentry question answer row"),
            (.table, "table informaltable"), (.cell, "entry"), (.caption, "caption"),
            (.quote, "blockquote epigraph"), (.inlineQuote, "quote"),
            (.code, "programlisting screen synopsis literallayout cmdsynopsis funcsynopsis"), (.note, "footnote"),
            (.boilerplate(.contents), "toc index lot"), (.mark, "superscript"),
            (.skip, "indexterm footnoteref imageobject mediaobject remark"),
        ])
}
