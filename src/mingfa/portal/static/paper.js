/* A served paper's facts in words, so that whoever holds the paper can compare the two line by line.
   Only what is printed is shown; where a fact is empty, so is the paper. Chromium 90. */
const paper = (function () {
  "use strict";
  /* [word of the series in its number, form, title, is the whole party printed]; the longer word first */
  const FORMS = [
    ["不罚决字〔", "no_penalty_decision", "不予行政处罚决定书", true],
    ["罚决字〔", "penalty_decision", "行政处罚决定书", true],
    ["撤决字〔", "revocation_decision", "撤销行政处罚决定书", true],
    ["罚告字〔", "penalty_notice", "行政处罚告知书", false],
    ["责改字〔", "correction_order", "责令改正通知书", false],
  ];
  const ACTS = { "decision.make": "作出决定", "decision.revoke": "撤销决定", "notice.issue": "处罚告知", "correction.order": "责令改正" };

  const day = (text) => (/^\d{4}-\d\d-\d\d/.test(text) ? Number(text.slice(0, 4)) + "年" + Number(text.slice(5, 7)) + "月" + Number(text.slice(8, 10)) + "日" : text);
  const moment = (text) => String(text).slice(0, 19).replace("T", " ");
  const yuan = (fen) => String(Math.floor(fen / 100)).replace(/\B(?=(\d{3})+$)/g, ",") + "." + String(fen % 100).padStart(2, "0") + " 元";
  const yes = (value) => (value === true ? "是" : "");
  const lines = (list, words) => list.map((one, i) => (list.length > 1 ? i + 1 + ". " : "") + words(one)).join("\n");
  const penalty = (one) => one.kind + (Number.isInteger(one.amount) ? " " + yuan(one.amount) : "") + (one.detail ? "：" + one.detail : "");
  const evidence = (one) => one.name + (one.proves ? "（证明" + one.proves + "）" : "");
  const original = (one) => "《" + one.title + "》（" + one.number + "），" + day(one.date);

  /* [fact, label, how it is written]; in the order of the papers */
  const CONTENTS = [
    ["agency.name", "制作机关"], ["document_no", "文号"], ["date", "文书日期", day], ["cause", "案由"], ["party.name", "当事人"],
    ["party.gender", "性别"], ["party.birth", "出生日期", day], ["party.id_no", "证件号码、代码"],
    ["party.representative", "负责人或经营者"], ["party.address", "住所（住址）"], ["party.phone", "当事人电话"],
    ["original", "原决定", original], ["findings", "认定的事实"], ["evidence", "证据", (list) => lines(list, evidence)],
    ["notice", "告知和申辩"], ["violated", "违反的条款"], ["ground", "处理原因"], ["ruling", "有关文书"], ["reason", "理由"],
    ["reason_basis", "不予处罚的依据"], ["penalty_basis", "处罚依据"], ["basis", "依据"], ["discretion", "裁量说明"],
    ["penalties", "处罚内容", (list) => lines(list, penalty)], ["effect", "处理结果"], ["consequence", "原决定的执行"],
    ["by_ruling", "执行复议或裁判", yes], ["education", "教育"], ["correction", "改正要求"], ["until", "改正期限", day],
    ["performance", "履行方式和期限"], ["statement_term", "陈述申辩期限"], ["hearing_right", "有权要求听证", yes],
    ["reconsideration_to", "行政复议机关"], ["court", "诉讼管辖法院"], ["reconsideration_first", "复议前置", yes],
    ["published", "公示告知", (value) => (value === true ? "有" : "")], ["contact", "联系人"], ["phone", "联系电话"], ["address", "联系地址"],
  ];
  const fact = (facts, path) => path.split(".").reduce((value, step) => (value === null || typeof value !== "object" ? undefined : value[step]), facts);
  const formOf = (facts) => FORMS.find((form) => String(facts.document_no || "").includes(form[0]));

  /* [label, words] of everything that the paper says; a form that is not known is shown in full. */
  function contents(facts) {
    const form = formOf(facts);
    const shown = CONTENTS.filter(([path]) => !form || form[3] || path === "party.name" || !path.startsWith("party."));
    return shown
      .map(([path, label, write]) => [label, fact(facts, path), write])
      .filter(([, value]) => value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && !value.length))
      .map(([label, value, write]) => [label, write ? write(value) : String(value)])
      .filter(([, words]) => words !== "");
  }

  /* The digest printed beside the QR code: SHA-256 over form and facts, its first sixteen characters. */
  function digest(facts, value) {
    const form = formOf(facts);
    if (!form) return "";
    return proof.hex(proof.hash(proof.bytesOf('["' + form[1] + '",' + value + "]"))).slice(0, 16).replace(/.{4}(?=.)/g, "$& ");
  }

  return { moment, contents, digest, act: (name) => ACTS[name] || name, title: (facts) => (formOf(facts) || ["", "", "文书"])[2] };
})();
