/// The style sheet of the pages of the observatory. Every text has a contrast of at least 4.5, in light and dark.
enum PageStyle {
    static let text = """
        :root{--paper:#fbfaf6;--card:#fff;--ink:#1e2022;--soft:#565b60;--rule:#d9d5ca;--link:#1d4f7a;
        --a:#1b5c8c;--b:#9c3a10;--c:#226638;--f:#86171b;--area:#1b5c8c33;
        --p0:#123f66;--p1:#c9741a;--p2:#143d20;--p3:#8f7fd6;--p4:#5a0f2b;--p5:#23948c;--shade:#0002}
        @media screen and (prefers-color-scheme:dark){:root{--paper:#17191b;--card:#1f2225;--ink:#e7e4dd;--soft:#a9adb1;
        --rule:#3b3f43;--link:#8fc1ea;--a:#8cc4ef;--b:#f5a97f;--c:#90d4a4;--f:#ff9d98;--area:#8cc4ef33;
        --p0:#bcdff9;--p1:#a9611d;--p2:#b4e6bf;--p3:#7d69cf;--p4:#fbd8e2;--p5:#1f827b;--shade:#fff3}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--paper);color:var(--ink);line-height:1.55;overflow-wrap:break-word;
        font-family:system-ui,-apple-system,"Segoe UI","Noto Sans",Roboto,sans-serif}
        header,main,footer{max-width:76rem;margin:0 auto;padding:0 clamp(1rem,3vw,2.5rem)}
        header{padding-top:2rem}footer{border-top:1px solid var(--rule);margin-top:3rem;padding-bottom:3rem}
        h1,h2,h3{line-height:1.25;text-wrap:balance;margin:1.5em 0 .4em}
        h1{font:600 2rem/1.2 "Iowan Old Style",Palatino,Charter,Georgia,"Noto Serif","Liberation Serif",serif;margin:0}
        h2{font-size:1.35rem}h3{font-size:1.08rem}p{margin:.5em 0;max-width:72ch}
        a{color:var(--link)}:focus-visible{outline:3px solid var(--link);outline-offset:2px}
        .skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.5rem}
        .lead,.soft,figcaption,footer p{color:var(--soft)}.tool{font-size:.8rem;overflow-wrap:anywhere}
        nav [aria-current]{color:inherit;font-weight:600;text-decoration:none}
        .sort tbody th>:first-child{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:3;overflow:hidden}
        .note{display:block;font-weight:400;font-size:.8rem;color:var(--soft);overflow-wrap:anywhere}
        dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:.4rem 0;font-size:.92rem}dt{font-weight:600}dd{margin:0}
        nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;padding:0}
        .scroll{overflow-x:auto;background:linear-gradient(90deg,var(--paper) 30%,transparent) 0 0,
        linear-gradient(270deg,var(--paper) 30%,transparent) 100% 0,linear-gradient(90deg,var(--shade),transparent) 0 0,
        linear-gradient(270deg,var(--shade),transparent) 100% 0;background-repeat:no-repeat;
        background-size:2.5rem 100%,2.5rem 100%,.8rem 100%,.8rem 100%;background-attachment:local,local,scroll,scroll}
        table{border-collapse:collapse;width:100%;font-size:.92rem}
        caption{text-align:start;color:var(--soft);font-size:.88rem;padding:.3rem 0}
        th,td{text-align:start;vertical-align:top;padding:.35rem .8rem .35rem 0;border-bottom:1px solid var(--rule);font-weight:400}
        thead th{color:var(--soft);font-size:.85rem}tbody th{font-weight:600}
        .num{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}
        .none{color:var(--soft);font-style:italic}
        .dots{letter-spacing:.1em;white-space:nowrap}
        blockquote{margin:.4rem 0;padding-inline-start:.9em;border-inline-start:3px solid var(--rule);
        font-family:Georgia,"Noto Serif","Liberation Serif",serif}
        blockquote cite{display:block;font:normal .8rem system-ui,sans-serif;color:var(--soft);overflow-wrap:anywhere}
        mark{background:none;color:inherit;font-weight:600;text-decoration:underline 2px var(--b);text-underline-offset:.18em}
        ins{text-decoration:underline 2px var(--c);text-underline-offset:.18em}del{color:var(--f)}
        details{margin:.4rem 0}summary{cursor:pointer}
        section{border-top:1px solid var(--rule);margin-top:2rem}
        figure{margin:1rem 0}figcaption{font-size:.88rem;max-width:72ch}
        .charts{display:grid;gap:1.2rem 2rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr))}
        .charts figure{margin:0;min-width:0}
        svg{display:block;width:100%;height:auto;background:var(--card);border:1px solid var(--rule);border-radius:.3rem}
        svg text{font-family:inherit;font-size:12px;fill:var(--soft)}svg .head{fill:var(--ink);font-weight:600;font-size:13px}
        .axis{stroke:var(--rule);stroke-width:1}.line{fill:none;stroke:var(--a);stroke-width:1.6}
        .area{fill:var(--area);stroke:none}.dot{fill:var(--a)}.one{fill:var(--card);stroke:var(--a);stroke-width:1.2}svg.bars{max-width:36rem}.level{stroke:var(--b);stroke-width:2;fill:none}
        .cut{stroke:var(--b);stroke-width:1.2;stroke-dasharray:4 3}.zero{stroke:var(--soft);stroke-width:1}
        .edge{stroke:var(--card);stroke-width:4;fill:none}.s0{fill:var(--a)}
        .p0{fill:var(--p0)}.p1{fill:var(--p1)}.p2{fill:var(--p2)}.p3{fill:var(--p3)}.p4{fill:var(--p4)}.p5{fill:var(--p5)}
        svg.wide{min-width:46rem}
        svg.key{display:inline-block;width:.8em;height:.8em;border:0;vertical-align:-.05em;margin-inline-start:.6em}
        th button{font:inherit;color:inherit;background:none;border:0;padding:0;cursor:pointer;text-decoration:underline dotted}
        th[aria-sort=ascending] button::after{content:" ▲"}th[aria-sort=descending] button::after{content:" ▼"}
        input[type=search]{font:inherit;color:var(--ink);background:var(--card);border:1px solid var(--soft);border-radius:.25rem;
        padding:.3rem .5rem;width:min(100%,26rem)}
        .cols{columns:2 22rem}
        .left{text-align:end}.kwic td{white-space:nowrap}.kwic .node{font-weight:650;color:var(--b)}
        .kwic .l,.kwic .r{max-width:24rem;overflow:hidden;text-overflow:ellipsis}.kwic .l{text-align:end;direction:ltr}
        @media (max-width:40rem){table{font-size:.8rem}th,td{padding-right:.5rem}tbody th{min-width:6.5rem}
        .num,.dots{white-space:normal}.dots span{display:block;letter-spacing:0}}
        @media print{:root{--paper:#fff}body{font-size:10pt}@page{margin:16mm 15mm}
        nav,.skip,.search{display:none}.scroll{overflow:visible;background:none}svg.wide{min-width:0}.sort tbody th>:first-child{display:inline}
        .charts{grid-template-columns:1fr 1fr}figure,tr{break-inside:avoid}h2,h3,summary{break-after:avoid}}

        """
}
