"""Full example facts for the papers of inspections: invented persons, invented places."""

from typing import Any

AGENCY = {"name": "示例市高新区城市管理局", "seal": "specimen"}
RESTAURANT = {
    "kind": "sole_trader",
    "name": "高新区示例01号餐厅",
    "id_no": "92650104MA0000001X",
    "representative": "李示例",
    "post": "经营者",
    "address": "示例市高新区示例路201号",
    "phone": "13800000000",
}
OFFICERS = [{"name": "王示例", "certificate": "示E0001"}, {"name": "李示例", "certificate": "示E0004"}]
ITEMS = "餐饮服务单位油烟排放和餐厨垃圾检查"
BASIS = "《城市市容和环境卫生管理条例》第四条、《中华人民共和国生态环境法典》第五百六十二条"
CONTENTS = f"{ITEMS}：油烟净化设施的安装和使用；餐厨垃圾的收集和交付。"
FREQUENCY = "2026年本机关此前已批准对该对象检查0次，其中计入年度频次上限的0次；公布的上限为2次；本次计入。"
HEAD: dict[str, Any] = {"agency": AGENCY, "party": RESTAURANT, "items": ITEMS, "officers": OFFICERS}
PLAN: dict[str, Any] = {
    "agency": AGENCY,
    "document_no": "高新城管检计字〔2026〕第1号",
    "date": "2026-09-07",
    "title": "2026年度餐饮服务单位行政检查计划",
    "kind": "年度检查计划",
    "unit": "市容中队",
    "planned": [{"name": ITEMS, "code": "650104-JC-0001", "cap": "2次"}],
    "basis": BASIS,
    "contents": CONTENTS,
    "objects": "检查对象名录中的餐饮服务单位",
    "share": "20%",
    "period": "2026年9月7日至2026年12月31日",
}
APPROVAL: dict[str, Any] = {
    **HEAD,
    "document_no": "高新城管检批字〔2026〕第1号",
    "basis": BASIS,
    "contents": CONTENTS,
    "source": "年度检查计划",
    "how": "现场检查",
    "period": "2026年9月7日至2026年9月21日",
    "frequency": FREQUENCY,
    "helpers": "赵示例（检验、检测等技术机构人员，油烟快速检测）",
    "recusal": "检查人员均声明与检查对象无利害关系，无需回避。",
    "result": "批准",
    "opinions": {
        "handlers": {"text": "按照年度检查计划实施。", "by": ["王示例", "李示例"], "at": "2026-09-07"},
        "head": {"text": "同意。", "by": ["示例副局长甲"], "at": "2026-09-07"},
    },
}
NOTICE: dict[str, Any] = {
    **HEAD,
    **{k: APPROVAL[k] for k in ("basis", "contents", "source", "how", "period", "frequency", "helpers")},
    "document_no": "高新城管检通字〔2026〕第1号",
    "date": "2026-09-07",
    "approval": APPROVAL["document_no"],
    "prepare": "油烟净化设施清洗维护台账、餐厨垃圾交付记录。",
    "rights": "1. 检查人员不出示证件、不交付本通知书的，有权拒绝检查；\n2. 有权申请回避；\n3. 应当协助检查。",
    "bans": "1. 严禁逐利检查，不收取检查费用；\n2. 严禁接受被检查企业的任何馈赠、报酬、福利待遇。",
    "remedy": "认为检查人员违反上述规定的，可以向本机关（0991-0000000）投诉、举报。",
    "reconsideration_to": "示例市高新区人民政府",
    "court": "示例市高新区人民法院",
    "contact": "示例联系人",
    "phone": "0991-0000000",
}
RESULT: dict[str, Any] = {
    **HEAD,
    "document_no": "高新城管检告字〔2026〕第1号",
    "date": "2026-09-08",
    "approval": APPROVAL["document_no"],
    "inspected_on": "2026-09-07",
    "how": "现场检查",
    "findings": "油烟净化设施滤网积油，净化效率下降；餐厨垃圾交付记录完整。",
    "result": "责令改正",
    "follows": "按照本机关的责令改正通知书改正（期限至2026年9月12日），本机关将复查改正情况。",
    "advice": "建议每月清洗滤网一次并记入台账。",
    "received": "已当场签收。",
    "contact": "王示例、李示例",
    "phone": "0991-0000000",
}
EXAMINATION: dict[str, Any] = {
    **HEAD,
    "document_no": "高新城管检核字〔2026〕第1号",
    "from_at": "2026-09-07T10:00:00+08:00",
    "to_at": "2026-09-07T11:00:00+08:00",
    "means": "书面核查、在线监测数据比对",
    "material": "油烟在线监测数据、清洗维护台账",
    "findings": "数据连续，未见超标，台账完整。",
}
RECHECK: dict[str, Any] = {
    **HEAD,
    "document_no": "高新城管检复字〔2026〕第1号",
    "entered_at": "2026-09-14T10:00:00+08:00",
    "place": "示例路201号",
    "identity_shown": True,
    "findings": "滤网已经清洗，设施正常运行。",
    "result": "已经改正",
    "received_by": "李示例",
    "media": [
        {"name": "滤网.jpg", "by": "王示例", "at": "2026-09-14T10:05:00+08:00", "place": "示例路201号"}
    ],
    "confirmation": "以上笔录已阅看（向本人宣读），与事实相符。",
}
SAMPLING: dict[str, Any] = {
    "agency": AGENCY,
    "document_no": "高新城管抽样字〔2026〕第1号",
    "date": "2026-09-07",
    "cause": "高新区示例01号餐厅油烟检查",
    "holder": RESTAURANT["name"],
    "sampled_at": "2026-09-07T10:30:00+08:00",
    "place": "示例路201号后厨",
    "officers": OFFICERS,
    "things": [{"name": "餐厨废水", "spec": "500毫升", "quantity": 2, "per": "瓶", "condition": "浑浊"}],
    "purpose": "动植物油含量",
    "sealing": "当场封样，李示例在封签上签名；备份样品一瓶由餐厅保存。",
    "media": [{"name": "封样.jpg", "by": "王示例", "at": "2026-09-07T10:35:00+08:00", "place": "后厨"}],
    "confirmation": "以上样品已当面抽取、封样，清单核对无误。",
}
OFFSITE: dict[str, Any] = {
    "agency": AGENCY,
    "document_no": "高新城管监告字〔2026〕第1号",
    "date": "2026-09-07",
    "party": {"name": RESTAURANT["name"]},
    "detail": "2026年9月6日，油烟在线监测数据超过排放标准。",
    "records": [{"name": "监测数据", "at": "2026-09-06T12:00:00+08:00", "place": "示例路201号"}],
    "lookup": "示例网站“非现场执法查询”",
    "answer": "示例路1号窗口，或者在示例网站提交",
}
INSPECTION_EXAMPLES: dict[str, dict[str, Any]] = {
    "examination_record": EXAMINATION,
    "inspection_approval": APPROVAL,
    "inspection_notice": NOTICE,
    "inspection_plan": PLAN,
    "inspection_result": RESULT,
    "offsite_notice": OFFSITE,
    "recheck_record": RECHECK,
    "sampling_voucher": SAMPLING,
}
INSPECTION_SENTENCES: dict[str, list[str]] = {
    "examination_record": ["非现场检查记录", "在线监测数据比对"],
    "inspection_approval": ["行政检查审批表", "公布的上限为2次", "赵示例（检验、检测等技术机构人员"],
    "inspection_notice": ["行政检查通知书", "有权申请回避", "严禁逐利检查", "六十日内", "示E0004"],
    "inspection_plan": ["行政检查计划", "按20%的比例随机抽取检查对象", "年度频次上限"],
    "inspection_result": ["行政检查结果告知书", "检查结果：责令改正", "期限至2026年9月12日"],
    "offsite_notice": ["电子技术监控记录告知书", "陈述、申辩方式"],
    "recheck_record": ["复查记录", "复查结果：已经改正"],
    "sampling_voucher": ["抽样取证凭证", "备份样品一瓶", "不收取费用"],
}
