extension StyleSheet {
    /// The page on paper: without tools, with everything unfolded but the factors, and what a rule says written once.
    static let print = """
        @media print{:root{--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--rule:#bbb}
        html{font-size:10pt}
        @page{margin:16mm 15mm;@bottom-center{content:counter(page) " / " counter(pages);font:9pt system-ui,sans-serif}}
        p,li{orphans:3;widows:3}
        .pans{grid-template-columns:repeat(2,1fr);gap:1rem 1.5rem}:is(.balance,tr,.spot){break-inside:avoid}
        thead,tr:first-child,legend{break-after:avoid}
        .skip,nav,.filter,.rv-bar,.rv-actions,.rv-map,.told,.factors,.marks,.dochead>details:not(.profile){display:none}
        .spot,.p,.ch{content-visibility:visible}
        .p{display:block}.t{position:static}
        .card{break-inside:avoid}.t,h2,h3,h4,h5,h6,summary{break-after:avoid}
        summary{list-style:none}summary::-webkit-details-marker{display:none}
        details::details-content{content-visibility:visible;display:block;height:auto}
        mark,.band,.tally,rect,path{-webkit-print-color-adjust:exact;print-color-adjust:exact}
        .f{outline:1px solid #999}
        a{color:inherit}}
        @media (forced-colors:active){.f{outline:1px solid}}

        """
}
