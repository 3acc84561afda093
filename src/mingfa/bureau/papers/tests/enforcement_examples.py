"""Full example facts for the papers of execution and enforcement: invented persons, invented places."""

from typing import Any

from .parties import AGENCY, OFFICERS, SHOP

DECISION = {"title": "行政处罚决定书", "number": "高新城管罚决字〔2026〕第0001号", "date": "2026-09-28"}
DEFERRAL: dict[str, Any] = {
    "agency": AGENCY,
    "document_no": "高新城管延缴字〔2026〕第0001号",
    "date": "2026-10-12",
    "party": SHOP,
    "original": {"number": DECISION["number"], "date": DECISION["date"]},
    "sum": "人民币伍佰元整（¥500.00）",
    "left": "人民币伍佰元整（¥500.00）",
    "asked_on": "2026-10-10",
    "kind": "分期缴纳",
    "granted": True,
    "reason": "当事人提交的证明材料能够证明经济困难，同意分两期缴纳。",
    "basis": "《中华人民共和国行政处罚法》第六十六条第二款",
    "plan": [
        {"day": "2026-11-12", "sum": "人民币贰佰伍拾元整（¥250.00）"},
        {"day": "2026-12-14", "sum": "人民币贰佰伍拾元整（¥250.00）"},
    ],
    "pay_to": "示例银行高新支行",
}

ORDER = {"title": "责令改正通知书", "number": "高新城管责改字〔2026〕第0001号", "date": "2026-09-05"}
REMEDIES = {"reconsideration_to": "示例市高新区人民政府", "court": "示例市高新区人民法院"}
TO_ENFORCE: dict[str, Any] = {
    "agency": AGENCY,
    "document_no": "高新城管强执决字〔2026〕第0001号",
    "date": "2026-10-20",
    "party": SHOP,
    "original": ORDER,
}
DEMAND: dict[str, Any] = {
    **TO_ENFORCE,
    "document_no": "高新城管催告字〔2026〕第0001号",
    "basis": "《中华人民共和国行政强制法》第三十五条、第五十四条",
    "duty": "缴纳罚款，清除店外堆放物，恢复原状。",
    "until": "2026-11-05",
    "manner": "到指定银行缴款；自行清除堆放物。",
    "sum": "罚款人民币伍佰元整（¥500.00）、加处罚款人民币壹佰伍拾元整（¥150.00）（计算至2026年10月20日）",
    "pay_to": "示例银行高新支行",
    "contact": "王示例",
    "phone": "0991-0000000",
}
ENFORCEMENT_PLAN: dict[str, Any] = {
    **TO_ENFORCE,
    "document_no": "高新城管强执审字〔2026〕第0001号",
    "way": "代履行",
    "power": "法律规定的代履行",
    "basis": "《中华人民共和国行政强制法》第五十条",
    "reason": "占用人行道，经催告仍不清除，危害交通安全。",
    "means": "清除、搬离",
    "at": "2026-11-20T10:00:00+08:00",
    "substitute": "示例清运有限公司；门前堆放物6平方米；费用预算人民币捌佰元整（¥800.00）",
    "officers": OFFICERS,
}
DEMANDED = {"number": DEMAND["document_no"], "date": DEMAND["date"]}
ENFORCEMENT_ORDER: dict[str, Any] = {
    **TO_ENFORCE,
    "demanded": DEMANDED,
    "reason": "当事人在示例路100号院内违法搭建彩钢板房，逾期不拆除。",
    "basis": "《中华人民共和国城乡规划法》第六十八条、《中华人民共和国行政强制法》第四十四条、第三十七条",
    "manner": "强制拆除违法的建筑物、构筑物、设施等（拆除）",
    "starts_at": "2027-04-12T10:00:00+08:00",
    "mandate": "示例政责〔2026〕1号",
    **REMEDIES,
}
ENFORCEMENT_RECORD: dict[str, Any] = {
    **TO_ENFORCE,
    "document_no": "高新城管强执录字〔2026〕第0001号",
    "order": "《代履行决定书》（高新城管代履决字〔2026〕第0001号）",
    "manner": "代履行，代履行人：示例清运有限公司",
    "performer": "示例清运有限公司",
    "from_at": "2026-11-20T10:00:00+08:00",
    "to_at": "2026-11-20T11:30:00+08:00",
    "place": "示例路100号门前",
    "officers": OFFICERS,
    "recorder": "王示例",
    "presence": "当事人到场",
    "findings": "清除门前堆放物6平方米；物品清点后交当事人。",
    "things": [{"name": "货架", "spec": "", "quantity": 2, "per": "个", "condition": "旧"}],
    "recordings": [
        {
            "name": "示例录像.mp4（cdcdcdcd）至2026年11月20日11时30分",
            "by": "王示例",
            "at": "2026-11-20T10:00:00+08:00",
            "place": "示例路100号门前",
        }
    ],
    "confirmation": "以上笔录已阅看（向本人宣读），与事实相符。",
}
SUBSTITUTE_ORDER: dict[str, Any] = {
    **TO_ENFORCE,
    "document_no": "高新城管代履决字〔2026〕第0001号",
    "demanded": DEMANDED,
    "reason": "占用人行道堆放杂物，妨碍通行。",
    "harm": "危害交通安全",
    "basis": "《中华人民共和国行政强制法》第五十条、第五十一条",
    "manner": "清除、搬离",
    "starts_at": "2026-11-20T10:00:00+08:00",
    "target": "示例路100号门前堆放物6平方米",
    "cost": "人民币捌佰元整（¥800.00）",
    "performer": "示例清运有限公司",
    **REMEDIES,
}
DEMOLITION_NOTICE: dict[str, Any] = {
    **TO_ENFORCE,
    "document_no": "高新城管拆告字〔2026〕第0001号",
    "order": f"《强制执行决定书》（{ENFORCEMENT_ORDER['document_no']}）",
    "basis": "《中华人民共和国行政强制法》第四十四条",
    "target": "示例路100号院内彩钢板房1间，约20平方米",
    "posted_on": "2026-10-21",
    "until": "2026-11-05",
    "place": "示例路100号墙面",
    "phone": "0991-0000000",
}
COURT_APPLICATION: dict[str, Any] = {
    **TO_ENFORCE,
    "document_no": "高新城管强申字〔2027〕第0001号",
    "original": DECISION,
    "court": "示例市新市区人民法院",
    "address": "示例市高新区示例路1号",
    "phone": "0991-0000000",
    "duty": "缴纳罚款",
    "sum": "罚款人民币伍佰元整（¥500.00）、加处罚款人民币伍佰元整（¥500.00）（计算至2026年10月20日）",
    "request": "请求强制执行罚款500.00元和加处罚款500.00元。",
    "course": "该决定书于2026年9月29日送达当事人。催告书送达后满十个工作日当事人仍未履行。",
    "basis": "《中华人民共和国行政强制法》第五十三条、第五十四条",
    "opinion": "当事人未提出意见。",
    "target": "当事人的银行存款和店内财物。",
    "materials": [
        "行政处罚决定书及案卷材料",
        "送达回证",
        "催告书和送达回证",
        "当事人的意见",
    ],
    "head": "周示例",
}
SUSPENSION: dict[str, Any] = {
    **TO_ENFORCE,
    "document_no": "高新城管中终字〔2026〕第0001号",
    "ground": "当事人履行确有困难或者暂无履行能力",
    "reason": "当事人停业，暂无履行能力。",
    "basis": "《中华人民共和国行政强制法》第三十九条第一款第一项",
    "effect": "中止执行。中止执行的情形消失后，本机关将恢复执行",
    **REMEDIES,
}
AGREEMENT: dict[str, Any] = {
    **TO_ENFORCE,
    "document_no": "高新城管执协字〔2026〕第0001号",
    "basis": "《中华人民共和国行政强制法》第四十二条",
    "plan": [
        {"day": "2026-11-20", "what": "缴纳罚款", "sum": "人民币伍佰元整（¥500.00）"},
        {"day": "2026-12-21", "what": "缴纳加处罚款余额", "sum": "人民币伍拾元整（¥50.00）"},
    ],
    "reduction": "人民币壹佰元整（¥100.00）",
    "remedied": "已清除占道物品。",
}
CLEARANCE: dict[str, Any] = {
    "agency": AGENCY,
    "document_no": "高新城管立代字〔2026〕第0001号",
    "date": "2026-10-20",
    "party": SHOP,
    "reason": "车辆遗洒渣土约2立方米，占用一条车道。当事人不能清除：车辆已驶离，无法联系",
    "basis": "《中华人民共和国行政强制法》第五十二条",
    "place": "示例路与示例街路口（道路）",
    "performer": "示例清运有限公司",
    "from_at": "2026-10-20T08:10:00+08:00",
    "to_at": "2026-10-20T08:30:00+08:00",
    "findings": "二十分钟内清扫完毕，恢复通行。",
    "cost": "人民币叁佰元整（¥300.00）",
    "presence": "当事人不在场，由本机关事后立即通知",
    "witness": "示例社区赵某",
    "officers": OFFICERS,
    **REMEDIES,
}
SUBSTITUTE_COSTS: dict[str, Any] = {
    "agency": AGENCY,
    "document_no": "高新城管代费字〔2026〕第0001号",
    "date": "2026-11-24",
    "party": SHOP,
    "order": f"《代履行决定书》（{SUBSTITUTE_ORDER['document_no']}）",
    "basis": "《中华人民共和国行政强制法》第五十一条第二款",
    "costs": [
        {"what": "清运人工", "sum": "人民币伍佰元整（¥500.00）"},
        {"what": "车辆", "sum": "人民币贰佰元整（¥200.00）"},
    ],
    "sum": "人民币柒佰元整（¥700.00）",
    "until": "2026-12-09",
    "pay_to": "示例银行高新支行",
    **REMEDIES,
}

ENFORCEMENT_EXAMPLES: dict[str, dict[str, Any]] = {
    "deferral_notice": DEFERRAL,
    "demand": DEMAND,
    "enforcement_plan": ENFORCEMENT_PLAN,
    "enforcement_order": ENFORCEMENT_ORDER,
    "enforcement_record": ENFORCEMENT_RECORD,
    "substitute_order": SUBSTITUTE_ORDER,
    "demolition_notice": DEMOLITION_NOTICE,
    "court_application": COURT_APPLICATION,
    "suspension_decision": SUSPENSION,
    "execution_agreement": AGREEMENT,
    "clearance_order": CLEARANCE,
    "substitute_costs": SUBSTITUTE_COSTS,
}
ENFORCEMENT_SENTENCES = {
    "deferral_notice": ["批准你单位按下列期限和金额缴纳", "2026年11月12日", "自上述缴纳期限结束之日起计算"],
    "demand": [
        "记录、复核；成立的，予以采纳",
        "2026年11月5日前（含当日）履行",
        "有权进行陈述和申辩",
        "示例银行高新支行",
    ],
    "enforcement_plan": [
        "强制执行审批表",
        "载于《代履行决定书》",
        "法律规定的代履行",
        "2026年11月20日10时00分",
    ],
    "enforcement_order": [
        "强制执行决定书",
        "（高新城管催告字〔2026〕第0001号）催告其履行",
        "示例政责〔2026〕1号",
        "2027年4月12日10时00分",
        "六十日内",
    ],
    "enforcement_record": ["强制执行笔录", "当事人到场", "货架", "全程音像记录", "代履行人签名"],
    "substitute_order": ["费用预算：人民币捌佰元整（¥800.00）", "代履行人：示例清运有限公司", "六十日内"],
    "demolition_notice": ["限期拆除公告", "特此公告", "2026年11月5日前（含当日）自行拆除", "依法强制拆除"],
    "court_application": [
        "强制执行申请书",
        "被申请人",
        "1.行政处罚决定书及案卷材料",
        "此致示例市新市区人民法院",
        "行政机关负责人（签名）",
    ],
    "suspension_decision": ["第三十九条第一款第一项", "本机关决定中止执行", "六十日内"],
    "execution_agreement": ["减免加处罚款", "罚款本身不予减免", "将恢复强制执行，不再减免", "一式二份"],
    "clearance_order": ["决定立即实施代履行", "当事人不在场", "六十日内"],
    "substitute_costs": ["代履行的费用按照成本合理确定", "合计人民币柒佰元整（¥700.00）"],
}
