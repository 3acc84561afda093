/* The verify page: a visitor's browser checks a receipt, a published decision, or a served paper by its QR code.
   #i=〈entry of the public log〉, #r=〈receipt〉&e=〈entry〉, #p=〈name〉.〈key〉 of a sealed copy: what follows # is never
   sent to a server. Needs noble.js, proof.js, paper.js; Chromium 90. */
(function () {
  "use strict";
  const { Refused, must, textOf, parse } = proof;
  const $ = (id) => document.getElementById(id);
  const box = $("verify");
  const root = box.dataset.root;
  let doing = "";

  /* showing */
  function start() {
    for (const id of ["steps", "facts", "lead", "privacy"]) $(id).textContent = "";
    $("verdict").textContent = "正在验证…";
    $("advice").hidden = true;
    $("result").removeAttribute("data-verdict");
    $("result").hidden = false;
  }
  function mark(good, text) {
    const line = document.createElement("li");
    line.className = good ? "on" : "bad";
    line.textContent = (good ? "通过：" : "未通过：") + text;
    $("steps").append(line);
  }
  function fact(name, value, style) {
    const dt = document.createElement("dt"), dd = document.createElement("dd");
    dt.textContent = name; dd.textContent = value; dd.className = style || "";
    $("facts").append(dt, dd);
  }
  function conclude(text, state) {
    $("verdict").textContent = text;
    $("result").dataset.verdict = state;
    $("verdict").focus();
  }

  /* asking the site */
  class Unreachable extends Error {}
  async function get(path) {
    let answer;
    try { answer = await fetch(root + path, { cache: "no-store" }); } catch (e) { throw new Unreachable("网络不通"); }
    if (answer.status === 404 || answer.status === 410) return null;
    if (!answer.ok) throw new Unreachable("网站暂时不能应答（" + answer.status + "）");
    return new Uint8Array(await answer.arrayBuffer());
  }
  function keys(published) {
    const own = $("key").value.trim();
    const known = own ? [own] : published.split(" ").filter(Boolean);
    must(known.length, "本站尚未公布公钥，请在本页下方填写您掌握的公钥");
    return known.map(proof.parseKey);
  }

  /* checking */
  async function verify([receiptText, entry]) {
    doing = "读取凭证";
    const receipt = proof.parseReceipt(receiptText);
    const bytes = entry || receipt.extra;
    must(bytes, "凭证中没有附带条目，请同时选择条目文件");
    stands(receipt, bytes, keys(box.dataset.keys));
    await contents(bytes);
    return "验证通过，没有被改动";
  }
  function stands(receipt, bytes, trusted) {
    doing = "核对签名和条目";
    const found = proof.openReceipt(receipt, bytes, trusted);
    mark(true, "检查点由 " + found.origin + " 签署，共 " + found.size + " 条");
    mark(true, "条目在日志中，序号 " + found.index);
    return found;
  }
  function told(entry) {
    fact("办理事项", paper.act(entry.act));
    fact("办理时间", paper.moment(entry.at));
    fact("录入时间", paper.moment(entry.entered));
  }

  const OPS = { publish: "公示", replace: "更正", withdraw: "撤下", anchor: "锚定", restore: "数据恢复" };
  async function contents(bytes) {
    let entry;
    try { entry = parse(textOf(bytes)); } catch (e) { fact("条目", bytes.length + " 字节"); return; }
    if (entry.act) { told(entry); return; }
    if (entry.op in OPS) fact("条目", OPS[entry.op]);
    if (entry.at) fact("时间", paper.moment(entry.at));
    if (entry.reason) fact("理由", entry.reason.text);
    if (entry.op === "restore") fact("说明", entry.text);
    if (entry.stays) fact("文书号", entry.stays.number);
    for (const [name, commitment] of Object.entries(entry.op in OPS && entry.items ? entry.items : {})) {
      const label = doing = name === "text" ? "决定书公开文本" : "公示内容";
      const data = /^[0-9a-f]{64}$/.test(commitment) ? await get("feed/item/" + commitment) : null;
      if (!data) { fact(label, "已撤下、已更正或暂缺，只余承诺值"); continue; }
      const value = parse(proof.openItem(textOf(data), name, commitment).value);
      mark(true, label + "与日志中的承诺值一致");
      if (name !== "notice") continue;
      for (const [field, title] of [["number", "文书号"], ["title", "名称"], ["name", "事项"], ["party", "执法对象"], ["conclusion", "执法结论"]]) {
        if (value[field]) fact(title, value[field]);
      }
    }
  }

  /* A served paper: the proof behind its QR code, opened here with the key that only the paper carries. */
  async function served(code) {
    doing = "读取二维码";
    must(/^[0-9a-f]{32}\.[0-9a-f]{32}$/.test(code), "二维码内容不完整，请重新扫描");
    const [name, key] = code.split(".");
    doing = "取得凭证";
    const sealed = await get("feed/sealed/" + name);
    must(sealed, "本站没有这份文书的凭证，请核对网址是不是制作机关的公示网站");
    doing = "解开凭证";
    const held = parse(textOf(await proof.unseal(proof.unhex(key), sealed)));
    mark(true, "已用二维码中的密钥在本机解开凭证");
    doing = "读取条目";
    const entry = parse(held["entry.json"]);
    doing = "核对文书内容";
    const item = proof.openItem(held["item.json"], "paper", (entry.items || {}).paper);
    const facts = parse(item.value);
    must(facts.document_no === held.number, "凭证中的文号与文书内容不同");
    mark(true, "文书内容与条目中的承诺值一致");
    doing = "读取凭证";
    const receipt = proof.parseReceipt(held["receipt.tlog-proof"]);
    const trusted = keys(box.dataset.record);
    const found = stands(receipt, proof.bytesOf(held["entry.json"]), trusted);
    show(facts, item.value, entry);
    return "这份文书已记入执法记录第 " + found.index + " 条";
  }
  function show(facts, value, entry) {
    $("lead").textContent = "请将下列内容与您手中的文书逐项比对；如有不同，纸面可能被改动，请向制作机关核实。";
    $("privacy").textContent = "以上内容只在您的浏览器中解开，没有发送给任何人。本页网址含有解开它的密钥，转发网址等于出示文书。";
    fact("文书", paper.title(facts));
    for (const [label, words] of paper.contents(facts)) fact(label, words, "lines");
    const digest = paper.digest(facts, value);
    if (digest) fact("二维码旁的摘要", digest, "num");
    told(entry);
    fact("签名公钥", $("key").value.trim() || box.dataset.record, "hash");
  }

  /* running */
  async function run(work, isPaper) {
    start();
    try {
      conclude(await work(), "good");
    } catch (error) {
      $("facts").textContent = "";
      if (error instanceof Unreachable) {
        mark(false, doing + "——" + error.message);
        conclude("没有完成验证，请稍后再试", "open");
        return;
      }
      mark(false, doing + "——" + (error instanceof Refused ? error.message : "格式不符，无法读取"));
      $("advice").hidden = !isPaper;
      conclude(isPaper ? "这份文书未能通过验证" : "未能通过验证", "bad");
    }
  }
  async function byNumber(index) {
    doing = "取得凭证";
    must(/^\d{1,12}$/.test(index), "请填写条目号，只含数字");
    const data = await get("feed/receipt/" + Number(index));
    must(data, "公开日志中没有第 " + index + " 号条目");
    const text = textOf(data);
    must(proof.parseReceipt(text).index === Number(index), "所得凭证不是第 " + index + " 号条目的");
    return verify([text, null]);
  }
  async function byFiles() {
    doing = "读取凭证文件";
    const file = $("file").files[0], entry = $("entry").files[0];
    must(file, "请选择凭证文件");
    return verify([textOf(await file.arrayBuffer()), entry ? new Uint8Array(await entry.arrayBuffer()) : null]);
  }
  async function byReceipt(receipt, entry) {
    doing = "读取凭证";
    return verify([textOf(proof.unbase64url(receipt)), entry === null ? null : proof.unbase64url(entry)]);
  }
  function byFragment() {
    const asked = new URLSearchParams(location.hash.slice(1));
    if (asked.has("p")) run(() => served(asked.get("p")), true);
    else if (asked.has("r")) run(() => byReceipt(asked.get("r"), asked.get("e")));
    else if (asked.has("i")) { $("i").value = asked.get("i"); run(() => byNumber(asked.get("i"))); }
  }

  $("by-number").addEventListener("submit", (event) => { event.preventDefault(); run(() => byNumber($("i").value.trim())); });
  $("file").addEventListener("change", () => run(byFiles));
  $("entry").addEventListener("change", () => { if ($("file").files[0]) run(byFiles); });
  $("key").addEventListener("change", byFragment);
  const drop = $("drop");
  for (const kind of ["dragover", "dragleave", "drop"]) {
    drop.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.toggle("over", kind === "dragover"); });
  }
  drop.addEventListener("drop", (event) => { $("file").files = event.dataTransfer.files; run(byFiles); });
  addEventListener("hashchange", byFragment);
  byFragment();
})();
