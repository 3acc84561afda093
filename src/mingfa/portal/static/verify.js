/* The verify page: a visitor's browser checks a receipt with nothing but the log's public key.
   Formats: c2sp.org/tlog-proof, signed-note, tlog-checkpoint; hashing of RFC 6962. Needs noble.js; Chromium 90. */
(function () {
  "use strict";
  const box = document.getElementById("verify");
  const root = box.dataset.root;
  const utf8 = new TextEncoder();
  const words = new TextDecoder("utf-8", { fatal: true });
  const $ = (id) => document.getElementById(id);

  class Refused extends Error {}
  const must = (right, message) => { if (!right) throw new Refused(message); };

  /* bytes */
  const join = (...parts) => {
    const whole = new Uint8Array(parts.reduce((n, part) => n + part.length, 0));
    let at = 0;
    for (const part of parts) { whole.set(part, at); at += part.length; }
    return whole;
  };
  const same = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);
  const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const base64 = (bytes) => btoa(String.fromCharCode(...bytes));
  function unbase64(text) {
    let bytes;
    try { bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0)); } catch (e) { throw new Refused("base64 编码无效"); }
    must(base64(bytes) === text, "base64 编码不是规范写法");
    return bytes;
  }
  const unbase64url = (text) => {
    const plain = text.replace(/-/g, "+").replace(/_/g, "/");
    return unbase64(plain + "=".repeat((4 - (plain.length % 4)) % 4));
  };
  function number(text) {
    must(/^(0|[1-9]\d{0,14})$/.test(text), "数字写法无效");
    return Number(text);
  }
  const digest = (text) => { const bytes = unbase64(text); must(bytes.length === 32, "哈希值应为 32 字节"); return bytes; };

  /* the tree */
  const leaf = (entry) => noble.hash(join(new Uint8Array([0]), entry));
  const node = (left, right) => noble.hash(join(new Uint8Array([1]), left, right));
  function rootOf(index, size, hash, path) { /* RFC 9162 2.1.3.2; numbers up to 2^53, so no bit operations */
    if (index >= size) return null;
    let at = index, last = size - 1, value = hash;
    for (const step of path) {
      if (last === 0) return null;
      if (at % 2 === 1 || at === last) {
        value = node(step, value);
        while (at % 2 === 0 && at !== 0) { at = at / 2; last = Math.floor(last / 2); }
      } else {
        value = node(value, step);
      }
      at = Math.floor(at / 2); last = Math.floor(last / 2);
    }
    return last === 0 ? value : null;
  }

  /* notes and keys */
  function parseKey(vkey) {
    const parts = vkey.trim().split("+");
    must(parts.length >= 3, "公钥应为“名称+编号+公钥”");
    const blob = unbase64(parts.slice(2).join("+"));
    must(blob[0] === 1 && blob.length === 33, "本页只认识 Ed25519 公钥");
    const id = noble.hash(join(utf8.encode(parts[0] + "\n"), blob)).slice(0, 4);
    must(hex(id) === parts[1], "公钥的编号与内容不符");
    return { name: parts[0], id, key: blob.slice(1) };
  }
  function openCheckpoint(note, keys) {
    const cut = note.lastIndexOf("\n\n");
    must(cut >= 0 && note.endsWith("\n"), "检查点格式不符");
    const text = note.slice(0, cut + 1);
    let signed = false;
    for (const line of note.slice(cut + 2, -1).split("\n")) {
      const parts = line.split(" ");
      must(parts.length === 3 && parts[0] === "—", "签名行格式不符");
      const blob = unbase64(parts[2]);
      for (const key of keys) {
        if (key.name !== parts[1] || !same(key.id, blob.slice(0, 4))) continue;
        must(blob.length === 68 && noble.verify(blob.slice(4), utf8.encode(text), key.key), "日志签名不成立");
        signed = signed || text.split("\n")[0] === key.name;
      }
    }
    const lines = text.split("\n");
    must(lines.length === 4 && lines[3] === "", "检查点应恰为三行");
    must(signed, "没有受信任公钥的签名（日志名称：" + lines[0] + "）");
    return { origin: lines[0], size: number(lines[1]), root: digest(lines[2]) };
  }
  function parseReceipt(text) {
    const cut = text.indexOf("\n\n");
    must(cut >= 0, "这不是凭证文件");
    const lines = text.slice(0, cut).split("\n");
    must(lines.shift() === "c2sp.org/tlog-proof@v1", "这不是凭证文件");
    let extra = null;
    if (lines.length && lines[0].startsWith("extra ")) extra = unbase64(lines.shift().slice(6));
    must(lines.length && lines[0].startsWith("index "), "凭证缺少序号行");
    const index = number(lines.shift().slice(6));
    must(lines.length <= 63, "凭证的证明路径过长");
    return { index, extra, path: lines.map(digest), note: text.slice(cut + 2) };
  }

  /* showing */
  function start() {
    $("steps").textContent = ""; $("facts").textContent = ""; $("verdict").textContent = "正在验证…";
    $("result").hidden = false;
  }
  function step(good, text) {
    const line = document.createElement("li");
    line.className = good ? "on" : "bad";
    line.textContent = (good ? "通过：" : "未通过：") + text;
    $("steps").append(line);
  }
  function fact(name, value) {
    const dt = document.createElement("dt"), dd = document.createElement("dd");
    dt.textContent = name; dd.textContent = value;
    $("facts").append(dt, dd);
  }
  function verdict(text, state) {
    $("verdict").textContent = text;
    $("result").dataset.verdict = state;
    $("verdict").focus();
  }

  const keys = () => {
    const own = $("key").value.trim();
    const known = own ? [own] : box.dataset.keys.split(" ").filter(Boolean);
    must(known.length, "本站尚未公布公钥，请填写您掌握的公钥");
    return known.map(parseKey);
  };
  async function get(path) {
    const answer = await fetch(root + path, { cache: "no-store" });
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
  }

  async function verify(receiptText, entry) {
    const receipt = parseReceipt(receiptText);
    const bytes = entry || receipt.extra;
    must(bytes, "凭证中没有附带条目，请同时选择条目文件");
    const head = openCheckpoint(receipt.note, keys());
    step(true, "检查点由 " + head.origin + " 签署，共 " + head.size + " 条");
    const reached = rootOf(receipt.index, head.size, leaf(bytes), receipt.path);
    must(reached && same(reached, head.root), "该条目不在检查点所述的日志中，或已被改动");
    step(true, "条目在日志中，序号 " + receipt.index);
    if (entry && receipt.extra && !same(entry, receipt.extra)) throw new Refused("条目文件与凭证附带的条目不同");
    await contents(bytes);
  }

  const OPS = { publish: "公示", replace: "更正", withdraw: "撤下", anchor: "锚定" };
  async function contents(bytes) {
    let entry;
    try { entry = JSON.parse(words.decode(bytes)); } catch (e) { fact("条目", bytes.length + " 字节"); return; }
    if (entry.op in OPS) fact("条目", OPS[entry.op]);
    if (entry.at) fact("时间", entry.at);
    if (entry.reason) fact("理由", entry.reason.text);
    if (entry.stays) fact("文书号", entry.stays.number);
    for (const [name, commitment] of Object.entries(entry.op in OPS && entry.items ? entry.items : {})) {
      const label = name === "text" ? "决定书公开文本" : "公示内容";
      const data = /^[0-9a-f]{64}$/.test(commitment) ? await get("feed/item/" + commitment) : null;
      if (!data) { fact(label, "已撤下、已更正或暂缺，只余承诺值"); continue; }
      const item = JSON.parse(words.decode(data));
      const made = noble.mac(unbase64(item.salt), join(utf8.encode(item.name), new Uint8Array([0]), utf8.encode(item.value)));
      must(item.name === name && hex(made) === commitment, label + "与日志中的承诺值不符，内容被改动");
      step(true, label + "与日志中的承诺值一致");
      const value = JSON.parse(item.value);
      if (name === "notice") {
        for (const [field, title] of [["number", "文书号"], ["title", "名称"], ["name", "事项"], ["party", "执法对象"], ["conclusion", "执法结论"]]) {
          if (value[field]) fact(title, value[field]);
        }
      }
    }
  }

  async function run(what) {
    start();
    try {
      const [receipt, entry] = await what();
      await verify(receipt, entry);
      verdict("验证通过，没有被改动", "good");
    } catch (error) {
      step(false, error instanceof Refused ? error.message : "凭证无法读取（" + error.message + "）");
      verdict("未能通过验证", "bad");
    }
  }
  async function byNumber(index) {
    must(/^\d{1,12}$/.test(index), "请填写条目号，只含数字");
    const data = await get("feed/receipt/" + Number(index));
    must(data, "公开日志中没有第 " + index + " 号条目");
    const text = words.decode(data);
    must(parseReceipt(text).index === Number(index), "所得凭证不是第 " + index + " 号条目的");
    return [text, null];
  }
  async function byFiles() {
    const file = $("file").files[0], entry = $("entry").files[0];
    must(file, "请选择凭证文件");
    return [words.decode(await file.arrayBuffer()), entry ? new Uint8Array(await entry.arrayBuffer()) : null];
  }
  function byFragment() {
    const asked = new URLSearchParams(location.hash.slice(1));
    if (asked.has("i")) { $("i").value = asked.get("i"); run(() => byNumber(asked.get("i"))); }
    if (asked.has("r")) {
      run(async () => [words.decode(unbase64url(asked.get("r"))), asked.has("e") ? unbase64url(asked.get("e")) : null]);
    }
  }

  $("by-number").addEventListener("submit", (event) => { event.preventDefault(); run(() => byNumber($("i").value.trim())); });
  $("file").addEventListener("change", () => run(byFiles));
  $("entry").addEventListener("change", () => { if ($("file").files[0]) run(byFiles); });
  const drop = $("drop");
  for (const kind of ["dragover", "dragleave", "drop"]) {
    drop.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.toggle("over", kind === "dragover"); });
  }
  drop.addEventListener("drop", (event) => { $("file").files = event.dataTransfer.files; run(byFiles); });
  addEventListener("hashchange", byFragment);
  byFragment();
})();
