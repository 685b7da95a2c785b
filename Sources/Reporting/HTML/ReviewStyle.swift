extension StyleSheet {
    /// The tools of a review, which the script adds.
    static let review = """
        .rv .filter{display:none}
        .rv :is(.spot,.hit,.card)[hidden],.rv h3:has(+.hits):not(:has(+.hits>.spot:not([hidden]))){display:none}
        .rv :is(.ch,.p):has(.rv-now){content-visibility:visible}
        .rv-bar{background:var(--card);border:1px solid var(--rule);border-radius:.3rem;padding:.5rem .8rem;margin:0 0 1rem;font-size:.9rem}
        .rv-row{display:flex;flex-wrap:wrap;gap:.4rem 1rem;align-items:center;margin:.2rem 0}
        .rv-bar :is(input[type=text],input[type=search],select),.rv-dialog :is(textarea,select){font:inherit;
        width:auto;height:auto;color:var(--ink);background:var(--paper);border:1px solid var(--soft);border-radius:.2rem;padding:.15rem .35rem;vertical-align:baseline}
        .rv-bar select{max-width:14rem}
        .rv-dialog textarea{width:100%;display:block}
        .rv button{font:inherit;font-size:.9rem;color:var(--ink);background:var(--paper);border:1px solid var(--soft);border-radius:.25rem;
        padding:.2rem .6rem;cursor:pointer;min-height:1.9rem}
        .rv button:hover{border-color:var(--link);color:var(--link)}
        .rv kbd{font:600 .85em/1 ui-monospace,monospace;border:1px solid var(--rule);border-radius:.2rem;padding:.05rem .3rem}
        .rv-bands{margin:0}.rv-bands legend{float:inline-start}
        .rv-file{white-space:normal;max-width:100%}.rv-file input{width:auto;height:auto;max-width:min(13rem,100%);font-size:.85rem}
        .rv progress{width:8rem;accent-color:var(--s)}
        .rv-shown{margin:.2rem 0;color:var(--soft)}
        .rv-warn{color:var(--severe)}
        .rv-actions{position:fixed;inset:auto 0 0 0;z-index:3;display:flex;flex-wrap:wrap;gap:.3rem 1.5rem;align-items:center;
        justify-content:space-between;background:var(--card);border-top:1px solid var(--rule);padding:.4rem 1.8rem .4rem .6rem}
        .rv-said{margin:0;font-size:.85rem;display:flex;flex-wrap:wrap;gap:0 1.2rem}
        .rv-current{font-variant-numeric:tabular-nums;font-weight:600}
        .rv-work{display:flex;flex-wrap:wrap;gap:.3rem .5rem}#review-rest{display:none}
        .rv{scroll-padding-bottom:7rem}.rv body{padding-bottom:5rem}.rv :is(.p,.card){scroll-margin-top:1.2rem}
        .rv-map{position:fixed;inset-block:8px auto;inset-inline-end:0;width:16px;z-index:2;cursor:pointer}
        .rv-now{outline:3px solid var(--link);outline-offset:2px}
        .rv-chip{display:inline-block;font-size:.8rem;border:1px solid currentColor;border-radius:.25rem;padding:0 .4rem;color:var(--soft)}
        .rv-chip.rv-accepted{color:var(--s)}.rv-chip.rv-dismissed{color:var(--low);border-style:dashed}
        .rv-chip.rv-disputed{color:var(--severe);border-width:2px}
        .rv-dialog{color:var(--ink);background:var(--card);border:1px solid var(--soft);border-radius:.4rem;max-width:min(36rem,92vw)}
        .rv-dialog::backdrop{background:#0008}.rv-dialog h2{margin-top:0}
        .rv-dialog fieldset{display:block;margin:.5rem 0}.rv-dialog legend{float:none}.rv-choice{display:block;white-space:normal}
        @media (max-width:40rem),(max-height:30rem){.rv-actions kbd,.rv-map,.rv-actions:not(.rv-whole) .rv-rare{display:none}
        .rv-actions{padding:.2rem .3rem;gap:.15rem .8rem}.rv-said{font-size:.8rem;line-height:1.35}.rv-work{gap:.2rem}
        .rv .rv-actions button{padding:.1rem .25rem;font-size:.8rem}#review-rest{display:block}
        .rv{scroll-padding-bottom:5rem}}

        """
}
