"""Serving a paper (行政处罚法 61 with 民事诉讼法 87-95; plan 2.2.b).

QUAL-01  two certified officers serve
SERV-01  a decision is served within seven working days
SERV-02  a receipt, signed; what is served is a paper of this case
SERV-03  who may sign for the party
SERV-04  leaving a paper: the refusal and its ground are on the receipt
SERV-05  electronic service: only with a signed confirmation, once for the matter; the day of arrival counts
SERV-07  by mail: the day on the return receipt counts
SERV-08  through army, prison or correctional institution
SERV-09  public notice: the last resort; counts thirty days after publication
AV-05    leaving a paper: a witness, or photo or video
AV-03    leaving and public notice are recorded as the situation asks
AV-01    the days are in order
"""

from dataclasses import dataclass
from datetime import date

from mingfa.bureau.doorway.inputs import Inputs
from mingfa.bureau.doorway.look import CHINA, Look
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.law.time.terms import term
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.service.inputs import Delivery
from mingfa.bureau.service.values import RELATIONS, Announced, Confirmed, PaperView, Recipient

DECISIONS = frozenset({"penalty_decision", "no_penalty_decision"})
# Who may sign for a citizen (a sole trader is one) and for a unit, and whose refusal counts.
CITIZEN, UNIT = frozenset({"self", "family"}), frozenset({"representative", "mail_officer"})
IN_ITS_PLACE = frozenset({"agent", "designated"})
FORWARDING = frozenset({"army", "prison", "correction"})


@dataclass(frozen=True)
class Serving:
    """What the gates of a service may see; `paper` is None where none is chosen or there is none.

    `online`: the paper opens no reconsideration, or names the internet way to apply for it.
    """

    look: Look[Inputs]
    matter: int
    to: Recipient
    paper: PaperView | None
    servers: tuple[Actor, ...]
    online: bool = True
    confirmed: Confirmed | None = None
    announced: Announced | None = None

    @property
    def by(self) -> Actor:
        return self.look.by

    @property
    def today(self) -> date:
        return self.look.today

    @property
    def own(self) -> frozenset[str]:
        """Who, by 民事诉讼法 88, is as good as the party."""
        return UNIT if self.to.is_unit else CITIZEN


def done_on(given: Delivery, today: date) -> date | None:
    """Return the day it was handed over, arrived or was published; None where it is not given."""
    if given.method in ("mail", "forwarded"):
        return given.received_on
    if given.method == "electronic":
        return given.arrived_at.astimezone(CHINA).date() if given.arrived_at else None
    return given.published_on if given.method == "public_notice" else today


def counts_from(given: Delivery, today: date, calendar: Calendar) -> date | None:
    """Return the day of legal effect; None where no day is given."""
    day = done_on(given, today)
    if day is None or given.method != "public_notice":
        return day
    return term("SERV-09", day, calendar).end


@gate("SERV-02", cites="民事诉讼法 87", of_inputs=True)
def what_is_served_is_a_paper_of_this_case(f: Serving) -> Reason | None:
    """The paper exists, belongs to this case and is addressed to the party."""
    if f.paper is not None and f.paper.matter == f.matter and f.paper.outward:
        return None
    return no("所选文书不属于本事项，或者不是对外送达的文书。", "从本事项的对外文书中选择。")


@gate("QUAL-01", cites="行政处罚法 42", of_inputs=True)
def two_certified_officers_served_it(f: Serving) -> Reason | None:
    """At least two officers with valid certificates served it."""
    able = {o.id for o in f.servers if "officer" in o.roles and o.holds_certificate(f.today)}
    if len(able) >= 2 and able == set(f.look.given_as(Delivery).servers):
        return None
    return no(
        "送达人不足两名执法人员，或者所列人员没有有效执法证件。", "由两名以上持有效执法证件的执法人员送达。"
    )


@gate(
    "AV-01",
    cites="行政处罚法 47",
    of_inputs=True,
    cites_in={"permit": "方案 2.1.a", "inspection": "方案 2.1.a", "enforcement": "方案 2.1.a"},
)
def the_days_of_service_are_in_order(f: Serving) -> Reason | None:
    """A paper is served on or after the day it was made, and not in the future."""
    given = f.look.given_as(Delivery)
    day = done_on(given, f.today)
    made_on = f.paper.made_on if f.paper else f.today
    late = given.arrived_at is not None and given.arrived_at > f.look.now
    if (
        not late
        and (day is None or made_on <= day <= f.today)
        and all(a.on <= f.today for a in given.attempts)
    ):
        return None
    return no(
        f"送达日期早于文书制作日期（{made_on}），或者晚于今天。", "核对收件、到达、公告以及此前送达的日期。"
    )


@gate("SERV-02", cites="民事诉讼法 87", of_inputs=True)
def the_receipt_is_signed(f: Serving) -> Reason | None:
    """Whoever takes a paper in hand signs the receipt; the day of signing is the day of service."""
    given = f.look.given_as(Delivery)
    if given.method != "personal" or (given.signed and given.received_by):
        return None
    return no("送达回证没有收件人签名或者盖章。", "请收件人签收；拒绝接收的，改为留置送达。")


@gate("SERV-03", cites="民事诉讼法 88", of_inputs=True)
def whoever_took_or_refused_it_may_do_so(f: Serving) -> Reason | None:
    """The receiver is the party or somebody the law lets sign for it; only the party's own refusal counts."""
    given = f.look.given_as(Delivery)
    able = {"personal": f.own | IN_ITS_PLACE, "leave": f.own}.get(given.method)
    if able is None or given.relation in able:
        return None
    names = "；".join(zh for relation, zh in RELATIONS.items() if relation in able)
    act = "签收" if given.method == "personal" else "拒收"
    return no(
        f"收件人与受送达人的关系不符合法律规定，不能发生{act}的效力。", f"由下列人员之一{act}：{names}。"
    )


@gate("SERV-04", cites="民事诉讼法 89", of_inputs=True)
def the_refusal_is_on_the_receipt(f: Serving) -> Reason | None:
    """A paper is left only where it was refused, by whom and why."""
    given = f.look.given_as(Delivery)
    if given.method != "leave" or (given.refusal and given.received_by and not given.signed):
        return None
    return no(
        "留置送达没有记明拒收人和拒收事由，或者收件人已经签收。",
        "记明拒收人、拒收事由；已经签收的，改为直接送达。",
    )


@gate("AV-05", cites="民事诉讼法 89", of_inputs=True)
def leaving_it_was_witnessed_or_filmed(f: Serving) -> Reason | None:
    """A representative of the neighbourhood or workplace witnessed it, or photo or video shows it."""
    given = f.look.given_as(Delivery)
    if given.method != "leave" or given.witness or given.media:
        return None
    return no(
        "留置送达既没有见证人，也没有拍照、录像，不能视为送达。",
        "请有关基层组织或者所在单位的代表见证，或者上传记录送达过程的照片、录像。",
    )


@gate("SERV-07", cites="民事诉讼法 91", of_inputs=True)
def the_return_receipt_tells_the_day(f: Serving) -> Reason | None:
    """Served by mail counts from the day on the return receipt, not from posting."""
    given = f.look.given_as(Delivery)
    if given.method != "mail" or (given.mail_no and given.received_on):
        return None
    return no("邮寄送达没有邮寄单号或者回执上的收件日期。", "收到回执后，填写单号和回执上注明的收件日期。")


@gate(
    "SERV-05",
    cites="行政处罚法 61.2",
    of_inputs=True,
    cites_in={
        "permit": "民事诉讼法 90",
        "inspection": "民事诉讼法 90",
        "enforcement": "行政强制法 38、民事诉讼法 90",
    },
)
def the_party_agreed_to_electronic_service(f: Serving) -> Reason | None:
    """Electronic service stands on a signed confirmation and counts from arrival."""
    given = f.look.given_as(Delivery)
    agreed = given.confirmation or (f.confirmed is not None and f.confirmed.electronic)
    if given.method != "electronic" or (agreed and given.arrived_at):
        return None
    return no(
        "没有当事人签订的电子送达确认书，或者没有到达特定系统的时间。",
        "登记送达地址确认书或者上传确认书，并填写到达时间；当事人不同意的，改用其他方式送达。",
    )


@gate("SERV-08", cites="民事诉讼法 94", of_inputs=True)
def the_forwarding_body_had_it_signed(f: Serving) -> Reason | None:
    """Army, prison or correctional institution hand it on at once; the day the party signed counts."""
    given = f.look.given_as(Delivery)
    complete = given.relation in FORWARDING and given.received_by and given.received_on and given.signed
    if given.method != "forwarded" or complete:
        return None
    return no(
        "转交送达没有写明转交单位，或者没有受送达人的签收和日期。",
        "填写转交单位、收件人和签收日期，并取得签收。",
    )


@gate("SERV-09", cites="民事诉讼法 95", of_inputs=True)
def public_notice_is_the_last_resort(f: Serving) -> Reason | None:
    """A paper is published only where every other way failed; reason and course are on file."""
    given = f.look.given_as(Delivery)
    if given.method != "public_notice" or (given.published_on and given.reason and given.attempts):
        return None
    return no(
        "公告送达没有写明发出公告的日期、原因，或者没有此前送达的经过。",
        "先以其他方式送达；受送达人下落不明或者其他方式无法送达的，逐次写明日期、方式和结果。",
    )


@gate("SERV-01", cites="行政处罚法 61.1", of_inputs=True, warns=True)
def a_decision_is_served_in_time(f: Serving) -> Reason | None:
    """A decision is handed over at once, or served within seven working days."""
    day = done_on(f.look.given_as(Delivery), f.today)
    if f.paper is None or f.paper.kind not in DECISIONS or day is None:
        return None
    end = term("SERV-01", f.paper.made_on, f.look.calendar).end
    if day <= end:
        return None
    return no(f"决定书应当在{end}前送达，已经超期。", "写明超期送达的原因。")


@gate("AV-03", cites="方案 2.2.b", of_inputs=True, warns=True)
def leaving_and_publishing_were_recorded(f: Serving) -> Reason | None:
    """Leaving a paper and publishing it are recorded in sound and picture; without it there is a reason."""
    given = f.look.given_as(Delivery)
    # Left with neither witness nor media it does not count at all (AV-05): no reason helps there.
    open_to_reasons = given.method == "public_notice" or (given.method == "leave" and given.witness)
    if not open_to_reasons or given.media:
        return None
    return no(
        "留置送达、公告送达没有音像记录。", "上传送达过程（公告张贴、刊登）的照片或者录像；没有的，写明理由。"
    )
