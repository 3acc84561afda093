"""Before and while something is taken (行政处罚法 56, 行政强制法 16-24; plan 2.2.a).

EVID-04  evidence is preserved with the head's approval and decided upon within seven working days
COMP-01  only a law or a regulation is a basis
COMP-02  the head approves first
COMP-03  or it was an emergency, taken once
COMP-04  the points of 强制法 18 are kept on the spot
COMP-05  only what belongs to the case, no necessities of life, nothing sealed up already
COMP-06  decision and list are handed over at once
COMP-07  the decision names the party and its address
JUR-06   only measures tied to the power to penalise
JUR-08   the power to coerce is never delegated
QUAL-01  two certified officers preserve
QUAL-02  two certified officers seal up or seize
QUAL-05  the certificate is shown
QUAL-08  whoever handles a case does not approve its measures
EVID-03  a list is signed, or says why not
AV-01    times are in order
AV-03    preservation is recorded as the situation asks
"""

from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.measures.facts import Holding, lapses_on, the_basis, two_certified
from mingfa.bureau.measures.inputs import OnTheSpot, PreservationEnd, Preserving, Why
from mingfa.bureau.measures.values import KINDS, Approval

# --- before anything is taken ------------------------------------------------------------------------------


@gate("QUAL-08", cites="行政处罚法 43")
def the_measure_is_not_approved_by_a_handler(f: Holding) -> Reason | None:
    """Whoever handles a case, asked for a measure or took it does not approve it."""
    asked = (f.approval.asked_by,) if f.approval else ()
    taken = f.measure.officers if f.measure else ()
    if f.by.id not in (*f.case.handlers, *asked, *taken):
        return None
    return no("承办人不得批准自己承办案件的措施，报请人、实施人不得批准自己的措施。", "请其他负责人审批。")


@gate("COMP-01", cites="行政强制法 10", of_inputs=True)
def a_law_or_regulation_is_its_basis(f: Holding) -> Reason | None:
    """Only a law, an administrative or a local regulation lets an agency coerce; no other document does."""
    wrong, _ = the_basis(f.why.basis) if f.why else ([], [])
    if not wrong:
        return None
    return no(
        f"下列依据不是已登记的法律、行政法规或者地方性法规条文：{'、'.join(wrong)}。",
        "规章、规范性文件不得作为依据；按“生态环境法典 562”的格式逐条填写法律、法规条文。",
    )


@gate("JUR-06", cites="行政强制法 17.2", of_inputs=True)
def the_measure_belongs_to_the_power_to_penalise(f: Holding) -> Reason | None:
    """A bureau with concentrated power takes only measures that the law of the matter itself provides."""
    wrong, statutes = the_basis(f.why.basis) if f.why else ([], [])
    if f.why is None or statutes or wrong:
        return None
    return no(
        "只引用了程序性规定，没有规定可以采取该措施的法律、法规条文。",
        "写明与本案行政处罚权有关的法律、法规对查封、扣押的规定；没有规定的，不得实施。",
    )


@gate("JUR-08", cites="行政强制法 17", of_inputs=True)
def the_power_to_coerce_is_not_delegated(f: Holding) -> Reason | None:
    """Only officers of the bureau take a measure: no auxiliary, no delegate."""
    others = [o.name for o in f.officers if "officer" not in o.roles]
    if not others and len(f.officers) == len(set(f.look.given_as(OnTheSpot).officers)):
        return None
    return no(
        f"{'、'.join(others) or '所列人员'}不是本机关的行政执法人员，行政强制措施权不得委托。",
        "由本机关两名以上行政执法人员实施，执法辅助人员不得实施。",
    )


def _named(f: Holding) -> tuple[Approval, ...]:
    """Return the approval an act names; before anything is typed, all of the case."""
    if f.look.inputs is None:
        return f.held.approvals
    return (f.approval,) if f.approval is not None else ()


# --- preservation ------------------------------------------------------------------------------------------


@gate("EVID-04", cites="行政处罚法 56")
def a_preservation_waits_for_the_heads_word(f: Holding) -> Reason | None:
    """The head speaks once on what was asked for."""
    if any(a.kind == "preserve" and a.waits for a in _named(f)):
        return None
    return no("没有报请批准的先行登记保存，或者所选的已经审批。", "由承办人先报请批准。")


@gate("EVID-04", cites="行政处罚法 56")
def the_head_approved_the_preservation(f: Holding) -> Reason | None:
    """Evidence is preserved on an approval of this case that was not used yet."""
    if any(a.kind == "preserve" and a.stands for a in _named(f)):
        return None
    return no(
        "没有负责人对先行登记保存的批准，或者该批准已经使用。", "先办理“报请批准先行登记保存”，批准后实施。"
    )


@gate("QUAL-01", cites="行政处罚法 42", of_inputs=True)
def two_certified_officers_preserved_it(f: Holding) -> Reason | None:
    """Two officers with valid certificates register and preserve."""
    if two_certified(f):
        return None
    return no("执法人员不足两人，或者所列人员没有有效执法证件。", "由两名以上持有效执法证件的执法人员实施。")


@gate("QUAL-05", cites="行政处罚法 55", of_inputs=True)
def the_certificate_was_shown_before_preserving(f: Holding) -> Reason | None:
    """The officers showed their certificates."""
    if f.look.given_as(Preserving).certificate_shown:
        return None
    return no("没有主动出示执法证件。", "主动出示执法证件并记录后再实施。")


@gate("EVID-03", cites="行政处罚法 55", of_inputs=True)
def the_list_is_signed_or_says_why_not(f: Holding) -> Reason | None:
    """The party signs the list; a refusal or an absence is explained, an absence witnessed."""
    given = f.look.given_as(Preserving)
    told = given.handed_over if given.signed != "absent" else bool(given.witness)
    if told and (given.signed == "signed" or given.refusal):
        return None
    return no(
        "通知书和清单没有交付当事人，或者没有签名也没有说明；当事人不在场的，没有见证人。",
        "当场清点、交付并请当事人签名；拒绝签名的写明情况，不在场的请见证人到场。",
    )


@gate("AV-03", cites="方案 2.2.b", of_inputs=True, warns=True)
def the_preservation_was_recorded_in_picture(f: Holding) -> Reason | None:
    """Taking evidence is recorded as the situation asks; without a recording there is a reason."""
    if f.look.given_as(Preserving).media:
        return None
    return no("没有照片或者音像记录。", "上传音像记录；文字记录能够全面有效记录的，写明理由。")


@gate("EVID-04", cites="行政处罚法 56")
def the_preservation_is_open(f: Holding) -> Reason | None:
    """It is decided once what becomes of preserved evidence."""
    if f.preservation is not None and not f.preservation.how:
        return None
    if f.look.inputs is None and f.held.preserved:
        return None
    return no(
        "没有尚未处理的先行登记保存，或者所选的不属于本案、已经作出处理决定。",
        "从本案尚未处理的先行登记保存中选择。",
    )


@gate("EVID-04", cites="行政处罚法 56、行政处罚法 85", of_inputs=True)
def a_lapsed_preservation_is_only_lifted(f: Holding) -> Reason | None:
    """After seven working days the preservation has lapsed: what was kept goes back."""
    if f.preservation is None or f.look.given_as(PreservationEnd).how == "lifted":
        return None
    end = lapses_on(f.preservation.taken_on, f.look.calendar)
    if f.today <= end.end:
        return None
    return no(
        f"先行登记保存应当在{end.until}前作出处理决定，已经超期，自动解除。", "处理决定只能是解除登记保存。"
    )


# --- sealing up and seizing --------------------------------------------------------------------------------


@gate("COMP-02", cites="行政强制法 18(1)")
def a_measure_waits_for_the_heads_word(f: Holding) -> Reason | None:
    """The head speaks once on what was asked for."""
    if any(a.kind in KINDS and a.waits for a in _named(f)):
        return None
    return no("没有报请批准的查封、扣押，或者所选的已经审批。", "由承办人先报请批准。")


@gate("COMP-02", cites="行政强制法 18(1)")
def the_head_approved_the_measure_first(f: Holding) -> Reason | None:
    """A measure stands on an approval of this case, not used yet; it is the measure that was approved."""
    if any(a.kind in KINDS and a.stands for a in _named(f)):
        return None
    return no(
        "没有负责人对查封、扣押的批准，或者该批准已经使用。",
        "先办理“报请批准查封、扣押”；情况紧急的，办理“紧急当场查封、扣押”，并在二十四小时内补办批准。",
    )


@gate("COMP-03", cites="行政强制法 19", of_inputs=True, warns=True)
def no_approval_was_at_hand(f: Holding) -> Reason | None:
    """Where the head has approved this very measure, there is no emergency to speak of."""
    if not any(a.kind == f.look.given_as(Why).kind and a.stands for a in f.held.approvals):
        return None
    return no(
        "负责人已经批准该措施，不属于来不及报批的紧急情况。",
        "按批准办理“实施查封、扣押”；批准的是其他财物的，写明理由。",
    )


@gate("COMP-07", cites="行政强制法 24.2(1)", of_inputs=True)
def the_party_is_named_with_its_address(f: Holding) -> Reason | None:
    """The decision names the party and its address; before the filing they are typed on the spot."""
    if f.party is not None and f.party.name and f.party.address:
        return None
    return no("决定书没有当事人的姓名或者名称、地址。", "立案前实施的，当场核对身份并填写当事人。")


@gate("QUAL-02", cites="行政强制法 18(2)", of_inputs=True)
def two_certified_officers_took_it(f: Holding) -> Reason | None:
    """Two officers with valid certificates take a measure."""
    if two_certified(f):
        return None
    return no("实施人员不足两名，或者所列人员没有有效执法证件。", "由两名以上持有效执法证件的执法人员实施。")


@gate("COMP-04", cites="行政强制法 18", of_inputs=True)
def every_point_on_the_spot_was_kept(f: Holding) -> Reason | None:
    """Each point of 强制法 18 that is due has its time: certificate, party or witness, rights, hearing."""
    given = f.look.given_as(OnTheSpot)
    here = given.party_present
    points = (
        (given.shown_at is not None, "出示执法身份证件"),
        (given.notified_at is not None, "通知当事人到场"),
        (not here or given.told_at is not None, "当场告知理由、依据、权利和救济途径"),
        (not here or given.heard_at is not None, "听取当事人的陈述和申辩"),
        (here or bool(given.witness), "当事人不到场的，邀请见证人到场"),
    )
    missing = [words for done, words in points if not done]
    if not missing:
        return None
    return no(f"现场程序缺少：{'；'.join(missing)}。", "逐项完成并填写时间后再作出决定。")


@gate("AV-01", cites="行政处罚法 47", of_inputs=True)
def the_points_lie_between_arrival_and_now(f: Holding) -> Reason | None:
    """The certificate comes before the reasons, these before the hearing, and all between arrival and now."""
    given = f.look.given_as(OnTheSpot)
    names = ("started_at", "shown_at", "told_at", "heard_at", "handed_over_at")
    times = [at for at in (getattr(given, name) for name in names) if at is not None] + [f.look.at]
    notified = given.notified_at is None or given.notified_at <= f.look.at
    if times == sorted(times) and notified:
        return None
    return no("到场、出示证件、告知、听取、交付的时间先后不一致，或者晚于办理时间。", "核对各项时间。")


@gate("COMP-05", cites="行政强制法 23", of_inputs=True)
def only_what_belongs_to_the_case_is_taken(f: Holding) -> Reason | None:
    """Nothing foreign to the case, no necessities of life, nothing that another organ sealed up already."""
    wrong = [
        f"{t.name}（{why}）"
        for t in f.look.given_as(OnTheSpot).things
        for bad, why in (
            (not t.relation, "没有写明与本案的关系"),
            (t.necessity, "生活必需品"),
            (t.sealed_already, "已被其他国家机关查封"),
        )
        if bad
    ]
    if not wrong:
        return None
    return no(f"下列物品不得查封、扣押：{'、'.join(wrong)}。", "从清单中去除；确与本案有关的，写明关系。")


@gate("COMP-06", cites="行政强制法 24", of_inputs=True)
def decision_and_list_were_handed_over_at_once(f: Holding) -> Reason | None:
    """A party who is there gets decision and list on the spot; for one who is not, they are served."""
    given = f.look.given_as(OnTheSpot)
    if given.handed_over_at is not None or not given.party_present:
        return None
    return no("决定书和清单没有当场交付当事人。", "清单一式二份，当场清点、交付并填写交付时间。")
