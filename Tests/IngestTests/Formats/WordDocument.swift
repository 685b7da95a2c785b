/// A small Word document, made of the XML of its body.
enum WordDocument {
    static let styles = """
        <w:styles xmlns:w="w"><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>
        <w:style w:type="paragraph" w:styleId="Ttl"><w:name w:val="Title"/></w:style>
        <w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>
        <w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Clause"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Child"><w:name w:val="Sub clause"/><w:basedOn w:val="Base"/>
        <w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Toc1"><w:name w:val="toc 1"/></w:style></w:styles>
        """
    static let numbering = """
        <w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">
        <w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
        <w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
        <w:lvl w:ilvl="2"><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%3)"/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#8226;"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
        </w:numbering>
        """
    static let footnotes = """
        <w:footnotes xmlns:w="w"><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>
        <w:footnote w:id="2"><w:p><w:r><w:t>See the report.</w:t></w:r></w:p></w:footnote></w:footnotes>
        """

    /// The file with this body.
    static func bytes(_ body: String) -> [UInt8] {
        ZIPMaker.archive([
            "[Content_Types].xml": "<Types/>", "word/styles.xml": styles, "word/numbering.xml": numbering,
            "word/footnotes.xml": footnotes,
            "word/document.xml": "<w:document xmlns:w=\"w\"><w:body>\(body)</w:body></w:document>",
        ])
    }

    /// A paragraph with a style, or with the level of a list.
    static func paragraph(_ text: String, style: String? = nil, list: (number: Int, level: Int)? = nil) -> String {
        let numbering =
            list.map { "<w:numPr><w:ilvl w:val=\"\($0.level)\"/><w:numId w:val=\"\($0.number)\"/></w:numPr>" } ?? ""
        let style = style.map { "<w:pStyle w:val=\"\($0)\"/>" } ?? ""
        return "<w:p><w:pPr>\(style)\(numbering)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
    }
}
