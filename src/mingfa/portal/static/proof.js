/* Checking a proof: bytes, the tree, signed notes, receipts, committed contents, sealed copies. Nothing of the page.
   Formats: c2sp.org/tlog-proof, signed-note, tlog-checkpoint; hashing of RFC 6962. Needs noble.js; Chromium 90. */
const proof = (function () {
  "use strict";
  const utf8 = new TextEncoder(), strict = new TextDecoder("utf-8", { fatal: true });

  class Refused extends Error {}
  const must = (right, message) => { if (!right) throw new Refused(message); };

  /* bytes */
  const bytesOf = (text) => utf8.encode(text);
  function textOf(bytes) {
    try { return strict.decode(bytes); } catch (e) { throw new Refused("不是文本文件"); }
  }
  function parse(text) {
    try { return JSON.parse(text); } catch (e) { throw new Refused("内容无法读取"); }
  }
  const unhex = (text) => Uint8Array.from(text.match(/../g), (pair) => parseInt(pair, 16));
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
  /* Does the entry stand in the log whose head is signed? Returns {index, size, origin}. */
  function openReceipt(receipt, entry, keys) {
    const head = openCheckpoint(receipt.note, keys);
    const reached = rootOf(receipt.index, head.size, leaf(entry), receipt.path);
    must(reached && same(reached, head.root), "该条目不在检查点所述的日志中，或已被改动");
    must(!receipt.extra || same(entry, receipt.extra), "条目文件与凭证附带的条目不同");
    return { index: receipt.index, size: head.size, origin: head.origin };
  }

  /* contents */
  function openItem(text, name, commitment) {
    const item = parse(text);
    must(typeof item.salt === "string" && typeof item.value === "string", "内容无法读取");
    const made = noble.mac(unbase64(item.salt), join(utf8.encode(item.name), new Uint8Array([0]), utf8.encode(item.value)));
    must(item.name === name && hex(made) === commitment, "与日志中的承诺值不符，内容被改动");
    return item;
  }
  async function unseal(key, sealed) { /* nonce (12 bytes), then AES-128-GCM; plain http has no crypto.subtle */
    const nonce = sealed.slice(0, 12), data = sealed.slice(12);
    try {
      if (!window.crypto || !crypto.subtle) return noble.unseal(key, nonce, data);
      const own = await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["decrypt"]);
      return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce }, own, data));
    } catch (e) { throw new Refused("二维码中的密钥与凭证不符，或者凭证被改动"); }
  }

  return { Refused, must, bytesOf, textOf, parse, unhex, hex, hash: noble.hash, unbase64url, parseKey, parseReceipt, openReceipt, openItem, unseal };
})();
