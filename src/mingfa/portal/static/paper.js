/* A served paper's facts in words, so that whoever holds the paper can compare the two line by line.
   Only what is printed is shown; where a fact is empty, so is the paper. Chromium 90. */
const paper = (function () {
  "use strict";
  /* [word of the series in its number, form, title, is the whole party printed]; the longer word first */
  const FORMS = [
    ["不罚决字〔", "no_penalty_decision", "不予行政处罚决定书", true],
    ["复落字〔", "correction_report", "行政复议意见书落实情况报告", false],
    ["举证字〔", "evidence_list", "证据、依据清单", false],
    ["转复字〔", "forwarding_letter", "行政复议申请转送函", false],
    ["诉辩字〔", "litigation_answer", "行政诉讼答辩状", false],
    ["复答字〔", "reconsideration_answer", "行政复议答复书", false],
    ["停执字〔", "stay_notice", "停止执行通知书", false],
    ["罚决字〔", "penalty_decision", "行政处罚决定书", true],
    ["当罚字〔", "spot_decision", "当场行政处罚决定书", true],
    ["撤决字〔", "revocation_decision", "撤销行政处罚决定书", true],
    ["罚告字〔", "penalty_notice", "行政处罚告知书", false],
    ["许听通字〔", "permit_hearing_notice", "听证通知书（利害关系人）", false],
    ["听通字〔", "hearing_notice", "听证通知书", false],
    ["听公字〔", "hearing_announcement", "听证公告", false],
    ["听中字〔", "hearing_suspension", "中止听证通知书", false],
    ["听终字〔", "hearing_termination", "终止听证通知书", false],
    ["听延字〔", "hearing_postponement", "延期听证通知书", false],
    ["检通字〔", "inspection_notice", "行政检查通知书", false],
    ["检告字〔", "inspection_result", "行政检查结果告知书", false],
    ["检计字〔", "inspection_plan", "行政检查计划", false],
    ["抽样字〔", "sampling_voucher", "抽样取证凭证", false],
    ["责改字〔", "correction_order", "责令改正通知书", false],
    ["登保字〔", "preservation_notice", "先行登记保存证据通知书", false],
    ["保处字〔", "preservation_disposal", "先行登记保存证据处理决定书", false],
    ["查扣字〔", "seizure_decision", "查封（扣押）决定书", true],
    ["查延字〔", "extension_decision", "延长查封（扣押）期限决定书", false],
    ["检期字〔", "testing_notice", "检测（检验、检疫、鉴定）期间告知书", false],
    ["查解字〔", "release_decision", "解除查封（扣押）决定书", false],
    ["查处字〔", "disposal_decision", "查封（扣押）财物处理决定书", false],
    ["送公字〔", "public_service_notice", "送达公告", false],
    ["延缴字〔", "deferral_notice", "延期（分期）缴纳罚款通知书", false],
    ["许收字〔", "material_receipt", "申请材料接收凭证", false],
    ["许补字〔", "supplement_notice", "补正材料告知书", false],
    ["许不受字〔", "permit_rejection", "行政许可申请不予受理决定书", false],
    ["许受字〔", "permit_acceptance", "行政许可申请受理通知书", false],
    ["许利告字〔", "interested_party_notice", "行政许可利害关系人告知书", false],
    ["许听告字〔", "permit_rights_notice", "行政许可听证告知书", false],
    ["许特字〔", "special_time_notice", "行政许可特别程序告知书", false],
    ["许延期字〔", "permit_extension", "行政许可延期通知书", false],
    ["许不准字〔", "permit_refusal", "不予行政许可决定书", true],
    ["许准字〔", "permit_grant", "准予行政许可决定书", true],
    ["许变字〔", "permit_modification", "准予变更行政许可决定书", true],
    ["许续字〔", "permit_renewal", "准予延续行政许可决定书", true],
    ["许证字〔", "licence", "行政许可证", false],
    ["许撤回字〔", "permit_withdrawal", "撤回行政许可决定书", true],
    ["许撤销字〔", "permit_rescission", "撤销行政许可决定书", true],
    ["许注字〔", "permit_cancellation", "注销行政许可决定书", true],
    ["催告字〔", "demand", "履行义务催告书", false],
    ["强执决字〔", "enforcement_order", "强制执行决定书", true],
    ["代履决字〔", "substitute_order", "代履行决定书", true],
    ["立代字〔", "clearance_order", "立即代履行决定书", true],
    ["代费字〔", "substitute_costs", "代履行费用缴纳通知书", false],
    ["拆告字〔", "demolition_notice", "限期拆除公告", false],
    ["监告字〔", "offsite_notice", "电子技术监控记录告知书", false],
    ["强申字〔", "court_application", "强制执行申请书", true],
    ["中终字〔", "suspension_decision", "中止（终结）执行决定书", true],
    ["执协字〔", "execution_agreement", "执行协议", true],
  ];
  const ACTS = {
    "service.announce": "公告送达文书", "inspection.notify": "制作行政检查通知书", "inspection.tell": "告知检查结果", "inspection.order": "责令改正（行政检查）",
    "remedy.forward": "转送复议申请", "remedy.list_evidence": "列明证据、拟制答复", "remedy.answer": "提交答复（答辩）",
    "remedy.report": "报送纠正情况", "remedy.suspend": "停止执行",
    "plan.approve": "批准行政检查计划", "record.sample": "抽样取证", "record.tell": "告知监控记录的违法事实",
    "correction.order": "责令改正", "notice.issue": "处罚告知", "hearing.schedule": "组织听证", "hearing.postpone": "延期听证",
    "hearing.announce": "公告听证", "hearing.suspend": "中止听证", "hearing.end": "终止听证", "permit.invite": "通知利害关系人参加听证",
    "preservation.take": "先行登记保存", "preservation.dispose": "处理先行登记保存的证据", "measure.seize": "实施查封、扣押",
    "measure.seize_at_once": "紧急当场查封、扣押", "measure.dispose": "处理查封、扣押的财物",
    "measure.extend": "延长查封、扣押期限", "measure.test": "告知检测期间", "measure.release": "解除查封、扣押",
    "summary.decide": "当场处罚", "decision.make": "作出决定", "decision.revoke": "撤销决定",
    "permit.receive": "接收许可申请", "permit.hand_in": "接收补正材料", "permit.supplement": "一次告知补正", "permit.accept": "受理",
    "permit.reject": "不予受理", "permit.deem_accepted": "登记视为受理", "permit.tell": "告知申请人、利害关系人权利",
    "permit.set_apart": "告知特别程序所需时间", "permit.extend": "批准延长办理期限", "permit.decide": "作出许可决定",
    "permit.issue": "颁发许可证件", "permit.deem_renewed": "登记视为准予延续", "permit.withdraw": "撤回行政许可",
    "permit.rescind": "撤销行政许可", "permit.cancel": "注销行政许可",
    "deferral.grant": "批准延期、分期缴纳", "deferral.refuse": "不予批准延期、分期缴纳",
    "enforcement.demand": "催告履行义务", "enforcement.urge": "代履行前催告", "enforcement.decide": "作出强制执行决定",
    "enforcement.announce": "公告限期拆除", "enforcement.clear": "立即代履行", "enforcement.settle": "结算代履行费用",
    "enforcement.agree": "达成执行协议", "enforcement.suspend": "中止执行", "enforcement.terminate": "终结执行",
    "court.apply": "申请人民法院强制执行",
  };

  /* how a fact is written */
  const number = (digits) => String(Number(digits));
  const day = (text) => number(text.slice(0, 4)) + "年" + number(text.slice(5, 7)) + "月" + number(text.slice(8, 10)) + "日";
  const minute = (text) => day(text) + " " + text.slice(11, 16);
  const moment = (text) => String(text).slice(0, 19).replace("T", " ");
  const yuan = (fen) => String(Math.floor(fen / 100)).replace(/\B(?=(\d{3})+$)/g, ",") + "." + String(fen % 100).padStart(2, "0") + " 元";
  const yes = (value) => (value === true ? "是" : "");
  const told = (value) => (value === true ? "有" : "");
  const listed = (write) => (list) => list.map((one, i) => (list.length > 1 ? i + 1 + ". " : "") + write(one)).join("\n");
  const people = (list) => list.map((one) => (one.name || one) + (one.certificate ? "（" + one.certificate + "）" : "")).join("、");
  const given = (...parts) => parts.filter((part) => part).join("，");
  const penalty = (one) => one.kind + (Number.isInteger(one.amount) ? " " + yuan(one.amount) : "") + (one.detail ? "：" + one.detail : "");
  const evidence = (one) => (one.kind ? one.kind + "：" : "") + given(one.name, one.pages, one.note, one.obtained ? minute(one.obtained) + "取得" : "", one.digest ? "摘要" + one.digest : "") + (one.proves ? "（证明" + one.proves + "）" : "");
  const thing = (one) => given(one.name, one.spec, String(one.quantity) + one.per, one.condition);
  const cost = (one) => one.what + " " + one.sum;
  const stage = (one) => given(day(one.day), one.what, one.sum);
  const picture = (one) => given(one.name, one.by, one.at ? minute(one.at) : "", one.place);
  const recorded = (one) => given(one.name, one.at ? minute(one.at) : "", one.place);
  const planned = (one) => given(one.name, one.code, "每年不超过" + one.cap);
  const original = (one) => (one.title ? "《" + one.title + "》" : "") + one.number + "，" + day(one.date);

  /* [fact, label, how it is written]; in the order of the papers */
  const CONTENTS = [
    ["agency.name", "制作机关"], ["document_no", "文号"], ["date", "文书日期", day], ["cause", "案由"],
    ["party.name", "当事人"], ["party.gender", "性别"], ["party.birth", "出生日期", day], ["party.id_no", "证件号码、代码"],
    ["party.representative", "负责人或经营者"], ["party.address", "住所（住址）"], ["party.phone", "当事人电话"],
    ["item", "许可事项"], ["applicant", "申请人"], ["receipt", "接收凭证"], ["received_on", "收到日期", day], ["request", "申请内容"],
    ["materials", "收到的材料", listed(String)], ["lacking", "尚缺的材料", listed(String)], ["wanted", "需要补正的内容", listed(String)],
    ["tell_by", "告知补正的最迟日期", day], ["accepted_on", "受理日期", day], ["why", "受理理由"], ["decide_by", "办理期限届满", day],
    ["interest", "重大利益关系"], ["hearing", "有权要求听证", yes], ["special", "特别程序"], ["what", "内容"], ["approved_by", "批准"],
    ["reasons", "理由"], ["refer_to", "有权办理的机关"], ["licence_no", "许可编号"], ["content", "许可内容"], ["validity", "有效期"],
    ["licence", "许可证件"], ["decision", "决定文号"], ["public_interest", "公共利益的需要"], ["compensation", "补偿（赔偿）"],
    ["heard", "听取意见"], ["bar", "不得再次申请"], ["document", "证明材料"], ["clerk", "接收人"],
    ["original", "原文书", original], ["sum", "金额"], ["left", "尚未缴纳"], ["asked_on", "申请日期", day], ["kind", "方式"],
    ["granted", "批准", yes], ["plan", "分期安排", listed(stage)], ["pay_to", "缴款的银行"], ["told_number", "告知书文号"], ["at", "处罚时间", minute], ["findings", "认定的事实"], ["evidence", "证据", listed(evidence)],
    ["notice", "告知和申辩"], ["statement", "告知和申辩"], ["violated", "违反的条款"], ["ground", "处理原因"], ["ruling", "有关文书"], ["reason", "理由"],
    ["demanded", "催告", original], ["duty", "应当履行的义务"], ["order", "据以实施的决定书"],
    ["course", "送达、催告情况"], ["opinion", "当事人的意见"], ["target", "标的"], ["harm", "后果"], ["mandate", "责成文件"],
    ["performer", "代履行人"], ["cost", "费用"], ["costs", "费用明细", listed(cost)], ["posted_on", "公告日期", day],
    ["from_at", "开始时间", minute], ["to_at", "结束时间", minute], ["presence", "在场情况"],
    ["reduction", "减免加处罚款"], ["remedied", "补救措施"], ["head", "行政机关负责人"],
    ["emergency", "紧急情形"], ["hiding", "转移、隐匿财物的迹象"], ["reason_basis", "不予处罚的依据"], ["penalty_basis", "处罚依据"], ["basis", "依据"],
    ["discretion", "裁量说明"], ["penalties", "处罚内容", listed(penalty)], ["property", "财物的处理"], ["effect", "处理结果"],
    ["consequence", "原决定的执行"], ["by_ruling", "执行复议或裁判", yes], ["education", "教育"], ["correction", "改正要求"],
    ["title", "名称"], ["unit", "实施机构"], ["approval", "审批文号"], ["inspected_on", "检查日期", day], ["items", "检查事项"],
    ["planned", "检查事项和年度频次上限", listed(planned)], ["contents", "检查内容"], ["objects", "检查对象"], ["share", "抽查比例"],
    ["source", "任务来源"], ["period", "检查期间"], ["frequency", "检查频次"], ["helpers", "协助人员"], ["prepare", "准备和配合"],
    ["rights", "权利和义务"], ["bans", "检查纪律"], ["remedy", "投诉举报"], ["result", "检查结果"], ["follows", "后续处理"],
    ["records", "监控记录", listed(recorded)], ["lookup", "查询方式"], ["answer", "陈述申辩方式"],
    ["holder", "被抽样人"], ["sampled_at", "抽样时间", minute], ["purpose", "检测项目"], ["sealing", "封样情况"],
    ["media", "照片、音像记录", listed(picture)], ["advice", "指导建议"], ["received", "签收情况"], ["measure", "强制措施"], ["how", "处理决定"], ["detail", "检测的物品"], ["by", "承担机构"], ["days", "期限"],
    ["from_on", "期限自", day], ["until", "期限至", day], ["place", "实施地点"], ["kept_at", "存放地点"], ["keeping", "保存方式"],
    ["keeper", "保管人"], ["things", "清单", listed(thing)], ["officers", "执法人员", people], ["witness", "见证人"],
    ["confirmation", "核对意见"], ["starts_at", "听证时间", minute], ["venue", "听证地点"], ["manner", "举行方式"], ["opening", "事由"], ["how_to_come", "参加、旁听的办法"],
    ["chair", "听证主持人"], ["hearers", "听证员", people], ["recorder", "记录员"], ["remark", "其他事项"],
    ["performance", "履行方式和期限"], ["payment", "缴款方式"], ["refusal", "拒绝签收"], ["statement_term", "陈述申辩期限"], ["hearing_right", "有权要求听证", yes],
    ["reconsideration_to", "行政复议机关"], ["reconsideration_channel", "网上申请复议"], ["court", "诉讼管辖法院"], ["reconsideration_first", "复议前置", yes],
    ["to", "提交对象"], ["opinion_no", "意见书文号"], ["words", "意见书的主要内容"], ["report", "纠正情况"], ["procedure", "复议或者诉讼"],
    ["case_no", "通知书文号、案号"], ["laws", "依据的规范性文件", listed(String)], ["agency.address", "本机关地址"], ["agents", "委托代理人"],
    ["list_number", "证据清单文号"], ["since", "停止执行日期", day],
    ["published", "公示告知", told], ["contact", "联系人"], ["phone", "联系电话"], ["address", "联系地址"],
  ];
  /* where a paper says something more exact */
  const OWN_LABELS = {
    material_receipt: { kind: "申请类型" },
    permit_rejection: { ground: "不予受理的情形" },
    permit_acceptance: { days: "办理期限（工作日）" },
    permit_extension: { days: "延长（工作日）", until: "延长至" },
    permit_grant: { findings: "审查情况", notice: "听取意见" },
    permit_refusal: { findings: "审查情况", notice: "听取意见" },
    permit_modification: { findings: "审查情况", notice: "听取意见" },
    permit_renewal: { findings: "审查情况", notice: "听取意见" },
    permit_withdrawal: { ground: "撤回情形" },
    permit_rescission: { ground: "撤销情形" },
    permit_cancellation: { ground: "注销情形" },
    special_time_notice: { from_on: "不计算的时间自" },
    clearance_order: { findings: "清除经过和结果", place: "地点" },
    court_application: { court: "受理法院", request: "申请事项", materials: "提交的材料", address: "申请人地址", target: "执行标的情况" },
    demand: { until: "履行期限", manner: "履行方式" },
    demolition_notice: { target: "拆除对象", until: "自行拆除的期限", place: "张贴地点" },
    enforcement_order: { manner: "执行方式", starts_at: "执行时间" },
    execution_agreement: { plan: "分阶段履行" },
    substitute_costs: { sum: "合计", until: "缴纳期限" },
    substitute_order: { manner: "代履行方式", starts_at: "代履行时间", cost: "费用预算" },
    suspension_decision: { ground: "中止、终结的情形", effect: "决定" },
    deferral_notice: { sum: "罚款数额", reason: "审批意见" },
    sampling_voucher: { media: "音像记录" },
    inspection_notice: { how: "检查方式", officers: "检查人员" },
    inspection_plan: { kind: "种类", basis: "检查依据" },
    inspection_result: { how: "检查方式", officers: "检查人员", findings: "检查情况和结论" },
    correction_order: { until: "改正期限" },
    disposal_decision: { how: "处理方式", detail: "处理情况", officers: "监督销毁的执法人员" },
    extension_decision: { days: "延长", from_on: "原期限届满", until: "延长至" },
    preservation_notice: { place: "保存地点", until: "作出处理的期限" },
    revocation_decision: { original: "原决定" },
    spot_decision: { place: "处罚地点" },
    testing_notice: { from_on: "检测自", until: "检测至" },
  };

  const fact = (facts, path) => path.split(".").reduce((value, step) => (value === null || typeof value !== "object" ? undefined : value[step]), facts);
  const isGiven = (value) => value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && !value.length);
  const formOf = (facts) => FORMS.find((form) => String(facts.document_no || "").includes(form[0]));

  /* [label, words] of everything that the paper says; of a form that is not known, of everything that is known. */
  function contents(facts) {
    const form = formOf(facts), own = (form && OWN_LABELS[form[1]]) || {};
    const printed = (path) => !form || form[3] || path === "party.name" || !path.startsWith("party.");
    return CONTENTS
      .filter(([path]) => printed(path) && isGiven(fact(facts, path)))
      .map(([path, label, write]) => [own[path] || label, write ? write(fact(facts, path)) : String(fact(facts, path))])
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
