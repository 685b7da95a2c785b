// The review on the page: filters, decisions, keyboard. Works on what the page already holds; loads nothing.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("review-data").textContent);
  const say = data.strings;
  const bands = ["info", "low", "moderate", "high", "severe"];
  const kinds = ["accept", "dismiss", "band", "comment", "add", "undo"];
  const byId = id => document.getElementById(id);

  // --- Small builders -------------------------------------------------------------------------------------
  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (value === false || value === null || value === undefined) continue;
      if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
      else element.setAttribute(key, value === true ? "" : value);
    }
    element.append(...children);
    return element;
  }
  /// What a noscript element holds, as elements.
  function parsed(folded) {
    const template = make("template");
    template.innerHTML = folded.textContent;
    return template.content;
  }
  const fill = (text, ...values) => values.reduce((t, v, i) => t.replace("{" + i + "}", () => v), text);
  const fold = text => text.toLowerCase().replace(/\s+/g, " ").trim();
  const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(12)), b => b.toString(16).padStart(2, "0")).join("");

  // --- Findings and decisions -----------------------------------------------------------------------------
  const nothing = Object.freeze([]);
  const baseOf = fingerprint => (fingerprint || "").replace(/-\d+$/, "");
  const quoteOf = (rule, quote) => JSON.stringify([rule, quote.exact, quote.prefix || "", quote.suffix || ""]);
  /// A finding's name, in one document and of one rule.
  const nameOf = (d, rule, fingerprint) => JSON.stringify([d, rule, fingerprint]);
  /// On a large page the list and the cards lie folded in noscript elements until they are needed.
  const list = byId("findings");
  const isLarge = list.querySelector("noscript") !== null;
  const findings = data.findings;
  const byAnchor = new Map();
  const rows = isLarge ? parsed(list.querySelector("noscript")) : list;
  const rowOf = new Map([...rows.querySelectorAll(".hit")].map(row => [row.id, row]));
  const byRow = new Map();
  /// Findings by name and by words; made when a decision first asks for its place.
  let indexes = null;
  const file = (index, key, f) => { const same = index.get(key); if (same) same.push(f); else index.set(key, [f]); };
  findings.forEach((f, index) => {
    Object.assign(f, { index, document: data.documents[f.d], base: baseOf(f.f), search: null, shown: true, note: "",
      status: f.w || "open", latest: nothing, comments: nothing, card: isLarge ? null : byId(f.a), hit: rowOf.get("h-" + f.a.slice(2)) });
    byAnchor.set(f.a, f);
    byRow.set(f.hit, f);
  });
  /// The list by passages; the rows of a large page are shown some at a time.
  const spots = [...rows.querySelectorAll(".spot")].map(row => {
    const title = row.parentElement.previousElementSibling;
    return { row, title: title && title.matches("h3") ? title : null, findings: [...row.querySelectorAll(".hit")].map(hit => byRow.get(hit)) };
  });
  function index() {
    if (indexes) return indexes;
    indexes = { path: new Map(), hash: new Map(), fingerprint: new Map(), base: new Map(), quote: new Map() };
    data.documents.forEach((document, d) => {
      file(indexes.path, document.path, d);
      if (document.sha256) file(indexes.hash, document.sha256, d);
    });
    for (const f of findings) {
      file(indexes.fingerprint, nameOf(f.d, f.r, f.f), f);
      file(indexes.base, nameOf(f.d, f.r, f.base), f);
      file(indexes.quote, f.d + quoteOf(f.r, f.q), f);
    }
    return indexes;
  }
  const passages = new Map();
  /// The words of the passage that a finding is in, which stand on the page; read once for all findings in it.
  function passageOf(f) {
    const id = "doc-" + (f.d + 1) + "-" + f.k;
    if (!passages.has(id)) passages.set(id, fold(byId(id)?.textContent || f.q.exact));
    return passages.get(id);
  }
  const searchOf = f => f.search ??= fold(f.r + " " + f.n + " " + f.m + " " + f.q.exact + " " + f.sec.join(" "));
  const holds = (f, words) => searchOf(f).includes(words) || passageOf(f).includes(words);
  const found = (index, key) => index.get(key) || nothing;
  const storeName = "counterweight-review:" + data.documents.map(d => d.sha256 || d.path).join(",");
  let stored = true;
  /// What is said of stored entries that cannot be used.
  let skipped = "";
  let events = [];
  let reviewer = "";
  /// Whose the decisions of this browser are until they get a name. It is in no other browser and in no exported file.
  let unnamed = say.anonymous + "-" + newId().slice(0, 8);
  let additions = [];
  let orphans = [];
  let current = null;
  /// Where the last current finding stands in the list; moving on goes on from there when a decision has hidden it.
  let lastIndex = null;
  /// Findings that something was decided or said about.
  let touched = new Set();
  const seen = { ids: new Set() };

  /// What is wrong with an event, or nothing. The program asks for the same; everything behind this relies on it.
  function problem(event) {
    const e = event ?? {};
    const there = (value, key) => typeof value[key] === "string" && value[key] !== "";
    const noText = (value, ...keys) => {
      const key = keys.find(k => (value[k] ?? null) !== null && typeof value[k] !== "string");
      return key && fill(say.mustBeText, key);
    };
    const noBand = key => ["none", ...bands].includes(e[key]) ? "" : fill(say.mustBeOneOf, key, ["none", ...bands].join(", "));
    const isThere = key => (e[key] ?? null) !== null;
    const missing = ["id", "at", "by", "kind"].find(key => !there(e, key));
    if (missing) return fill(say.mustBeText, missing);
    if (!kinds.includes(e.kind)) return fill(say.mustBeOneOf, "kind", kinds.join(", "));
    if (e.kind === "undo") return there(e, "undoes") ? "" : fill(say.mustBeText, "undoes");
    const hasWords = isThere("selector") && there(e.selector, "exact");
    if (e.kind === "add" && !hasWords) return say.mustHaveWords;
    if (e.kind !== "add" && !there(e, "fingerprint")) return fill(say.mustBeText, "fingerprint");
    if (e.kind === "band" && noBand("band")) return noBand("band");
    if (!isThere("document") || !there(e.document, "path")) return say.mustHavePath;
    if (e.kind !== "add" && !there(e, "rule")) return fill(say.mustBeText, "rule");
    return noText(e, "rule", "reason", "text") || noText(e.document, "sha256")
      || ["band", "judged"].filter(isThere).map(noBand).find(Boolean)
      || (!isThere("selector") ? "" : !hasWords ? say.mustHaveWords : noText(e.selector, "prefix", "suffix")) || "";
  }
  function load() {
    let text = null;
    try {
      text = localStorage.getItem(storeName);
      reviewer = localStorage.getItem("counterweight-reviewer") || "";
      unnamed = localStorage.getItem("counterweight-unnamed") || unnamed;
      localStorage.setItem("counterweight-unnamed", unnamed);
    } catch { stored = false; }
    if (!text) return;
    let kept = null;
    try { kept = JSON.parse(text).events; } catch { /* said below */ }
    if (!Array.isArray(kept)) { skipped = say.skippedAll; return; }
    const bad = kept.map(problem).filter(Boolean);
    if (bad.length) skipped = fill(say.skipped, bad.length, bad[0]);
    take(kept.filter(event => !problem(event)));
    sign();
  }
  /// Gives the decisions of this browser that have no name yet the reviewer's.
  function sign() {
    if (reviewer) events = events.map(e => e.by === unnamed ? { ...e, by: reviewer } : e);
  }
  function rename(name) {
    reviewer = name.trim();
    byId("review-name").value = reviewer;
    try { localStorage.setItem("counterweight-reviewer", reviewer); } catch { stored = false; }
    sign();
    save();
    settle();
    render();
  }
  function save() {
    try { localStorage.setItem(storeName, JSON.stringify({ events })); stored = true; } catch { stored = false; }
    warn();
  }
  function warn() { byId("review-stored").textContent = [skipped, stored ? "" : say.notStored].filter(Boolean).join(" "); }
  /// Takes those events that are new, in order of time.
  function take(more) {
    const fresh = more.filter(e => !seen.ids.has(e.id) && seen.ids.add(e.id));
    events = events.concat(fresh).sort((a, b) => a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1);
    return fresh.length;
  }
  /// The document at the event's path, and then the other one of the same bytes. Where several others have them, none.
  function documentsOf(event) {
    const { path, sha256 } = event.document;
    const own = found(index().path, path);
    const others = sha256 ? found(index().hash, sha256).filter(d => !own.includes(d)) : nothing;
    return [...own, ...(others.length === 1 ? others : nothing)];
  }
  function target(event) {
    for (const d of documentsOf(event)) {
      const f = targetIn(d, event);
      if (f) return f;
    }
    return null;
  }
  /// The place of a decision in a document, by the rules that the program has.
  function targetIn(d, event) {
    const isSame = Boolean(event.document.sha256) && event.document.sha256 === data.documents[d].sha256;
    const isOneEnough = isSame || event.alone === true;
    const named = found(index().fingerprint, nameOf(d, event.rule, event.fingerprint));
    if (isSame && named.length === 1 && agrees(event, named[0], isOneEnough)) return named[0];
    const alike = found(index().base, nameOf(d, event.rule, event.fingerprint));
    if (alike.length === 1 && agrees(event, alike[0], isOneEnough)) return alike[0];
    const quoted = event.selector ? found(index().quote, d + quoteOf(event.rule, event.selector)) : nothing;
    return quoted.length === 1 ? quoted[0] : null;
  }
  /// Whether what stands around a finding's words is what stood around those of the decision: on one side where that
  /// is enough, else on both, since the finding may be the equal of one that is gone.
  function agrees(event, f, isOneEnough) {
    const { prefix = "", suffix = "" } = event.selector || {};
    if (!prefix && !suffix) return true;
    const even = text => (text || "").replace(/\s+/g, " ").trim();
    const isBefore = even(prefix) === even(f.q.prefix);
    const isAfter = even(suffix) === even(f.q.suffix);
    return isOneEnough ? isBefore || isAfter : isBefore && isAfter;
  }
  /// Names of the events that their own authors took back; nobody takes back what another did.
  function takenBack() {
    const authors = new Map(events.map(e => [e.id, e.by]));
    return new Set(events.filter(e => e.kind === "undo" && authors.get(e.undoes) === e.by).map(e => e.undoes));
  }
  function settle() {
    const undone = takenBack();
    for (const f of touched) { f.latest = nothing; f.comments = nothing; f.status = f.w || "open"; }
    touched = new Set();
    additions = [];
    orphans = [];
    for (const event of events) {
      if (event.kind === "undo" || undone.has(event.id)) continue;
      if (event.kind === "add") { (documentsOf(event).length ? additions : orphans).push(event); continue; }
      const f = target(event);
      if (!f) { orphans.push(event); continue; }
      touched.add(f);
      if (event.kind === "comment") f.comments = [...f.comments, event];
      else f.latest = [...f.latest.filter(e => e.by !== event.by), event];
    }
    for (const f of touched) {
      const last = f.latest;
      if (last.length) f.status = isDisputed(last) ? "disputed" : stands(last[0]) ? "accepted" : "dismissed";
    }
  }
  /// The band none says as much as a dismissal.
  const stands = event => event.kind === "band" ? event.band !== "none" : event.kind === "accept" && event.judged !== "none";
  /// Whether reviewers differ on whether a finding stands, or one chose a band that is not another's, as the program
  /// decides it too. Who accepts means the program's own band.
  function isDisputed(last) {
    if (new Set(last.map(stands)).size > 1) return true;
    const chosen = last.filter(e => e.kind === "band").map(e => e.band);
    const accepted = last.filter(e => e.kind === "accept" && e.judged).map(e => e.judged);
    return chosen.length > 0 && new Set([...chosen, ...accepted]).size > 1;
  }
  function selectorOf(f) { return { type: "TextQuoteSelector", ...f.q, position: { type: "TextPositionSelector", start: f.p[0], end: f.p[1] } }; }
  function record(event) {
    const whole = { id: newId(), at: new Date().toISOString(), by: reviewer || unnamed, lexicon: data.lexicon, ...event };
    take([whole]);
    save();
    settle();
    render();
    return whole;
  }
  function decide(kind, more) {
    const f = current;
    if (!f) return announce(say.noneChosen);
    const isAlone = found(index().base, nameOf(f.d, f.r, f.base)).length === 1;
    record({ kind, fingerprint: f.f, alone: isAlone || undefined, rule: f.r, document: { path: f.document.path, sha256: f.document.sha256 },
      judged: f.b, selector: selectorOf(f), ...more });
    // A filter by status may hide what was just decided; the next finding takes its place.
    if (!f.shown) step(1);
    if (!current) byId("review-j").focus();
    announce(fill(say.decided, kind === "comment" ? say.commented : say.status[f.status], f.r) + (current ? "" : ". " + say.atEnd));
  }
  function undo() {
    const undone = takenBack();
    const mine = events.filter(e => e.kind !== "undo" && !undone.has(e.id) && e.by === (reviewer || unnamed));
    const last = mine[mine.length - 1];
    if (!last) return announce(say.nothingToUndo);
    record({ kind: "undo", undoes: last.id });
    const f = last.kind === "add" ? null : target(last);
    if (f) select(f);
    announce(say.undone);
  }

  // --- The bar at the top -----------------------------------------------------------------------------------
  const filters = { text: "", rule: "", stance: "", status: "", section: "", bands: new Set(bands) };
  function choice(id, label, values, change) {
    const list = make("select", { id, onchange: e => { change(e.target.value); filterAnew(); } },
      make("option", { value: "" }, say.all), ...values.map(([value, text]) => make("option", { value }, text)));
    return make("label", {}, label + " ", list);
  }
  const distinct = list => [...new Set(list)].sort();
  const sections = distinct(findings.map(f => f.sec[0]).filter(Boolean));
  const bar = make("div", { class: "rv-bar", id: "review-bar", role: "region", "aria-label": say.review },
    make("div", { class: "rv-row" },
      make("label", { class: "rv-progress" }, make("progress", { id: "review-progress", max: Math.max(1, findings.length), value: 0, "aria-label": say.progress }), " ", make("span", { id: "review-count" })),
      make("label", {}, say.reviewer + " ", make("input", { id: "review-name", type: "text", size: 12, autocomplete: "off",
        onchange: e => rename(e.target.value) })),
      make("button", { type: "button", onclick: exportFile, id: "review-export" }, say.exportFile),
      make("label", { class: "rv-file" }, say.importFile + " ", make("input", { type: "file", accept: ".json,application/json", id: "review-import", onchange: importFile })),
      make("label", {}, make("input", { type: "checkbox", id: "review-keys", onchange: e => useKeys(e.target.checked) }), " " + say.useKeys),
      make("button", { type: "button", id: "review-help", onclick: () => open(helpDialog()) }, say.help + " (?)"),
      make("span", { id: "review-stored", class: "rv-warn" })),
    make("div", { class: "rv-row" },
      make("label", {}, say.search + " ", make("input", { type: "search", id: "review-text", oninput: e => { filters.text = fold(e.target.value); filterAnew(); } })),
      make("fieldset", { class: "rv-bands" }, make("legend", {}, say.bands), ...bands.slice().reverse().map(band =>
        make("label", {}, make("input", { type: "checkbox", checked: true, value: band, id: "review-band-" + band,
          onchange: e => { filters.bands[e.target.checked ? "add" : "delete"](band); filterAnew(); } }), " " + band))),
      choice("review-rule", say.rule, distinct(findings.map(f => f.r)).map(r => [r, r]), v => { filters.rule = v; }),
      choice("review-stance", say.stance, distinct(findings.map(f => f.st)).map(s => [s, s]), v => { filters.stance = v; }),
      choice("review-status", say.statusLabel, Object.entries(say.status), v => { filters.status = v; }),
      sections.length > 1 ? choice("review-section", say.section, sections.map(s => [s, s.slice(0, 60)]), v => { filters.section = v; }) : ""),
    make("p", { id: "review-shown", class: "rv-shown" }));
  const work = { k: () => step(-1), j: () => step(1), a: () => decide("accept"), d: dismiss, b: changeBand, c: comment, m: missed, u: undo };
  const button = (key, text, kind) => make("button", { type: "button", id: "review-" + key, class: kind, "aria-keyshortcuts": key, onclick: work[key] },
    text + " ", make("kbd", { "aria-hidden": "true" }, key));
  /// Where there is little room, the rarer ones are shown on demand.
  const rest = make("button", { type: "button", id: "review-rest", "aria-expanded": "false", onclick: () =>
    rest.setAttribute("aria-expanded", String(actions.classList.toggle("rv-whole"))) }, say.rest);
  const actions = make("div", { class: "rv-actions", role: "region", "aria-label": say.chosen, id: "review-actions" },
    make("p", { class: "rv-said" }, make("span", { id: "review-current", class: "rv-current" }), " ", make("span", { id: "review-live", role: "status" })),
    make("div", { class: "rv-work", role: "toolbar", "aria-label": say.actions },
      button("k", say.previous), button("j", say.next), button("a", say.accept), button("d", say.dismiss), rest,
      button("b", say.changeBand, "rv-rare"), button("c", say.comment, "rv-rare"), button("m", say.missed, "rv-rare"), button("u", say.undo, "rv-rare")));
  const map = make("canvas", { class: "rv-map", "aria-hidden": "true", width: 16, height: 600, onclick: jump });
  function announce(text) { byId("review-live").textContent = text; }

  // --- Filter and render ------------------------------------------------------------------------------------
  function fits(f) {
    return filters.bands.has(f.b) && (!filters.rule || f.r === filters.rule) && (!filters.stance || f.st === filters.stance)
      && (!filters.status || f.status === filters.status) && (!filters.section || f.sec[0] === filters.section)
      && (!filters.text || holds(f, filters.text));
  }
  function filter() {
    const start = performance.now();
    let count = 0;
    spotsShown = spotsAtOnce;
    for (const f of findings) {
      const shown = fits(f);
      if (shown) count += 1;
      if (shown === f.shown) continue;
      f.shown = shown;
      if (f.card) f.card.hidden = !shown;
      f.hit.hidden = !shown;
    }
    byId("review-shown").textContent = fill(say.shown, count, findings.length);
    for (const spot of spots) spot.row.hidden = !spot.findings.some(f => f.shown);
    if (isLarge) listSpots();
    drawMap();
    if (current && !current.shown) select(null);
    document.documentElement.dataset.filterTime = (performance.now() - start).toFixed(1);
  }
  /// After a change of the filters. Where they hide the current finding, the first that they show takes its place.
  function filterAnew() {
    const before = current;
    filter();
    if (before && !current) select(findings.find(f => f.shown) || null, true);
  }
  let noted = new Set();
  function render() {
    const decided = findings.filter(f => f.status !== "open").length;
    for (const f of new Set([...noted, ...touched])) {
      const note = f.latest.length + f.comments.length === 0 ? "" : describe(f);
      if (f.note === note) continue;
      f.note = note;
      hang(f);
    }
    noted = touched;
    byId("review-progress").value = decided;
    byId("review-count").textContent = fill(say.progressText, decided, findings.length);
    renderLists();
    filter();
  }
  /// Hangs what was decided on the card and the line of a finding.
  function hang(f) {
    for (const place of [f.card && f.card.querySelector("summary"), f.hit]) {
      if (!place) continue;
      let chip = place.querySelector(".rv-chip");
      if (!f.note) { if (chip) chip.remove(); continue; }
      if (!chip) { chip = make("span", { class: "rv-chip" }); place.append(" ", chip); }
      chip.className = "rv-chip rv-" + f.status;
      chip.textContent = f.note;
    }
  }
  const marks = { open: "", accepted: "✓ ", dismissed: "✗ ", disputed: "⚠ " };
  function describe(f) {
    const parts = f.latest.map(e => [e.by, e.kind === "band" ? say.band + " " + e.band : say.status[e.kind === "dismiss" ? "dismissed" : "accepted"],
      e.reason ? say.reasons[e.reason] || e.reason : "", e.text || ""].filter(Boolean).join(" – "));
    parts.push(...f.comments.map(e => e.by + ": " + e.text));
    return marks[f.status] + (f.status === "disputed" ? say.status.disputed + ": " : "") + parts.join("; ");
  }
  /// Whether the rule was right, as an event has it: also who dismisses because the wording is wanted says so.
  const confirms = event => stands(event) || event.reason === "agreed";
  /// Of each rule, how many of its decided findings were right; those that reviewers differ on count as neither.
  function precisions() {
    const counts = new Map();
    for (const f of touched) {
      if (f.status === "disputed" || new Set(f.latest.map(confirms)).size !== 1) continue;
      const [right, decided] = counts.get(f.r) || [0, 0];
      counts.set(f.r, [right + (confirms(f.latest[0]) ? 1 : 0), decided + 1]);
    }
    return [...counts].map(([rule, [right, decided]]) => [rule, right, decided]).sort((a, b) => a[0] < b[0] ? -1 : 1);
  }
  /// The score interval of 95%, which is honest for few decisions.
  function wilson(part, whole) {
    const z = 1.959964, share = part / whole;
    const centre = share + z * z / (2 * whole);
    const reach = z * Math.sqrt(share * (1 - share) / whole + z * z / (4 * whole * whole));
    const scale = 1 + z * z / whole;
    return [part === 0 ? 0 : Math.max(0, (centre - reach) / scale), part === whole ? 1 : Math.min(1, (centre + reach) / scale)];
  }
  function renderLists() {
    const place = byId("review-lists");
    place.replaceChildren();
    if (additions.length) {
      place.append(make("h2", {}, say.additions), make("ul", {}, ...additions.map(e => make("li", {},
        make("b", {}, [e.rule, e.band].filter(Boolean).join(" ")), " ", make("q", { dir: "auto" }, e.selector.exact), " – " + e.by, e.text ? ": " + e.text : ""))));
    }
    if (orphans.length) {
      place.append(make("h2", {}, say.orphans), make("p", {}, say.orphansNote), make("ul", { id: "review-orphans" }, ...orphans.map(e => {
        const candidates = documentsOf(e).flatMap(d => found(index().base, nameOf(d, e.rule, baseOf(e.fingerprint)))).slice(0, 3);
        return make("li", {}, make("b", {}, e.rule || ""), " " + e.document.path + " " + e.kind + " – " + e.by + ": ", make("q", { dir: "auto" }, (e.selector || {}).exact || ""),
          ...candidates.flatMap(f => [" → ", make("a", { href: "#" + f.a }, f.q.exact.slice(0, 80))]));
      })));
    }
    const measured = precisions();
    if (measured.length) {
      place.append(make("h2", {}, say.precision), make("p", {}, say.precisionNote), make("table", { id: "review-precision" },
        make("thead", {}, make("tr", {}, ...[say.rule, say.precisionShare, say.precisionInterval, say.precisionCounts].map(text => make("th", { scope: "col" }, text)))),
        make("tbody", {}, ...measured.map(([rule, right, decided]) => {
          const [low, high] = wilson(right, decided);
          return make("tr", {}, make("th", { scope: "row" }, rule), make("td", {}, (right / decided).toFixed(2)),
            make("td", {}, low.toFixed(2) + "–" + high.toFixed(2)), make("td", {}, fill(say.precisionOf, right, decided)));
        }))));
    }
    place.hidden = !additions.length && !orphans.length && !measured.length;
  }

  // --- What a large page has folded away --------------------------------------------------------------------
  const spotsAtOnce = 100;
  let spotsShown = spotsAtOnce;
  const hits = isLarge ? make("div", { id: "review-hits" }) : null;
  /// The first of the passages that the filters let through.
  function listSpots() {
    const shown = spots.filter(spot => !spot.row.hidden);
    const parts = [];
    let title = null;
    let list = null;
    for (const spot of shown.slice(0, spotsShown)) {
      if (!list || spot.title !== title) {
        title = spot.title;
        list = make("ol", { class: "hits", role: "list" });
        parts.push(...[title, list].filter(Boolean));
      }
      list.append(spot.row);
    }
    const rest = shown.length - spotsShown;
    if (rest > 0) {
      parts.push(make("button", { type: "button", id: "review-more", onclick: () => {
        const next = shown[spotsShown];
        spotsShown += spotsAtOnce;
        listSpots();
        next.row.querySelector(".hit:not([hidden]) a").focus();
      } }, fill(say.more, Math.min(spotsAtOnce, rest))));
    }
    hits.replaceChildren(...parts);
  }
  /// Unfolds the cards within an element, each with what is common to its rule and what was decided.
  function unfold(place) {
    for (const folded of place.querySelectorAll(".k > noscript")) {
      const part = parsed(folded);
      for (const link of part.querySelectorAll(".see")) {
        const note = byId(link.firstElementChild.hash.slice(1));
        if (!note) continue;
        const told = [...note.cloneNode(true).children];
        for (const row of told) row.classList.add("told");
        link.previousElementSibling.append(...told);
        link.classList.add("paper");
      }
      for (const card of part.querySelectorAll(".card")) {
        const f = byAnchor.get(card.id);
        if (!f) continue;
        f.card = card;
        card.hidden = !f.shown;
        if (f.note) hang(f);
      }
      folded.replaceWith(part);
    }
  }
  function cardOf(f) {
    if (!f.card) {
      const block = byId("doc-" + (f.d + 1) + "-" + f.k);
      const passage = block && block.closest(".p");
      if (passage) unfold(passage);
    }
    return f.card;
  }

  // --- Moving about -----------------------------------------------------------------------------------------
  /// A hidden finding is never the current one, so that no key decides what nobody sees.
  function select(finding, quietly) {
    const f = finding && finding.shown ? finding : null;
    if (current && current.card) current.card.classList.remove("rv-now");
    current = f;
    if (f) lastIndex = f.index;
    const shown = findings.filter(f => f.shown);
    byId("review-current").textContent = f ? f.r + " " + f.b + " · " + (shown.indexOf(f) + 1) + "/" + shown.length : say.noneChosen;
    if (!f || !cardOf(f)) return;
    f.card.classList.add("rv-now");
    f.card.open = true;
    if (quietly) return;
    const head = f.card.querySelector("summary");
    f.card.closest(".p").scrollIntoView({ block: "start" });
    // Beside or below a long passage the card itself has to come into sight.
    if (head.getBoundingClientRect().bottom > actions.getBoundingClientRect().top) f.card.scrollIntoView({ block: "start" });
    head.focus({ preventScroll: true });
    try { history.replaceState(null, "", "#" + f.a); } catch { /* a page without an address keeps the old one */ }
  }
  function step(by) {
    let index = lastIndex ?? (by > 0 ? -1 : findings.length);
    do { index += by; } while (index >= 0 && index < findings.length && !findings[index].shown);
    if (index < 0 || index >= findings.length) return announce(by > 0 ? say.atEnd : say.atStart);
    select(findings[index]);
  }
  let colours = null;
  function drawMap() {
    const height = Math.max(100, window.innerHeight - 16);
    map.height = height;
    const context = map.getContext("2d");
    if (!context) return;
    colours ??= bands.map(b => getComputedStyle(document.documentElement).getPropertyValue("--" + b));
    // The worst finding of each row: a map of ten thousand is drawn in as many strokes as it has rows.
    const rows = new Int8Array(height).fill(-1);
    for (const f of findings) {
      if (!f.shown) continue;
      const row = Math.round(f.y * (height - 3));
      rows[row] = Math.max(rows[row], bands.indexOf(f.b));
    }
    for (let row = 0; row < height; row += 1) {
      if (rows[row] < 0) continue;
      const width = 3 + 3 * rows[row];
      context.fillStyle = colours[rows[row]];
      context.fillRect(16 - width, row, width, 2);
    }
  }
  function jump(event) {
    const y = event.offsetY / map.clientHeight;
    const near = findings.filter(f => f.shown).reduce((best, f) => !best || Math.abs(f.y - y) < Math.abs(best.y - y) ? f : best, null);
    if (near) select(near);
  }

  // --- Dialogs ----------------------------------------------------------------------------------------------
  function open(dialog) {
    const back = document.activeElement;
    document.body.append(dialog);
    dialog.addEventListener("close", () => { dialog.remove(); if (back && back.focus) back.focus({ preventScroll: true }); });
    dialog.showModal();
  }
  function ask(title, body, done) {
    const form = make("form", { method: "dialog" }, make("h2", { id: "review-dialog-title" }, title), ...body,
      make("p", { class: "rv-row" }, make("button", { type: "submit", value: "ok", id: "review-ok" }, say.ok),
        make("button", { type: "button", onclick: () => dialog.close() }, say.cancel)));
    const dialog = make("dialog", { class: "rv-dialog", "aria-labelledby": "review-dialog-title" }, form);
    form.addEventListener("submit", event => { event.preventDefault(); dialog.close(); done(form); });
    open(dialog);
  }
  const area = (name, label) => make("label", {}, label, make("textarea", { name, rows: 3, id: "review-words" }));
  /// Without a choice that is made before, one has to be made.
  const radio = (name, legend, entries, chosen) => make("fieldset", {}, make("legend", {}, legend), ...entries.map(([value, text]) =>
    make("label", { class: "rv-choice" },
      make("input", { type: "radio", name, value, checked: value === chosen, required: chosen === undefined }), " " + text)));
  function dismiss() {
    if (!current) return announce(say.noneChosen);
    ask(say.dismiss + ": " + current.r, [radio("reason", say.reasonLegend, Object.entries(say.reasons)), area("text", say.words)],
      form => decide("dismiss", { reason: form.reason.value, text: form.text.value.trim() || undefined }));
  }
  function comment() {
    if (!current) return announce(say.noneChosen);
    ask(say.comment + ": " + current.r, [area("text", say.words)], form => {
      const text = form.text.value.trim();
      if (text) decide("comment", { text });
    });
  }
  function changeBand() {
    if (!current) return announce(say.noneChosen);
    ask(say.changeBand + ": " + current.r, [radio("band", say.bandLegend, ["none", ...bands].map(b => [b, b]), current.b), area("text", say.words)],
      form => decide("band", { band: form.band.value, text: form.text.value.trim() || undefined }));
  }
  function missed() {
    const chosen = chosenText();
    if (!chosen) return announce(say.selectFirst);
    ask(say.missed, [make("blockquote", { dir: "auto" }, chosen.exact),
      make("label", {}, say.rule + " ", make("select", { name: "rule" }, ...data.rules.map(r => make("option", { value: r.id }, r.id + " " + r.name)))),
      radio("band", say.bandLegend, bands.map(b => [b, b]), "low"), area("text", say.words)],
      form => record({ kind: "add", rule: form.rule.value, band: form.band.value, text: form.text.value.trim() || undefined,
        document: { path: chosen.document.path, sha256: chosen.document.sha256 },
        selector: { type: "TextQuoteSelector", exact: chosen.exact, prefix: chosen.prefix, suffix: chosen.suffix } }));
  }
  /// The selected words of one document, without what the page adds, and a little on each side.
  function chosenText() {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    const node = range.commonAncestorContainer;
    const inside = (node.nodeType === 1 ? node : node.parentElement).closest(".text");
    if (!inside) return null;
    const plain = (from, to) => {
      const part = document.createRange();
      part.setStart(...from);
      part.setEnd(...to);
      const holder = make("div", {}, part.cloneContents());
      for (const own of holder.querySelectorAll(".n,.sp,.k")) own.remove();
      return holder.textContent.replace(/\s+/g, " ");
    };
    const exact = plain([range.startContainer, range.startOffset], [range.endContainer, range.endOffset]).trim();
    if (!exact) return null;
    const before = plain([inside, 0], [range.startContainer, range.startOffset]);
    const after = plain([range.endContainer, range.endOffset], [inside, inside.childNodes.length]);
    const section = inside.closest(".doc");
    const index = Math.max(0, Number((section ? section.id : "doc-1").slice(4)) - 1);
    return { exact, prefix: before.slice(-32), suffix: after.slice(0, 32), document: data.documents[index] };
  }
  function helpDialog() {
    const dialog = make("dialog", { class: "rv-dialog", "aria-labelledby": "review-help-title" },
      make("h2", { id: "review-help-title" }, say.help),
      make("table", {}, ...Object.entries(say.keys).map(([key, text]) => make("tr", {}, make("th", { scope: "row" }, make("kbd", {}, key)), make("td", {}, text)))),
      ...say.helpNotes.map(text => make("p", {}, text)),
      make("button", { type: "button", onclick: () => dialog.close() }, say.close));
    return dialog;
  }

  // --- Files ------------------------------------------------------------------------------------------------
  function exportFile() {
    if (events.some(e => e.by === unnamed)) {
      const name = make("input", { type: "text", name: "reviewer", id: "review-own-name", required: true, autocomplete: "off" });
      ask(say.nameFirst, [make("p", {}, say.nameNote), make("label", {}, say.reviewer + " ", name)], () => { rename(name.value); exportFile(); });
      return;
    }
    const file = { schema: "counterweight-decisions/1", tool: data.tool, lexicon: data.lexicon, documents: data.documents, events };
    const address = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2) + "\n"], { type: "application/json" }));
    const link = make("a", { href: address, download: "decisions.json" });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
    announce(fill(say.exported, events.length));
  }
  async function importFile(event) {
    const [file] = event.target.files;
    if (!file) return;
    try {
      let read = null;
      try { read = JSON.parse(await file.text()); } catch { /* said below */ }
      if (read?.schema !== "counterweight-decisions/1" || !Array.isArray(read.events)) throw new Error(say.notDecisions);
      const wrong = read.events.findIndex(problem);
      if (wrong >= 0) throw new Error(fill(say.wrongEvent, wrong + 1, problem(read.events[wrong])));
      const count = take(read.events);
      save();
      settle();
      render();
      announce(fill(say.imported, count, findings.filter(f => f.status === "disputed").length, orphans.length));
    } catch (error) {
      announce(fill(say.importFailed, file.name, error.message));
    }
    event.target.value = "";
  }

  // --- Start ------------------------------------------------------------------------------------------------
  function key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (event.target.closest("input,textarea,select,a")) return;
    const act = { ...work, "/": () => byId("review-text").focus(), "?": () => open(helpDialog()) }[event.key];
    // A key that is held down moves on, but decides once.
    if (!act || (event.repeat && !/[jk]/.test(event.key))) return;
    event.preventDefault();
    act();
  }
  function useKeys(isOn) {
    byId("review-keys").checked = isOn;
    document[isOn ? "addEventListener" : "removeEventListener"]("keydown", key);
    try { localStorage.setItem("counterweight-keys", isOn ? "on" : "off"); } catch { /* said where decisions are kept */ }
  }
  document.documentElement.classList.add("rv");
  list.after(make("section", { id: "review-lists", class: "list", hidden: true }));
  byId("findings-title").after(bar);
  if (isLarge) {
    list.querySelector("noscript").remove();
    list.append(hits);
    const watch = new IntersectionObserver(entries => {
      for (const entry of entries) {
        if (!entry.isIntersecting) continue;
        watch.unobserve(entry.target);
        unfold(entry.target);
      }
    }, { rootMargin: "100%" });
    for (const chunk of document.querySelectorAll(".ch")) watch.observe(chunk);
    window.addEventListener("beforeprint", () => { unfold(document); spotsShown = Infinity; listSpots(); });
    setTimeout(() => findings.forEach(f => { searchOf(f); passageOf(f); }), 500);
  }
  document.querySelector("main").append(actions);
  document.body.append(map);
  load();
  warn();
  byId("review-name").value = reviewer;
  settle();
  render();
  select(byAnchor.get(location.hash.slice(1)) || null, true);
  let wantsKeys = true;
  try { wantsKeys = localStorage.getItem("counterweight-keys") !== "off"; } catch { /* a browser that keeps nothing */ }
  useKeys(wantsKeys);
  document.addEventListener("click", event => {
    const card = event.target.closest && event.target.closest(".card");
    if (card && byAnchor.has(card.id)) select(byAnchor.get(card.id), true);
  });
  window.addEventListener("hashchange", () => { const f = byAnchor.get(location.hash.slice(1)); if (f) select(f, true); if (f && current) f.card.querySelector("summary").focus({ preventScroll: true }); });
  window.addEventListener("resize", drawMap);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { colours = null; drawMap(); });
})();
