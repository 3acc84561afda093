"""Full example facts for the papers of remedies: invented persons, invented places."""

from typing import Any

AGENCY = {
    "name": "示例市高新区城市管理局",
    "address": "示例市高新区示例大道1号",
    "uscc": "11650100000000000X",
    "seal": "specimen",
}
ORIGINAL = {
    "title": "行政处罚决定书",
    "number": "高新城管罚决字〔2026〕第0001号",
    "date": "2026-09-28",
    "party": "高新区示例便利店",
}
COMMON: dict[str, Any] = {"agency": AGENCY, "date": "2026-10-14", "original": ORIGINAL}
GOVERNMENT = "示例市高新区人民政府"
LAWS = [
    "《城市市容和环境卫生管理条例》第十四条",
    "《城市市容和环境卫生管理条例》第三十六条第二项",
]
EVIDENCE = [
    {
        "name": "现场照片4张",
        "kind": "书证",
        "proves": "占道堆放物料的时间、地点、面积",
        "obtained": "2026-09-05 10:20",
        "digest": "3f2a9c0d1e4b5a67",
    },
    {
        "name": "堆放的塑料筐",
        "kind": "物证",
        "proves": "堆放的物料",
        "obtained": "2026-09-05 10:40",
        "digest": "",
    },
]
PROCEDURE: dict[str, Any] = {
    **COMMON,
    "to": GOVERNMENT,
    "procedure": "行政复议",
    "case_no": "示例府复答字〔2026〕8号",
    "applicant": "高新区示例便利店",
    "received_on": "2026-10-09",
}
REPLY = (
    "一、认定事实清楚。现场检查笔录、照片和询问笔录相互印证，申请人占用人行道堆放物料面积12.5平方米。\n"
    "二、适用依据正确，裁量适当。罚款五百元在本机关公布的裁量基准“一般”阶次以内。\n"
    "三、程序合法。本机关依法告知并听取了陈述、申辩，经法制审核后作出决定。\n"
    "综上，请求维持本机关作出的行政处罚决定。"
)
ANSWER: dict[str, Any] = {
    **PROCEDURE,
    "document_no": "高新城管复答字〔2026〕第1号",
    "head": "赵示例",
    "agents": "周示例（本机关法制科工作人员）",
    "request": "请求撤销行政处罚决定，认为占用面积认定有误。",
    "reason": REPLY,
    "laws": LAWS,
    "pieces": 2,
    "list_number": "高新城管举证字〔2026〕第1号",
}
REMEDY_EXAMPLES: dict[str, dict[str, Any]] = {
    "forwarding_letter": {
        **COMMON,
        "document_no": "高新城管转复字〔2026〕第1号",
        "to": GOVERNMENT,
        "applicant": "高新区示例便利店",
        "received_on": "2026-10-09",
        "request": "请求撤销处罚决定，认为占用面积认定有误。",
        "reason": "经复核，认定事实清楚，证据充分，适用依据正确，程序合法，处罚适当，应予维持。",
        "basis": "《中华人民共和国行政复议法》第三十二条第二款",
    },
    "evidence_list": {
        **PROCEDURE,
        "document_no": "高新城管举证字〔2026〕第1号",
        "evidence": EVIDENCE,
        "laws": LAWS,
    },
    "reconsideration_answer": ANSWER,
    "litigation_answer": {
        **ANSWER,
        "document_no": "高新城管诉辩字〔2026〕第1号",
        "to": "示例市高新区人民法院",
        "procedure": "行政诉讼",
        "case_no": "（2026）示例行初18号",
    },
    "stay_notice": {
        **COMMON,
        "document_no": "高新城管停执字〔2026〕第1号",
        "party": {"name": "高新区示例便利店"},
        "procedure": "行政复议",
        "case_no": "示例府复答字〔2026〕8号",
        "ground": "复议机关决定、人民法院裁定停止执行",
        "document": "示例府复停字〔2026〕1号",
        "since": "2026-10-09",
        "reason": "复议机关认为申请人的要求合理。",
        "basis": "《中华人民共和国行政复议法》第四十二条",
    },
    "correction_report": {
        **COMMON,
        "document_no": "高新城管复落字〔2026〕第1号",
        "to": GOVERNMENT,
        "opinion_no": "示例府复意字〔2026〕1号",
        "received_on": "2026-11-02",
        "words": "建议规范现场检查笔录的制作。",
        "report": "一、组织执法人员学习现场检查笔录制作规范。\n二、对在办案件的笔录逐件核对。",
        "basis": "《中华人民共和国行政复议法》第七十六条",
    },
}
REMEDY_SENTENCES: dict[str, list[str]] = {
    "forwarding_letter": ["行政复议申请转送函", "示例市高新区人民政府：", "现将行政复议申请转送你机关"],
    "evidence_list": ["证据、依据清单", "现场照片4张", "均在作出上述行为以前收集", "第三十六条第二项"],
    "reconsideration_answer": [
        "行政复议答复书",
        "答复人（被申请人）",
        "于2026年10月9日收到行政复议申请书副本",
        "高新城管举证字〔2026〕第1号",
    ],
    "litigation_answer": ["行政诉讼答辩状", "答辩人（被告）", "（2026）示例行初18号", "起诉状副本"],
    "stay_notice": ["停止执行通知书", "自2026年10月9日起停止执行上述决定", "示例府复停字〔2026〕1号"],
    "correction_report": ["行政复议意见书落实情况报告", "示例府复意字〔2026〕1号", "纠正情况"],
}
