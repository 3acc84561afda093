"""Full example facts for every form: invented persons, invented places."""

from typing import Any

from . import examples_taking
from .case_examples import CASE_EXAMPLES
from .enforcement_examples import ENFORCEMENT_EXAMPLES
from .inspection_examples import INSPECTION_EXAMPLES
from .parties import AGENCY, OFFICERS, PERSON, SHOP
from .permit_examples import PERMIT_EXAMPLES
from .record_examples import RECORD_EXAMPLES
from .remedy_examples import REMEDY_EXAMPLES
from .service_examples import SERVICE_EXAMPLES
from .spot_examples import SPOT_EXAMPLES

FACTS = (
    "2026年9月5日10时20分，本机关执法人员在示例路巡查时发现，当事人未经批准在示例路100号门前人行道堆放纸箱、"
    "塑料筐等物料，占用人行道面积12.5平方米。执法人员当场出示执法证件，责令其立即清理；当日16时复查，当事人仍未清理。\n"
    "经询问，当事人承认上述物料为其所有，自2026年9月1日起堆放。"
)
VIOLATED = "《城市市容和环境卫生管理条例》第十四条“任何单位和个人都不得在街道两侧和公共场地堆放物料”"
BASIS = "《城市市容和环境卫生管理条例》第三十六条第二项"
EVIDENCE = [
    {"name": "现场检查（勘验）笔录（1份2页）", "proves": "占道堆放物料的时间、地点、面积"},
    {
        "name": "现场照片4张、执法记录仪视频1段（12分30秒）",
        "proves": "现场状况，以及表明身份、告知权利的过程",
    },
    {"name": "询问笔录（1份3页）", "proves": "当事人承认物料为其所有及堆放的起始时间"},
]
DECISION: dict[str, Any] = {
    "agency": AGENCY,
    "document_no": "高新城管罚决字〔2026〕第0001号",
    "date": "2026-09-28",
    "cause": "擅自占用人行道堆放物料案",
    "party": SHOP,
    "findings": FACTS,
    "evidence": EVIDENCE,
    "notice": (
        "本机关于2026年9月18日向当事人送达《行政处罚告知书》（高新城管罚告字〔2026〕第0001号），告知拟作出的"
        "行政处罚内容及事实、理由、依据，以及当事人依法享有的陈述、申辩的权利。当事人在规定期限内未提出陈述、申辩。"
    ),
    "violated": VIOLATED,
    "penalty_basis": BASIS,
    "discretion": (
        "当事人占用面积十平方米以上不足二十平方米，责令改正后未当场改正，参照本机关公布的裁量基准，属于“一般”阶次，"
        "对应罚款幅度为三百元以上六百元以下。"
    ),
    "penalties": [{"kind": "警告"}, {"kind": "罚款", "amount": 50000}],
    "performance": (
        "当事人应当自收到本决定书之日起十五日内，持本决定书到示例银行高新支行（账户名称：示例市高新区财政局，"
        "账号：0000 0000 0000 0000）缴纳罚款，也可以通过电子支付系统缴纳。"
    ),
    "reconsideration_to": "示例市高新区人民政府",
    "court": "示例市高新区人民法院",
    "reconsideration_channel": "示例市行政复议网上申请平台（fy.example.cn）",
    "published": True,
}

NOTICE: dict[str, Any] = {
    "agency": AGENCY,
    "document_no": "高新城管罚告字〔2026〕第0001号",
    "date": "2026-09-17",
    "cause": DECISION["cause"],
    "party": SHOP,
    "findings": FACTS,
    "evidence": EVIDENCE,
    "violated": VIOLATED,
    "penalty_basis": BASIS,
    "penalties": [{"kind": "警告"}, {"kind": "罚款", "amount": 50000}],
    "statement_term": "三个工作日",
    "hearing_right": True,
    "contact": "王示例、李示例",
    "phone": "0000-0000000",
    "address": "示例市高新区示例路1号",
}
NO_PENALTY: dict[str, Any] = {
    **{k: DECISION[k] for k in ("agency", "cause", "evidence", "violated", "reconsideration_to", "court")},
    "document_no": "高新城管不罚决字〔2026〕第0002号",
    "date": "2026-09-28",
    "party": PERSON,
    "findings": FACTS,
    "reason": "当事人系初次违法，占用面积较小，已于2026年9月6日自行清理完毕，没有造成危害后果。",
    "reason_basis": "《中华人民共和国行政处罚法》第三十三条第一款",
    "education": "本机关已向当事人宣讲市容环境卫生管理的有关规定，要求其今后不得占用人行道堆放物料。",
    "published": True,
}
CORRECTION: dict[str, Any] = {
    **{k: NOTICE[k] for k in ("agency", "party", "findings", "violated", "contact", "phone")},
    **{k: DECISION[k] for k in ("reconsideration_to", "court")},
    "document_no": "高新城管责改字〔2026〕第0001号",
    "date": "2026-09-05",
    "basis": BASIS,
    "correction": "一、清除示例路100号门前人行道上堆放的全部物料；\n二、恢复人行道原状，不得再次占用。",
    "until": "2026-09-08",
}
OPINIONS = {
    "handlers": {
        "text": "当事人的行为涉嫌违法，符合立案条件，建议立案调查。",
        "by": ["王示例", "李示例"],
        "at": "2026-09-05",
    },
    "unit": {"text": "同意承办人意见，报请审批。", "by": ["赵示例"], "at": "2026-09-06"},
    "legal": {"text": "案件属本机关管辖，未过追责时效，同意立案。", "by": ["孙示例"], "at": "2026-09-06"},
    "head": {"text": "同意立案。", "by": ["周示例"], "at": "2026-09-07"},
}
FILING: dict[str, Any] = {
    "agency": AGENCY,
    "document_no": "高新城管立案字〔2026〕第0001号",
    "cause": DECISION["cause"],
    "source": "执法巡查发现",
    "received_at": "2026-09-05",
    "happened_at": "2026年9月1日至9月5日",
    "place": "示例市高新区示例路100号门前人行道",
    "party": PERSON,
    "summary": FACTS,
    "harm": "占用人行道，影响行人通行和市容环境。",
    "suspected": VIOLATED,
    "officers": OFFICERS,
    "recusal": "承办人与当事人无直接利害关系，也无其他可能影响公正执法的关系，无需回避。",
    "opinions": OPINIONS,
}
CLOSURE: dict[str, Any] = {
    "agency": AGENCY,
    "document_no": "高新城管结案字〔2026〕第0001号",
    "filing_no": FILING["document_no"],
    "cause": DECISION["cause"],
    "party": SHOP,
    "filed_on": "2026-09-07",
    "closed_on": "2026-11-02",
    "summary": FACTS,
    "outcome": "警告，并处罚款人民币伍佰元整（¥500.00）。",
    "execution": "当事人于2026年10月8日缴清罚款，占道物料已清除。",
    "remedy": "当事人未申请行政复议，未提起行政诉讼。",
    "reason": "行政处罚决定已履行完毕。",
    "opinions": OPINIONS,
    "archive_no": "示-2026-0001",
    "archived_on": "2026-11-03",
}
REPORT: dict[str, Any] = {
    "agency": AGENCY,
    "document_no": "高新城管调终字〔2026〕第0001号",
    "date": "2026-09-12",
    "cause": DECISION["cause"],
    "party": PERSON,
    "course": (
        "2026年9月5日，执法人员巡查发现本案线索，9月7日经批准立案。立案后进行了现场检查，询问了当事人。"
    ),
    "findings": FACTS,
    "evidence": EVIDENCE,
    "violated": f"当事人的行为属于擅自占用公共场地堆放物料，违反了{VIOLATED}的规定。",
    "discretion": DECISION["discretion"],
    "statement": "当事人承认违法事实，表示愿意清理。",
    "proposal": "建议对当事人处警告，并处罚款人民币五百元。",
    "proposal_basis": BASIS,
    "term": "自2026年9月7日立案之日起九十日，至2026年12月6日。",
    "officers": OFFICERS,
}
INSPECTION: dict[str, Any] = {
    "agency": AGENCY,
    "document_no": "高新城管检录字〔2026〕第0001号",
    "from_at": "2026-09-05T10:20:00+08:00",
    "to_at": "2026-09-05T10:58:00+08:00",
    "place": "示例市高新区示例路100号门前人行道",
    "party": SHOP,
    "present": [{"name": "钱示例"}],
    "officers": OFFICERS,
    "recorder": "李示例",
    "identity_shown": True,
    "findings": FACTS,
    "sketch": "以店门东侧立柱为参照物，堆放区域东西长5米、南北宽2.5米，面积12.5平方米。绘制人：李示例。",
    "media": [
        {
            "name": "现场全景照片",
            "by": "王示例",
            "at": "2026-09-05T10:25:00+08:00",
            "place": "示例路100号门前",
        },
        {
            "name": "执法记录仪视频（12分30秒）",
            "by": "李示例",
            "at": "2026-09-05T10:20:00+08:00",
            "place": "示例路100号门前",
        },
    ],
    "handling": "现场物料未作先行登记保存，由当事人自行清理。",
    "confirmation": "以上笔录已阅看，与事实相符。",
    "signed": {
        "party": {"name": "张喆堃", "at": "2026-09-05"},
        "witness": {"name": "钱示例", "at": "2026-09-05"},
        "officers": {"name": "王示例、李示例", "at": "2026-09-05"},
        "recorder": {"name": "李示例", "at": "2026-09-05"},
    },
}
QUESTIONING: dict[str, Any] = {
    "agency": AGENCY,
    "document_no": "高新城管询录字〔2026〕第0001号",
    "cause": DECISION["cause"],
    "from_at": "2026-09-08T15:00:00+08:00",
    "to_at": "2026-09-08T15:40:00+08:00",
    "place": "示例市高新区城市管理局询问室",
    "officers": OFFICERS,
    "recorder": "李示例",
    "person": {**PERSON, "work": "高新区示例便利店经营者", "relation": "当事人"},
    "identity_answer": "看清了。",
    "rights_answer": "听清了，不申请回避。",
    "questions": [
        {"q": "示例路100号门前人行道上的物料是谁的？", "a": "是我店里的纸箱和塑料筐。"},
        {"q": "从什么时候开始堆放？", "a": "从2026年9月1日开始，因为店里仓库在装修。"},
        {"q": "是否经过批准？", "a": "没有。我不知道需要批准。"},
        {"q": "还有什么需要补充的？", "a": "没有。我愿意马上清理。"},
    ],
    "confirmation": "以上笔录我已看过，与我所说的一致。",
    "signed": {
        "person": {"name": "张喆堃", "at": "2026-09-08"},
        "officers": {"name": "王示例、李示例", "at": "2026-09-08"},
        "recorder": {"name": "李示例", "at": "2026-09-08"},
    },
}
POINTS = [
    ("执法主体是否合法，执法人员是否具备资格", "本机关有管辖权；两名执法人员的执法证件在有效期内。"),
    ("执法程序是否合法", "已表明身份、告知权利，现场检查和询问均制作笔录。"),
    ("案件事实是否清楚，证据是否合法充分", "事实有现场检查笔录、照片、视频和询问笔录相互印证。"),
    ("适用法律、法规、规章是否准确", "适用《城市市容和环境卫生管理条例》第十四条、第三十六条准确。"),
    ("裁量基准运用是否适当", "符合“一般”阶次，拟罚款数额在幅度以内。"),
    ("是否超越执法机关法定权限", "未超越。"),
    ("执法文书是否完备、规范", "文书齐全，编号连续。"),
    ("违法行为是否涉嫌犯罪，需要移送司法机关", "不涉嫌犯罪，无需移送。"),
]
REVIEW: dict[str, Any] = {
    "agency": AGENCY,
    "document_no": "高新城管法审字〔2026〕第0001号",
    "date": "2026-09-15",
    "cause": DECISION["cause"],
    "unit": "示例执法中队",
    "submitted_at": "2026-09-12T16:30:00+08:00",
    "grounds": "适用普通程序的行政处罚决定",
    "materials": ["行政处罚决定书（拟稿）", "案件调查终结报告", "证据材料"],
    "points": [{"point": point, "passed": True, "note": note} for point, note in POINTS],
    "opinion": "同意。",
    "detail": "建议在决定书中补充说明当事人经责令改正后仍未清理的时间。",
    "reviewer": {"name": "孙示例", "qualification": "示A20260000000001"},
    "head": {"text": "同意审核意见。", "by": ["吴示例"], "at": "2026-09-15"},
    "reply": {"text": "已按审核意见补充。", "by": ["王示例"], "at": "2026-09-16"},
}
DISCUSSION: dict[str, Any] = {
    "agency": AGENCY,
    "document_no": "高新城管集讨字〔2026〕第0001号",
    "cause": DECISION["cause"],
    "from_at": "2026-09-16T09:30:00+08:00",
    "to_at": "2026-09-16T10:15:00+08:00",
    "place": "本局第一会议室",
    "chair": {"name": "周示例", "post": "局长"},
    "members": [
        {"name": "郑示例", "post": "副局长"},
        {"name": "冯示例", "post": "副局长"},
        {"name": "陈示例", "post": "总工程师"},
    ],
    "attending": [{"name": "王示例", "post": "承办人"}, {"name": "孙示例", "post": "法制审核人员"}],
    "recorder": "褚示例",
    "report": FACTS,
    "review": "法制审核意见为同意。",
    "speeches": [
        {"name": "郑示例", "post": "副局长", "text": "事实清楚，证据充分，同意承办机构的处理建议。"},
        {"name": "冯示例", "post": "副局长", "text": "当事人经责令改正后未及时清理，罚款数额适当。"},
        {"name": "周示例", "post": "局长", "text": "同意大家的意见。"},
    ],
    "vote": "应到4人，实到4人；同意4人，反对0人，弃权0人。",
    "conclusion": "同意对当事人处警告，并处罚款人民币五百元。",
}
RECEIPT: dict[str, Any] = {
    "agency": AGENCY,
    "document_no": "高新城管送证字〔2026〕第0001号",
    "cause": DECISION["cause"],
    "documents": [
        {"title": "行政处罚决定书", "no": DECISION["document_no"]},
        {"title": "罚款缴款通知", "no": ""},
    ],
    "recipient": "高新区示例便利店",
    "served_at": "2026-09-29T11:05:00+08:00",
    "place": "示例市高新区示例路100号",
    "manner": "直接送达",
    "received": {"name": "张喆堃", "relation": "经营者本人", "at": "2026-09-29"},
    "servers": OFFICERS,
}
REVOCATION: dict[str, Any] = {
    **{k: DECISION[k] for k in ("agency", "cause", "party", "reconsideration_to", "court")},
    "document_no": "高新城管撤决字〔2026〕第0001号",
    "date": "2026-10-12",
    "original": {"title": "行政处罚决定书", "number": DECISION["document_no"], "date": DECISION["date"]},
    "ground": "本机关自行纠正",
    "reason": "经复查，堆放物料的位置在当事人合法使用的建筑退线范围以内，认定占用人行道的主要证据不足。",
    "basis": "《中华人民共和国行政处罚法》第七十五条第二款",
    "effect": f"本机关决定撤销《行政处罚决定书》（{DECISION['document_no']}）。",
    "consequence": "原决定不再执行；已经缴纳罚款、没收财物的，依法退还。",
    "published": True,
}
HEARING: dict[str, Any] = {
    "agency": AGENCY,
    "cause": DECISION["cause"],
    "party": SHOP,
    "venue": "示例市高新区示例路1号本局听证室",
    "manner": "公开举行",
    "chair": "吴示例",
    "hearers": ["孙示例"],
    "recorder": "褚示例",
}
HEARING_NOTICE: dict[str, Any] = {
    **HEARING,
    **{k: NOTICE[k] for k in ("contact", "phone", "address")},
    "document_no": "高新城管听通字〔2026〕第0001号",
    "date": "2026-09-21",
    "told_number": NOTICE["document_no"],
    "starts_at": "2026-10-12T09:30:00+08:00",
}
HEARING_POSTPONEMENT: dict[str, Any] = {
    **{k: v for k, v in HEARING_NOTICE.items() if k != "told_number"},
    "document_no": "高新城管听延字〔2026〕第0001号",
    "date": "2026-10-09",
    "reason": "当事人因住院治疗申请延期，经审查，理由正当。",
    "starts_at": "2026-10-26T09:30:00+08:00",
}
HEARING_RECORD: dict[str, Any] = {
    **HEARING,
    "document_no": "高新城管听录字〔2026〕第0001号",
    "from_at": "2026-10-12T09:30:00+08:00",
    "to_at": "2026-10-12T11:00:00+08:00",
    "attendance": "到场参加",
    "absence": "",
    "attendee": "张喆堃（经营者）",
    "agents": [{"name": "何示例", "post": "律师"}],
    "investigators": ["王示例", "李示例"],
    "others": "",
    "rights_told": True,
    "recusal": "不申请回避。",
    "presented": FACTS,
    "defence": "堆放时间很短，没有影响通行，请求从轻处罚。",
    "examined": [{"name": EVIDENCE[1]["name"], "opinion": "对真实性没有异议，认为面积测量偏大。"}],
    "new_evidence": "当事人提交清理后的照片2张。",
    "last_words": "请求从轻处罚。",
    "confirmation": "以上笔录已经核对，与听证情况相符。",
}
HEARING_REPORT: dict[str, Any] = {
    **HEARING,
    "document_no": "高新城管听报字〔2026〕第0001号",
    "date": "2026-10-13",
    "held_at": "2026-10-12T09:30:00+08:00",
    "record_number": HEARING_RECORD["document_no"],
    "proposed": f"拟依据{BASIS}，给予警告，并处罚款人民币伍佰元整（¥500.00）。",
    "summary": FACTS,
    "opinion": "建议维持拟作出的处罚。",
    "reasons": "当事人提出的理由不影响违法事实的认定，拟处罚的数额在裁量幅度以内。",
}
THINGS = [
    {"name": "移动烧烤炉", "spec": "长1.2米", "quantity": 1, "per": "台", "condition": "八成新"},
    {"name": "折叠桌", "spec": "", "quantity": 4, "per": "张", "condition": "旧"},
]
SEIZURE: dict[str, Any] = {
    **{k: DECISION[k] for k in ("agency", "cause", "party", "reconsideration_to", "court")},
    "document_no": "高新城管查扣字〔2026〕第0001号",
    "date": "2026-09-07",
    "measure": "扣押",
    "reason": "上述物品是实施违法行为的工具，为防止证据损毁，需要采取强制措施。",
    "basis": "《中华人民共和国生态环境法典》第五百六十二条",
    "from_on": "2026-09-07",
    "until": "2026-10-07",
    "days": "30日",
    "place": "示例市高新区示例路100号门前",
    "kept_at": "本局暂扣物品仓库",
    "keeper": "钱示例",
    "things": THINGS,
    "officers": OFFICERS,
}
MEASURE = {"number": SEIZURE["document_no"], "date": "2026-09-07"}
EXTENSION: dict[str, Any] = {
    **{k: SEIZURE[k] for k in ("agency", "party", "measure", "reconsideration_to", "court")},
    "document_no": "高新城管查延字〔2026〕第0001号",
    "date": "2026-10-01",
    "original": MEASURE,
    "reason": "案件情况复杂，涉及多个当事人，需要进一步查清物品的来源。",
    "basis": "《中华人民共和国行政强制法》第二十五条第一款",
    "days": "30日",
    "from_on": "2026-10-07",
    "until": "2026-11-06",
}
RELEASE: dict[str, Any] = {
    **{k: EXTENSION[k] for k in ("agency", "party", "measure", "original", "reconsideration_to", "court")},
    "document_no": "高新城管查解字〔2026〕第0001号",
    "date": "2026-10-20",
    "ground": "对违法行为已经作出处理决定，不再需要查封、扣押",
    "reason": "处罚决定已经作出并送达。",
    "basis": "《中华人民共和国行政强制法》第二十八条第一款第三项",
    "things": THINGS,
}
RETURN: dict[str, Any] = {
    **{k: RELEASE[k] for k in ("agency", "date", "party", "things")},
    "document_no": "高新城管退清字〔2026〕第0001号",
    "original": {"number": RELEASE["document_no"], "date": RELEASE["date"]},
    "returned_at": "2026-10-20T15:30:00+08:00",
    "place": "本局暂扣物品仓库",
    "receiver": "张喆堃",
    "officers": OFFICERS,
}
TESTING: dict[str, Any] = {
    **{k: EXTENSION[k] for k in ("agency", "party", "measure", "original")},
    "document_no": "高新城管检期字〔2026〕第0001号",
    "date": "2026-09-10",
    "detail": "移动烧烤炉的油烟排放",
    "by": "示例检测中心",
    "from_on": "2026-09-11",
    "until": "2026-09-20",
    "basis": "《中华人民共和国行政强制法》第二十五条第三款",
}
SCENE: dict[str, Any] = {
    **{k: SEIZURE[k] for k in ("agency", "party", "date", "measure", "place", "officers")},
    "document_no": "高新城管场录字〔2026〕第0001号",
    "decision": SEIZURE["document_no"],
    "from_at": "2026-09-07T09:00:00+08:00",
    "to_at": "2026-09-07T09:50:00+08:00",
    "recorder": "李示例",
    "points": [
        {"text": "事先报告行政机关负责人并经批准", "at": ""},
        {"text": "执法人员出示执法身份证件", "at": "2026-09-07T09:02:00+08:00"},
        {"text": "听取当事人的陈述和申辩", "at": "2026-09-07T09:15:00+08:00"},
    ],
    "statement": "当事人称会尽快清理。",
    "findings": "现场扣押移动烧烤炉1台、折叠桌4张，当场清点、贴封并交付决定书和清单。",
    "recordings": [
        {"name": "示例录像.mp4", "by": "李示例", "at": "2026-09-07T09:00:00+08:00", "place": "示例路100号"}
    ],
    "confirmation": "以上笔录已阅看（向本人宣读），与事实相符。",
}
PRESERVATION: dict[str, Any] = {
    **{k: SEIZURE[k] for k in ("agency", "cause", "party", "date", "place", "keeper", "things", "officers")},
    "document_no": "高新城管登保字〔2026〕第0001号",
    "basis": "《中华人民共和国行政处罚法》第五十六条",
    "keeping": "异地保存",
    "until": "2026-09-16",
    "confirmation": "以上清单已核对无误，已收到通知书和清单。",
}
PRESERVATION_END: dict[str, Any] = {
    **{k: SEIZURE[k] for k in ("agency", "party", "things", "reconsideration_to", "court")},
    "document_no": "高新城管保处字〔2026〕第0001号",
    "date": "2026-09-11",
    "original": {"number": PRESERVATION["document_no"], "date": "2026-09-07"},
    "how": "解除登记保存，予以退还",
    "reason": "已经完成拍照、录像和勘验，不再需要保存。",
    "basis": "《中华人民共和国行政处罚法》第五十六条",
}
EXAMPLES: dict[str, dict[str, Any]] = {
    **SPOT_EXAMPLES,
    **PERMIT_EXAMPLES,
    **ENFORCEMENT_EXAMPLES,
    "closure_approval": CLOSURE,
    "collective_discussion": DISCUSSION,
    "correction_order": CORRECTION,
    "filing_approval": FILING,
    "hearing_notice": HEARING_NOTICE,
    "hearing_postponement": HEARING_POSTPONEMENT,
    "hearing_record": HEARING_RECORD,
    "hearing_report": HEARING_REPORT,
    "inspection_record": INSPECTION,
    "investigation_report": REPORT,
    "no_penalty_decision": NO_PENALTY,
    "penalty_decision": DECISION,
    "penalty_notice": NOTICE,
    "questioning_record": QUESTIONING,
    "review_opinion": REVIEW,
    "revocation_decision": REVOCATION,
    "extension_decision": EXTENSION,
    "preservation_disposal": PRESERVATION_END,
    "preservation_notice": PRESERVATION,
    "release_decision": RELEASE,
    "return_list": RETURN,
    "scene_record": SCENE,
    "seizure_decision": SEIZURE,
    "testing_notice": TESTING,
    "service_receipt": RECEIPT,
    **INSPECTION_EXAMPLES,
    **CASE_EXAMPLES,
    **examples_taking.EXAMPLES,
    **REMEDY_EXAMPLES,
    **SERVICE_EXAMPLES,
    **RECORD_EXAMPLES,
}
