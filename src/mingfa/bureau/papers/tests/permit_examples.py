"""Full example facts for the papers of permits: invented applicants, invented places."""

from typing import Any

AGENCY = {"name": "示例市高新区城市管理局", "seal": "specimen"}
UNIT = {
    "kind": "unit",
    "name": "示例市示例建设有限公司",
    "id_no": "91650104MA0000000X",
    "representative": "马示例",
    "post": "法定代表人（负责人）",
    "address": "示例市高新区示例路200号",
    "phone": "13800000001",
}
ITEM = "临时占用街道两侧和公共场地堆放物料、搭建设施审批"
CONTACT = {"contact": "示例窗口员", "phone": "0991-0000000", "address": "示例市高新区示例路1号"}
REMEDY = {"reconsideration_to": "示例市高新区（新市区）人民政府", "court": "示例市新市区人民法院"}
STAFF = [{"name": "钱示例"}, {"name": "孙示例"}]
BASIS = "《城市市容和环境卫生管理条例》第十四条"
CONTENT = "在示例路东侧临时堆放建设物料，面积20平方米，不得占用行人通道。"
VALID = "2026年9月20日至2026年12月19日"


def _paper(series: str, **facts: Any) -> dict[str, Any]:
    return {
        "agency": AGENCY,
        "document_no": f"高新城管{series}〔2026〕第1号",
        "date": "2026-09-18",
        "item": ITEM,
        "party": UNIT,
        **facts,
    }


DECIDED = {
    "receipt": "高新城管许收字〔2026〕第1号",
    "accepted_on": "2026-09-08",
    "findings": "经审查申请材料并于2026年9月10日实地核查，拟占用场地留有行人通道，符合许可条件。",
    "notice": "本机关依法告知了申请人、利害关系人陈述、申辩等权利。利害关系人请求缩小占用范围，已经采纳。",
    "basis": BASIS,
    "content": CONTENT,
    "validity": VALID,
    "licence": "临时占用公共场地许可证",
    **REMEDY,
}
ENDED = {
    "licence_no": "高新城管许证字〔2026〕第1号",
    "reason": "示例路列入道路改造工程，自2026年10月8日起施工，原占用场地位于施工范围之内。",
    "heard": "本机关听取了被许可人的意见，被许可人同意，并请求给予合理的搬运时间，已经采纳。",
    **REMEDY,
}
PERMIT_EXAMPLES: dict[str, dict[str, Any]] = {
    "material_receipt": _paper(
        "许收字",
        kind="新办",
        materials=["申请书（原件1份）", "申请人身份证明（营业执照复印件1份，核对原件）"],
        request="申请在示例路东侧临时堆放建设物料，面积20平方米，期限90日。",
        received_on="2026-09-07",
        tell_by="2026-09-14",
        lacking=["占用范围平面图"],
        clerk="示例窗口员",
        **CONTACT,
    ),
    "supplement_notice": _paper(
        "许补字",
        receipt="高新城管许收字〔2026〕第1号",
        received_on="2026-09-07",
        wanted=["提交占用范围平面图（原件1份）", "申请书未加盖申请人印章，请补盖"],
        **CONTACT,
    ),
    "permit_acceptance": _paper(
        "许受字",
        receipt="高新城管许收字〔2026〕第1号",
        accepted_on="2026-09-08",
        why="申请事项属于本机关职权范围，申请材料齐全、符合法定形式。",
        days="20",
        decide_by="2026-10-14",
        **CONTACT,
    ),
    "permit_rejection": _paper(
        "许不受字",
        receipt="高新城管许收字〔2026〕第2号",
        ground="不属于本行政机关职权范围",
        reasons="申请事项为挖掘城市道路，由住房和城乡建设主管部门审批。",
        basis="《中华人民共和国行政许可法》第三十二条第一款第二项",
        refer_to="示例市住房和城乡建设局",
        **REMEDY,
    ),
    "permit_site_record": _paper(
        "许核字",
        from_at="2026-09-10T10:00:00+08:00",
        to_at="2026-09-10T10:40:00+08:00",
        place="示例路东侧",
        staff=STAFF,
        findings="拟占用场地长10米、宽2米，距最近的出入口6米，留有2米宽行人通道，不妨碍消防。",
        result="与申请材料一致。",
        media=[
            {
                "name": "现场照片（0a1b2c3d）",
                "by": "钱示例",
                "at": "2026-09-10T10:05:00+08:00",
                "place": "示例路东侧",
            }
        ],
        confirmation="以上笔录已阅看（向本人宣读），与事实相符。",
    ),
    "interested_party_notice": _paper(
        "许利告字",
        party={"kind": "unit", "name": "高新区示例便利店", "address": "示例市高新区示例路198号"},
        applicant="示例市示例建设有限公司",
        request="在示例路东侧临时堆放建设物料，面积20平方米，期限90日。",
        interest="拟占用场地与其经营场所相邻，影响顾客通行。",
        hearing=True,
        **CONTACT,
    ),
    "permit_rights_notice": _paper(
        "许听告字",
        receipt="高新城管许收字〔2026〕第1号",
        hearing=True,
        interest="拟占用场地与相邻商铺的通行有重大利益关系。",
        **CONTACT,
    ),
    "special_time_notice": _paper(
        "许特字",
        receipt="高新城管许收字〔2026〕第1号",
        special="专家评审",
        what="占用方案专家评审",
        by="示例专家组",
        from_on="2026-09-14",
        until="2026-09-25",
        **CONTACT,
    ),
    "permit_extension": _paper(
        "许延期字",
        receipt="高新城管许收字〔2026〕第1号",
        days="10",
        reason="占用方案涉及地下管线，需要征求管线单位意见。",
        until="2026-10-28",
        approved_by="本机关负责人",
        **CONTACT,
    ),
    "permit_report": _paper(
        "许审字",
        receipt="高新城管许收字〔2026〕第1号",
        accepted_on="2026-09-08",
        facts=DECIDED["findings"],
        checks="高新城管许核字〔2026〕第1号",
        weighed="利害关系人请求缩小占用范围，已经采纳。",
        hearing="听证笔录所载意见部分采纳。",
        opinion=f"建议准予行政许可。许可内容：{CONTENT}",
        review="应当送法制审核。",
        staff=STAFF,
    ),
    "permit_grant": _paper("许准字", **DECIDED),
    "permit_modification": _paper("许变字", licence_no="高新城管许证字〔2026〕第1号", **DECIDED),
    "permit_renewal": _paper("许续字", licence_no="高新城管许证字〔2026〕第1号", **DECIDED),
    "permit_refusal": _paper(
        "许不准字", reasons="拟占用范围包含消防通道，不符合“不妨碍交通和消防”的许可条件。", **DECIDED
    ),
    "licence": _paper(
        "许证字",
        title="临时占用公共场地许可证",
        licence_no="高新城管许证字〔2026〕第1号",
        content=CONTENT,
        validity=VALID,
        decision="高新城管许准字〔2026〕第1号",
    ),
    "supervision_record": _paper(
        "许监字",
        licence_no="高新城管许证字〔2026〕第1号",
        at="2026-10-15T10:00:00+08:00",
        place="示例路东侧",
        staff=STAFF,
        findings="占用范围、用途与许可一致，场地围挡完好。",
        handling="依法从事许可活动，无需处理。",
        media=[],
    ),
    "permit_withdrawal": _paper(
        "许撤回字",
        ground="准予许可所依据的客观情况发生重大变化",
        basis="《中华人民共和国行政许可法》第八条第二款",
        public_interest="为了道路改造和公众通行安全的需要，撤回该行政许可。",
        compensation="搬运费用由本机关依法给予补偿。",
        **ENDED,
    ),
    "permit_rescission": _paper(
        "许撤销字",
        ground="对不具备申请资格或者不符合法定条件的申请人准予许可",
        basis="《中华人民共和国行政许可法》第六十九条第一款第四项",
        compensation="经核实，未造成被许可人合法权益的损害。",
        bar="",
        **ENDED,
    ),
    "permit_cancellation": _paper(
        "许注字",
        ground="有效期届满未延续",
        basis="《中华人民共和国行政许可法》第七十条第一项",
        document="许可证件存根",
        **{name: words for name, words in ENDED.items() if name != "heard"},
    ),
}
HEARING = {
    "agency": AGENCY,
    "document_no": "高新城管听公字〔2026〕第1号",
    "date": "2026-09-18",
    "cause": "示例市示例建设有限公司临时占用公共场地申请",
    "party": UNIT,
    "starts_at": "2026-10-12T09:30:00+08:00",
    **CONTACT,
}
PERMIT_EXAMPLES |= {
    "permit_hearing_notice": _paper(
        "许听通字",
        party={"kind": "unit", "name": "高新区示例便利店", "address": "示例市高新区示例路198号"},
        applicant="示例市示例建设有限公司",
        starts_at="2026-10-12T09:30:00+08:00",
        venue="本局听证室",
        manner="公开举行",
        chair="示例审核员甲",
        **CONTACT,
    ),
    "hearing_announcement": {
        **HEARING,
        "venue": "本局听证室",
        "manner": "公开举行",
        "chair": "示例审核员甲",
        "hearers": ["示例法制主任"],
        "recorder": "示例档案员",
        "how_to_come": "公民可以持身份证件报名旁听，座位有限，按报名先后安排。",
    },
    "hearing_suspension": {
        **HEARING,
        "document_no": "高新城管听中字〔2026〕第1号",
        "reason": "申请人的法定代表人因病住院治疗，不能按时参加听证。",
    },
    "hearing_termination": {
        **HEARING,
        "document_no": "高新城管听终字〔2026〕第1号",
        "reason": "要求听证的人撤回听证申请。利害关系人已于2026年9月17日签名撤回。",
        "document": "撤回听证申请书",
    },
}
PERMIT_SENTENCES = {
    "permit_hearing_notice": ["2026年10月12日9时30分", "有权申请回避", "不承担本机关组织听证的费用"],
    "hearing_announcement": ["听证公告", "现予公告", "2026年10月12日9时30分", "持身份证件报名旁听"],
    "hearing_suspension": ["中止听证通知书", "现予中止", "住院治疗"],
    "hearing_termination": ["终止听证通知书", "现予终止", "撤回听证申请书"],
    "material_receipt": [
        "申请材料接收凭证",
        "在2026年9月14日前一次告知",
        "尚未提交下列必需材料",
        "行政许可专用章",
    ],
    "supplement_notice": ["一次告知需要补正的全部内容", "不再提出其他补正要求", "申请书未加盖申请人印章"],
    "permit_acceptance": ["受理日期为2026年9月8日", "20个工作日内（至2026年10月14日）", "行政许可专用章"],
    "permit_rejection": ["第三十二条第一款第二项", "向示例市住房和城乡建设局提出申请", "六十日内"],
    "permit_site_record": ["行政许可核查笔录", "钱示例、孙示例", "与申请材料一致"],
    "interested_party_notice": ["有权进行陈述和申辩", "五个工作日内提出", "影响顾客通行"],
    "permit_rights_notice": ["享有要求听证的权利", "不承担本机关组织听证的费用"],
    "special_time_notice": ["专家评审", "自2026年9月14日至2026年9月25日", "不计算在办理期限内"],
    "permit_extension": ["延长10个工作日", "至2026年10月28日"],
    "permit_report": ["行政许可审查意见表", "建议准予行政许可", "应当送法制审核"],
    "permit_grant": ["本机关决定准予行政许可", "公众有权查阅", "六十日内", "2026年12月19日"],
    "permit_modification": ["本机关决定准予变更行政许可", "原许可编号：高新城管许证字〔2026〕第1号"],
    "permit_renewal": ["准予延续行政许可", "原许可编号：高新城管许证字〔2026〕第1号"],
    "permit_refusal": ["本机关决定不予行政许可", "拟占用范围包含消防通道", "六个月内"],
    "licence": ["临时占用公共场地许可证", "许可编号：高新城管许证字〔2026〕第1号", "有效期届满三十日前"],
    "supervision_record": ["行政许可监督检查记录", "公众有权查阅", "监督检查人员签名"],
    "permit_withdrawal": ["本机关决定撤回该行政许可", "第八条第二款", "依法给予补偿"],
    "permit_rescission": ["本机关决定撤销该行政许可", "第六十九条第一款第四项"],
    "permit_cancellation": ["本机关决定注销该行政许可", "第七十条第一项"],
}
