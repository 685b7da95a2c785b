/// The style sheet of the page.
///
/// Text is set in the reader's own serif, the report's own words in the sans serif. Each family of marks
/// has its own underline and sign, so that nothing depends on colour; every colour has a contrast of at
/// least 4.5 against what it stands on, in light and dark.
enum StyleSheet {
    static let text = colours + page + summary + passages + marks + review + print
}

extension StyleSheet {
    private static let colours = """
        :root{--paper:#fbfaf6;--card:#fff;--ink:#1e2022;--soft:#565b60;--rule:#d9d5ca;--wash:#fbeeb8;--link:#1d4f7a;
        --severe:#86171b;--high:#9c3a10;--moderate:#775200;--low:#2f5d74;--info:#50575e;--on:#fff;
        --v:#8a4a00;--w:#1b5c8c;--c:#a01c22;--s:#226638;--q:#5d4590}
        @media screen and (prefers-color-scheme:dark){:root{--paper:#17191b;--card:#1f2225;--ink:#e7e4dd;--soft:#a9adb1;
        --rule:#3b3f43;--wash:#4a4018;--link:#8fc1ea;--severe:#ff9d98;--high:#f5a97f;--moderate:#e5bd6a;--low:#8cc5de;
        --info:#b4bac0;--on:#17191b;--v:#eab26c;--w:#8cc4ef;--c:#f79b95;--s:#90d4a4;--q:#c4b4f2}}

        """

    private static let page = """
        *{box-sizing:border-box}
        html{font-size:clamp(100%,.82rem + .32vw,132%);scroll-padding-top:1rem;
        -webkit-text-size-adjust:100%}
        body{margin:0;background:var(--paper);color:var(--ink);line-height:1.55;overflow-wrap:break-word;
        font-family:system-ui,-apple-system,"Segoe UI","Noto Sans",Roboto,sans-serif}
        .top,main,footer{max-width:82rem;margin:0 auto;padding:0 clamp(1rem,3vw,2.5rem)}
        .top{padding-top:2.2rem}
        h1,h2,h3,h4,h5,h6{line-height:1.25;text-wrap:balance;margin:1.6em 0 .5em}
        h1,.text,.text :is(h3,h4,h5,h6){font-family:"Iowan Old Style","Palatino Linotype",Palatino,"Source Serif 4",
        Charter,Georgia,"Noto Serif","Liberation Serif",serif}
        h1{font-size:2rem;font-weight:600;margin:0}
        h2{font-size:1.3rem}
        p{margin:.5em 0}
        a{color:var(--link);text-underline-offset:.15em}
        :focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
        :target{outline:2px solid var(--link);outline-offset:1px}
        section:target,footer:target,div:target{outline:0}
        .skip{position:absolute;left:-99rem;background:var(--card);padding:.6rem 1rem;z-index:1}
        .skip:focus{left:1rem;top:1rem}
        ul[role=list],ol[role=list]{list-style:none;margin:0;padding:0}
        nav ul{display:flex;flex-wrap:wrap;gap:.3rem 1.4rem}
        .top>p,.meta,.where,figcaption,.filter p,.tool{color:var(--soft)}
        .top>p,footer p,.unread p{max-width:70ch}
        main>section,#documents,footer{border-top:1px solid var(--rule);margin-top:2rem}
        footer{padding-bottom:3rem;font-size:.95rem}
        .hash,.tool{font-size:.8rem;overflow-wrap:anywhere}
        code,pre{font-family:ui-monospace,"SF Mono",Consolas,"Liberation Mono",monospace;font-size:.88em}
        q{font-family:Georgia,"Noto Serif",serif;unicode-bidi:isolate}

        """

    private static let summary = """
        .totals{font-size:1.05rem}
        .bands{display:flex;flex-wrap:wrap;gap:.5rem}
        .tally{border:1px solid currentColor;border-radius:.3rem;padding:.1rem .7rem}
        .tally b{font-size:1.25rem;font-variant-numeric:tabular-nums}
        .k-severe{background:var(--severe);color:var(--on)}.k-high{color:var(--high);border-width:2px}
        .k-moderate{color:var(--moderate)}.k-low{color:var(--low)}.k-info{color:var(--info);border-style:dashed}
        .balance{margin:1.5rem 0}
        .pans{display:grid;gap:1.5rem;grid-template-columns:minmax(0,26rem)}
        .doc>.dochead>details{margin:.6rem 0}.dochead summary{font-size:.9rem}
        .pan{width:100%;height:auto;display:block}
        .pan text{font-family:inherit;font-size:13px;fill:var(--ink)}
        .pan .head{font-weight:650;font-size:14.5px}.pan .note{fill:var(--soft);font-size:12.5px}
        .pan .n{font-variant-numeric:tabular-nums;font-weight:600}
        .bar-v{fill:var(--v);stroke:var(--v)}.bar-w{fill:var(--w);stroke:var(--w)}.bar-c{fill:var(--c);stroke:var(--c)}
        .pan .even{fill:none;stroke-width:1.2}
        .hatch-v{stroke:var(--v)}.hatch-w{stroke:var(--w)}.hatch-c{stroke:var(--c)}
        [class^=hatch]{stroke-width:1.3;fill:none}
        figcaption{font-size:.85rem;margin-top:.8rem;max-width:70ch}
        .tables{display:grid;gap:1.5rem 3rem}
        table{border-collapse:collapse;width:100%;font-size:.92rem}
        th,td{text-align:start;vertical-align:top;padding:.4rem .8rem .4rem 0;border-bottom:1px solid var(--rule);
        font-weight:400}
        thead th{color:var(--soft);font-size:.85rem}
        .num{text-align:end;padding-inline:.6rem 0;font-variant-numeric:tabular-nums;white-space:nowrap}
        .filter{margin:1rem 0;font-size:.92rem}
        .filter p{font-size:.85rem}
        @supports not selector(:has(a)){.filter{display:none}}
        fieldset{border:0;padding:0;margin:0 0 .5rem;display:flex;flex-wrap:wrap;gap:.15rem 1.1rem}
        legend{float:inline-start;font-weight:600;padding:0;margin-inline-end:1.1rem}
        label{white-space:nowrap}
        input{accent-color:var(--link);width:1.05em;height:1.05em;vertical-align:-.15em;margin:0}
        .list h3{font-size:1rem;overflow-wrap:anywhere}
        .spot{padding:.6rem 0;border-bottom:1px solid var(--rule);content-visibility:auto;contain-intrinsic-size:auto 5rem}
        .spot :is(h3,h4){display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:0 1.5rem;
        font-size:1rem;font-weight:400;line-height:1.5;margin:0 0 .3rem;text-wrap:wrap}
        .spot ul{display:flex;flex-wrap:wrap;gap:.3rem 1.4rem}
        .spot .band{min-width:0}
        .where{font-size:.85rem}
        .band{display:inline-block;min-width:6.6em;text-align:center;font-size:.78rem;font-weight:650;
        letter-spacing:.02em;border:1px solid currentColor;border-radius:.25rem;padding:.05rem .45rem;
        font-variant-numeric:tabular-nums;white-space:nowrap}
        .b-severe .band{background:var(--severe);border-color:var(--severe);color:var(--on)}
        .b-high .band{color:var(--high);border-width:2px}.b-moderate .band{color:var(--moderate)}
        .b-low .band{color:var(--low)}.b-info .band{color:var(--info);border-style:dashed}
        .legend{font-size:.95rem}
        .legend h2{font-size:1rem}
        .legend ul{display:flex;flex-wrap:wrap;gap:.5rem 1.6rem}
        .docs th[scope=row]{overflow-wrap:anywhere}
        @media (max-width:24rem){th{overflow-wrap:anywhere}}
        @media (max-width:30rem){.docs :is(th,td):last-child,.docs :is(th,td):nth-child(4){display:none}}
        @media (min-width:50rem){.pans{grid-template-columns:1fr 1fr;gap:1.5rem 2.2rem;max-width:60rem}
        .pans::before{content:"";grid-area:1/2;width:2px;background:var(--rule);margin-inline-start:-1.15rem}
        .values{grid-area:1/1}.counterweights{grid-area:1/2}
        .tables tbody th{min-width:12.5rem}}
        @media (min-width:72rem){.pans{grid-template-columns:repeat(3,1fr);max-width:none}.controls{grid-area:1/3}
        .tables{grid-template-columns:3fr 2fr;align-items:start}}

        """

    private static let passages = """
        .doc{border-top:1px solid var(--rule);margin-top:2.5rem}
        .dochead h2{overflow-wrap:anywhere;margin-bottom:.2rem}
        .meta{margin:.1rem 0;font-size:.9rem}
        .text{font-size:1.1rem;line-height:1.75;margin-top:1.5rem}
        :is(.text,.ch)>:is(p,h3,h4,h5,h6,pre,blockquote),:is(.text,.ch)>ul:not(.cells){max-width:70ch}
        .ch{content-visibility:auto;contain-intrinsic-size:auto 240rem}
        .text h3{font-size:1.35rem}.text h4{font-size:1.2rem}.text h5{font-size:1.1rem}.text h6{font-size:1rem}
        .text .title{font-size:1.7rem}
        .text p{margin:0 0 .9em}
        .p :is(h3,h4,h5,h6,p,pre,blockquote):first-child{margin-top:0}
        .n{font-variant-numeric:tabular-nums;font-weight:600;margin-inline-end:.25em}
        .sp{font-variant-caps:small-caps;letter-spacing:.03em;margin-inline-end:.35em}
        .sp::after{content:":"}
        .prov,.item{padding-inline-start:2.4em;text-indent:-2.4em}
        .prov>.n,.item>.n{display:inline-block;min-width:2.1em;text-indent:0}
        .l2{margin-inline-start:2em}.l3{margin-inline-start:4em}.l4,.l5,.l6{margin-inline-start:6em}
        .text ul ul,:is(.text,.ch)>ul:not(.cells){padding-inline-start:1.8em}
        .text li.dot{position:relative}
        .text li.dot::before{content:"–";position:absolute;inset-inline-start:-1.1em;color:var(--soft)}
        .text ul p{margin-bottom:.5em}
        blockquote{margin:0 0 .9em;padding-inline-start:1.1em;border-inline-start:3px solid var(--rule);font-style:italic}
        .cells{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,14rem),1fr));
        padding:0 1px 1px 0;font-size:.95em}
        .cells li{border:1px solid var(--rule);margin:0 -1px -1px 0;padding:.35em .7em}.cells .p{margin:0}
        .cells p{margin:0}.cells li:has(.p){grid-column:1/-1}
        :is(.text,.ch)>ul{margin-bottom:1em}
        .note,.caption,.email{font-size:.93em;color:var(--soft)}
        pre{white-space:pre-wrap;background:var(--card);border:1px solid var(--rule);padding:.6em .8em;overflow-wrap:anywhere}
        .furniture{font-size:.85rem;color:var(--soft);font-family:system-ui,sans-serif;margin-bottom:1em}
        .p{margin:0 0 1.6rem;content-visibility:auto;contain-intrinsic-size:auto 20rem;padding:4px;margin-inline:-4px}
        .k{font:400 .92rem/1.5 system-ui,-apple-system,"Segoe UI","Noto Sans",Roboto,sans-serif;text-indent:0;text-align:start}
        .card{background:var(--card);border:1px solid var(--rule);border-inline-start:4px solid var(--info);
        border-radius:.3rem;margin:0 0 .5rem;padding:.55rem .85rem}
        .card.b-severe{border-inline-start:7px double var(--severe)}.card.b-high{border-inline-start-color:var(--high)}
        .card.b-moderate{border-inline-start-color:var(--moderate)}.card.b-low{border-inline-start-color:var(--low)}
        summary{cursor:pointer}
        .msg{display:block;margin-top:.25rem;font-weight:550}
        .words{color:var(--soft);margin:.3rem 0 .5rem!important}
        dl{margin:0}
        dl>div{margin:.35rem 0}
        dt,dd{display:inline;margin:0}
        dt{font-weight:650;font-size:.92em;color:var(--soft)}
        dt::after{content:": "}
        .sug dd{display:block;font-family:Georgia,"Noto Serif",serif;border-inline-start:3px solid var(--s);padding-inline-start:.7em}
        .factors{margin-top:.5rem;font-size:.88rem}
        .marks{font-size:.88rem;color:var(--soft);margin:0 0 .5rem}.marks ul{margin:.2rem 0;padding-inline-start:1.2rem}
        @media screen{.paper{display:none}}
        .credit{border:1px dashed var(--s);border-radius:.3rem;padding:.4rem .85rem;margin:0 0 .5rem!important}
        .credit b{color:var(--s);font-weight:650}
        @media (min-width:64rem){.p{display:grid;grid-template-columns:minmax(0,1fr) minmax(20rem,29rem);gap:0 2.2rem}
        .t{position:sticky;top:1rem;align-self:start;max-width:70ch}
        :is(.text,.ch)>ul:not(.cells):has(.p),:is(.text,.ch)>.p{max-width:none}
        .text li>p{max-width:66ch}}

        """

    /// The letters of the marks; they are no part of the text, so browsers that can do so read them to nobody.
    private static let signs = [
        ("v", "V"), ("w", "W"), ("c", "C"), ("s", "S"), ("q", "?"), ("v.x", "V×"), ("w.x", "W×"), ("c.x", "C×"),
        ("s.x", "S×"),
    ].map { kind, sign in
        ".\(kind).e::after{content:\"\(sign)\";content:\"\(sign)\"/\"\";color:var(--\(kind.prefix(1)))}"
    }.joined(separator: "\n")

    private static let marks = """
        mark{background:none;color:inherit;text-underline-offset:.2em;text-decoration-skip-ink:none}
        mark mark{text-underline-offset:.42em}
        mark mark mark{text-underline-offset:.62em}
        .f{background:var(--wash);font-weight:600;-webkit-box-decoration-break:clone;box-decoration-break:clone}
        .v{text-decoration:underline solid 2px var(--v)}
        .w{text-decoration:underline double 1.5px var(--w)}
        .c{text-decoration:underline wavy 1.3px var(--c)}
        .s{text-decoration:underline dashed 2px var(--s)}
        .q{text-decoration:underline dotted 2px var(--q)}
        .e::after{display:inline-block;font:700 .58em/1 system-ui,sans-serif;vertical-align:.75em;margin-inline-start:.12em;
        text-decoration:none;text-indent:0}
        .x{text-decoration-thickness:1px}
        \(signs)

        """
}
