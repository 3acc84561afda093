/* The static site's search: the same exact substrings as the server's, found in files by pairs of characters.
   search/meta.json {docs, rows, bodies, shards, alike: {sign: what it is compared as}}; search/gram/<shard>.json {pair or character: [ids, delta coded]};
   search/rows/<n>.json light rows; search/body/<n>.json what is searched. Newest publication first. Chromium 90. */
(function () {
  "use strict";
  const PER_PAGE = 20, MOST_COUNTED = 10000;
  const base = document.currentScript.src.replace(/static\/find\.js.*$/, "");
  const asked = new URLSearchParams(location.search);
  const kept = new Map();

  const get = (path) => {
    if (!kept.has(path)) kept.set(path, fetch(base + "search/" + path).then((a) => (a.ok ? a.json() : null)));
    return kept.get(path);
  };
  const UNSEEN = /(?![\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}])[\p{Cf}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
  const folded = (text, alike) => Array.from(text.replace(UNSEEN, ""), (sign) => alike[sign] || sign).join("");
  const normal = (text, alike) => folded(folded(text, alike).normalize("NFKC").toLowerCase(), alike)
    .replace(/第(?=[0-9])/g, "").replace(/\)第$/gm, ")").replace(/[\ue000\ue001]/g, " ").trim().split(/\s+/).filter(Boolean);
  const shardOf = (gram, shards) => Array.from(gram).reduce((sum, c) => (sum * 31 + c.codePointAt(0)) % 65521, 7) % shards;

  function day(text, label, problems) {
    if (!text.trim()) return "";
    const m = /^(\d{4})\s*[-./年]?\s*(\d{1,2})\s*[-./月]?\s*(\d{1,2})\s*日?$/.exec(text.trim());
    const date = m && new Date(Date.UTC(+m[1], +m[2] - 1, +m[3]));
    if (date && date.getUTCMonth() === +m[2] - 1 && date.getUTCDate() === +m[3]) return date.toISOString().slice(0, 10);
    problems.push(label + "“" + text.slice(0, 20) + "”不是有效日期，请按 2026-03-12 的格式填写。");
    return "";
  }

  async function postings(gram, meta) {
    const shard = await get("gram/" + shardOf(gram, meta.shards) + ".json");
    let at = 0;
    return new Set(((shard || {})[gram] || []).map((step) => (at += step)));
  }
  async function candidates(terms, meta) {
    let found = null;
    for (const term of terms) {
      const signs = Array.from(term);
      const grams = signs.length === 1 ? signs : signs.slice(1).map((sign, i) => signs[i] + sign);
      for (const gram of new Set(grams)) {
        const ids = await postings(gram, meta);
        found = found ? new Set([...found].filter((id) => ids.has(id))) : ids;
        if (!found.size) return found;
      }
    }
    return found;
  }
  async function contains(id, terms, meta) {
    if (terms.every((term) => Array.from(term).length <= 2)) return true;
    const chunk = await get("body/" + Math.floor(id / meta.bodies) + ".json");
    return terms.every((term) => chunk[id % meta.bodies].includes(term));
  }

  async function search(filters) {
    const meta = await get("meta.json");
    const terms = Array.from(new Set(normal(filters.q, meta.alike)));
    const among = terms.length ? await candidates(terms, meta) : null;
    const ids = among ? Array.from(among).sort((a, b) => b - a) : Array.from({ length: meta.docs }, (_, i) => meta.docs - 1 - i);
    const hits = [];
    for (const id of ids) {
      const row = (await get("rows/" + Math.floor(id / meta.rows) + ".json"))[id % meta.rows];
      const fits = (!filters.kind || row.words.includes(filters.kind)) && (!filters.state || row.state === filters.state) &&
        (!filters.item || row.item === filters.item) && (!filters.from || (row.decided && row.decided >= filters.from)) &&
        (!filters.to || (row.decided && row.decided <= filters.to));
      if (fits && (await contains(id, terms, meta))) hits.push(row);
      if (hits.length > MOST_COUNTED) break;
    }
    return hits;
  }

  const STATES = { shown: ["g", "在示"], replaced: ["a", "已更正"], withdrawn: ["r", "已撤下"], unverified: ["r", "未能核验"] };
  function cell(line, label, text, kind) {
    const td = document.createElement("td");
    td.dataset.l = label;
    if (kind) td.className = kind;
    if (text instanceof Node) td.append(text); else td.textContent = text || "—";
    line.append(td);
  }
  function lineOf(row) {
    const line = document.createElement("tr"), link = document.createElement("a"), tag = document.createElement("span");
    link.href = base + "decisions/" + encodeURIComponent(row.slug) + "/";
    link.textContent = row.number || row.slug;
    tag.className = "tag " + STATES[row.state][0];
    tag.textContent = STATES[row.state][1];
    cell(line, "文书号", link, "wh");
    cell(line, "当事人", row.party);
    cell(line, "事由", row.cause);
    cell(line, "结论", row.state === "withdrawn" ? "内容已依法撤下，仅保留文书号、日期和理由" : row.state === "unverified" ? "内容未能核验，不予显示" : row.conclusion);
    cell(line, "决定日期", row.decided, "n");
    cell(line, "公示日期", row.published, "n");
    cell(line, "状态", tag);
    return line;
  }
  function show(hits, page) {
    const pages = Math.max(1, Math.ceil(hits.length / PER_PAGE)), here = Math.min(page, pages);
    const first = (here - 1) * PER_PAGE, rows = hits.slice(first, first + PER_PAGE);
    document.querySelector("#list tbody").replaceChildren(...rows.map(lineOf));
    const count = document.getElementById("count"), total = document.createElement("strong");
    total.className = "num";
    total.textContent = Math.min(hits.length, MOST_COUNTED);
    count.replaceChildren("共 ", total, hits.length > MOST_COUNTED ? " 条以上" : " 条", rows.length ? "，本页 " + (first + 1) + "–" + (first + rows.length) + " 条" : "");
    document.querySelectorAll("#list .empty, #list .pager, #list .links").forEach((old) => old.remove());
    if (!rows.length) {
      const none = document.createElement("p");
      none.className = "muted empty";
      none.textContent = "没有符合条件的决定。可以减少查询条件，或换一个说法再查。";
      document.querySelector("#list .scroll").after(none);
    }
    if (pages > 1) document.querySelector("#list .scroll").after(pager(here, pages));
  }
  function pager(here, pages) {
    const nav = document.createElement("nav");
    nav.className = "pager";
    nav.setAttribute("aria-label", "分页");
    for (let n = 1; n <= pages; n++) {
      if (n !== 1 && n !== pages && Math.abs(n - here) > 2) continue;
      const link = document.createElement(n === here ? "span" : "a");
      link.className = "num";
      link.textContent = n;
      if (n === here) link.setAttribute("aria-current", "page");
      else { asked.set("page", n); link.href = "?" + asked; link.setAttribute("aria-label", "第 " + n + " 页"); }
      nav.append(link);
    }
    return nav;
  }

  async function start() {
    const names = ["q", "kind", "from", "to", "state", "item"];
    if (!names.some((name) => (asked.get(name) || "").trim()) && !asked.has("page")) return;
    for (const name of names) {
      const field = document.querySelector("form.f [name=" + name + "]");
      if (field) field.value = asked.get(name) || "";
    }
    const problems = [], filters = { q: (asked.get("q") || "").slice(0, 100), kind: asked.get("kind"), item: asked.get("item") };
    filters.state = asked.get("state") in STATES ? asked.get("state") : "";
    filters.from = day(asked.get("from") || "", "决定日期起", problems);
    filters.to = day(asked.get("to") || "", "决定日期止", problems);
    if (problems.length) {
      const box = document.createElement("div");
      box.className = "note r";
      box.setAttribute("role", "alert");
      box.append(...problems.map((words) => Object.assign(document.createElement("p"), { textContent: words })));
      document.querySelector("h1").after(box);
    }
    show(await search(filters), Math.max(1, parseInt(asked.get("page"), 10) || 1));
    document.getElementById("list").dataset.found = "yes";
  }
  addEventListener("DOMContentLoaded", start);
})();
