"""Before anything goes public, and when it must come down (国办发〔2018〕118号; plan 1.1, 1.4).

PUB-02   penalties and permits within seven working days, others (PUB-03) within twenty; or a reason
PUB-04   what has social impact must be public
PUB-05   what was revoked is not shown, and comes down within three working days
PUB-06   collect, hand over, review, publish: nothing goes out without a reviewer who is not its author
PUB-08   who may exempt, and that it is done once
PUB-11   a correction is made by one person and passed by another
PUB-14   what is shown was served
JUR-09   an item that is shown is listed and in force
PERM-18  an applicant's secrets are opened only with consent or after time to object
RED-01   restricted matters do not go online
RED-04   nothing that identifies a minor
RED-05   nothing about a child under fourteen
RED-06   no leak, and one entity masked one way
PI-02    a natural person's penalty is public only for a recorded public interest
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from mingfa.bureau.catalogue.values import ItemView
from mingfa.bureau.disclosure.inputs import Examination, Exempting, Release, Revision, Subject, Withdrawal
from mingfa.bureau.disclosure.redaction.facts import Finding
from mingfa.bureau.disclosure.values import STATES, Disclosable, PublicationView
from mingfa.bureau.doorway.inputs import Inputs
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.law.time.terms import Term, term
from mingfa.bureau.people.actors import Actor

# In which states a step of the flow may be taken (plan 1.1.b).
OPEN_IN = {
    "disclosure.hand_over": ("collected",),
    "disclosure.review": ("handed_over",),
    "disclosure.publish": ("reviewed",),
    "disclosure.revise": ("published",),
    "disclosure.replace": ("revised",),
    "disclosure.withdraw": ("published", "revised"),
}
# Kept by what a notice can hold: what may never be public (信息公开条例 14) has no act that shows it, and
# what is in a case's file (16) has no field that could.
KEEPS = ("PUB-07", "PUB-09")
OF_EFFECT = {code: code for code in ("revoked", "changed", "unlawful", "void", "redo")}


@dataclass(frozen=True)
class Disclosing:
    """What the gates of disclosure may see; what is not chosen yet, or is of another kind, is None.

    `findings` are of the content under way, `said` of the public words typed with the act.
    """

    look: Look[Inputs]
    publication: PublicationView | None = None
    of: Disclosable | None = None
    item: ItemView | None = None
    term: Term | None = None
    served_on: date | None = None
    is_restricted: bool = False
    findings: tuple[Finding, ...] = field(default=())
    said: tuple[Finding, ...] = field(default=())

    @property
    def by(self) -> Actor:
        return self.look.by

    @property
    def today(self) -> date:
        return self.look.today


def workdays_after(start: date, end: date, calendar: Calendar) -> int:
    """Count the working days after `start` up to and with `end`; open days count as the week has them."""
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(calendar.is_workday(day) for day in days)


@gate("PUB-06", cites="方案 1.1.b", of_inputs=True)
def this_step_of_publication_is_next(f: Disclosing) -> Reason | None:
    """Collect, hand over, review, publish: each step has its turn."""
    state = f.publication.state if f.publication else ""
    if state in OPEN_IN[f.look.act]:
        return None
    return no(
        f"该公示目前处于“{STATES.get(state, '未采集')}”，不能办理此步骤。",
        "按采集、移交、审核、发布的顺序办理。",
    )


@gate("PUB-06", cites="方案 1.1.b", of_inputs=True)
def it_is_not_on_its_way_already(f: Disclosing) -> Reason | None:
    """A decision is collected once; again only what was returned, or withdrawn for an error in the notice."""
    p = f.publication
    if p is None or p.state == "collected" or (p.state == "withdrawn" and p.reason == "error"):
        return None
    return no(f"该决定的公示处于“{p.state_zh}”，不能重新采集。", "需要更正已公示内容的，办理公示更正。")


@gate("PUB-02", cites="方案 1.4.c", of_inputs=True)
def it_is_a_decision_for_the_public(f: Disclosing) -> Reason | None:
    """Decisions and results are shown; a transfer is none, and what was decided on the spot is counted."""
    if f.of is not None and f.of.for_the_public:
        return None
    return no(
        "所选的不是可以公示的行政执法决定（移送司法机关的案件没有行政处罚决定；当场处罚计入统计，不逐件公示）。",
        "不予公示。",
    )


@gate("PUB-05", cites="行政处罚法 48.2", of_inputs=True)
def the_decision_still_stands(f: Disclosing) -> Reason | None:
    """What was revoked, confirmed unlawful or void, or is to be made again is not shown."""
    if f.of is None or f.of.fall is None:
        return None
    return no("该决定已被撤销、变更、确认违法或者确认无效，不得公示。", "不再公示；已经公示的，办理撤下。")


@gate("RED-04", cites="未成年人保护法 103", of_inputs=True)
def the_party_is_no_minor(f: Disclosing) -> Reason | None:
    """Nothing is shown that could identify a minor."""
    age = _age(f)
    if age is None or age >= 18:
        return None
    return no("当事人违法时是未成年人，其案件信息不得公开。", "由负责人按“未成年人”情形办理不予公开。")


@gate("RED-05", cites="个人信息保护法 28.1", of_inputs=True)
def the_party_is_no_child(f: Disclosing) -> Reason | None:
    """Everything about a child under fourteen is sensitive: nothing of it leaves the bureau."""
    age = _age(f)
    if age is None or age >= 14:
        return None
    return no(
        "不满十四周岁未成年人的个人信息是敏感个人信息，不得公开。", "由负责人按“未成年人”情形办理不予公开。"
    )


def _age(f: Disclosing) -> int | None:
    return f.of.age if f.of else None


@gate("RED-01", cites="个人信息保护法 28", of_inputs=True)
def no_illness_becomes_public(f: Disclosing) -> Reason | None:
    """That somebody could not control the act tells of an illness, whatever name is masked."""
    if f.of is None or not f.of.tells_of_illness:
        return None
    return no(
        "决定涉及当事人的健康状况（精神病人、智力残疾人），属于敏感个人信息。",
        "由负责人按“个人隐私”情形办理不予公开。",
    )


@gate("RED-01", cites="信息公开条例 14", of_inputs=True)
def the_matter_is_not_restricted(f: Disclosing) -> Reason | None:
    """A matter marked as touching secrets, privacy or a minor is not put online."""
    if not f.is_restricted:
        return None
    return no(
        "案件已标记为限制查阅（涉及国家秘密、商业秘密、个人隐私或者未成年人）。",
        "由负责人审查后办理不予公开。",
    )


@gate("PI-02", cites="个人信息保护法 25", of_inputs=True)
def the_public_interest_is_recorded(f: Disclosing) -> Reason | None:
    """Masking is not enough: what concerns a natural person is shown only for a recorded public interest.

    A granted permit is public by the law itself (行政许可法 40).
    """
    party = f.of.party if f.of and f.of.kind != "permit" else None
    if party is None or party.kind == "unit" or len(f.look.given_as(Subject).public_interest) >= 5:
        return None
    return no(
        "公开自然人、个体工商户的执法信息，没有写明理由。",
        "写明具有一定社会影响或者涉及公共利益的理由；没有的，办理不予公开。",
    )


@gate("PERM-18", cites="行政许可法 5.2", of_inputs=True)
def the_applicants_secrets_are_not_opened_unasked(f: Disclosing) -> Reason | None:
    """What an applicant declared a trade secret is opened with consent, or after time to object."""
    if f.of is None or not f.of.has_secrets or len(f.look.given_as(Subject).consent) >= 5:
        return None
    return no(
        "申请人声明申请材料含有商业秘密，没有写明申请人同意公开或者异议期已满的情况。",
        "书面征求申请人意见，给予合理的异议期限；不同意公开的，隐去后公示，并写明处理情况。",
    )


@gate("PUB-06", cites="信息公开条例 17", of_inputs=True)
def the_reviewer_is_not_the_author(f: Disclosing) -> Reason | None:
    """Whoever collected or handed over a content does not review it (plan 1.1.a)."""
    p = f.publication
    if p is None or f.by.id not in (p.author, p.handed_by):
        return None
    return no("本人采集或者移交的公示内容，不得由本人审核。", "请其他公示管理员审核。")


@gate("PUB-11", cites="信息公开条例 41", of_inputs=True)
def the_correction_is_passed_by_another(f: Disclosing) -> Reason | None:
    """Whoever prepared a correction does not put it in place."""
    if f.publication is None or f.by.id != f.publication.author:
        return None
    return no("本人提出的更正，不得由本人审核发布。", "请其他公示管理员审核。")


@gate("PUB-06", cites="信息公开条例 17", of_inputs=True)
def somebody_else_reviewed_it(f: Disclosing) -> Reason | None:
    """Nothing goes out without the stamp of a reviewer who is not its author (plan 1.1.a)."""
    p = f.publication
    if p is not None and p.reviewer is not None and p.reviewer != p.author:
        return None
    return no("公示内容未经审核，或者由采集人自行审核。", "由采集人以外的公示管理员审核。")


@gate("RED-06", cites="行政处罚法 50", of_inputs=True)
def nothing_protected_can_be_read(f: Disclosing) -> Reason | None:
    """No name in clear, no number, address or account of a person stands in what the public reads."""
    sure = [
        *f.said,
        *(
            x
            for x in f.findings
            if not x.unsure
            and getattr(f.look.given_as(Examination, Release, Revision, Withdrawal), "passed", True)
        ),
    ]
    if not sure:
        return None
    return no(f"{'；'.join(map(str, sure))}。", "退回采集，在“另需隐去的内容”中补充后重新审核。")


@gate("PUB-14", cites="市监公示规定 7", of_inputs=True, warns=True)
def what_is_shown_was_served(f: Disclosing) -> Reason | None:
    """The party reads the decision before the public does."""
    if f.served_on is not None and f.served_on <= f.today:
        return None
    return no("决定书尚未送达当事人。", "先送达再公示；公示期限将满的，写明理由。")


@gate("PUB-02", cites="国办发〔2018〕118号 (6)", of_inputs=True, warns=True)
def it_is_published_in_time(f: Disclosing) -> Reason | None:
    """Seven working days for penalties and permits, twenty for others; lateness is recorded."""
    if f.term is None or f.today <= f.term.end:
        return None
    return no(f"应当在{f.term.end}前（自作出决定之日起{f.term.length}内）公示，已经超期。", "写明超期原因。")


@gate("PUB-05", cites="行政处罚法 48.2", of_inputs=True)
def the_ground_for_withdrawal_is_on_record(f: Disclosing) -> Reason | None:
    """Revoked, unlawful, void, to be made again, expired: what the public is told is what the record says."""
    code, p = f.look.given_as(Withdrawal).code, f.publication
    recorded = OF_EFFECT.get(f.of.fall.effect) if f.of and f.of.fall else None
    if code in OF_EFFECT.values() and code != recorded:
        return no(
            "没有与所选理由一致的撤销、变更、确认违法、确认无效或者责令重作的记录。",
            "先登记撤销决定或者复议、诉讼结果，再按其处理结果撤下。",
        )
    if code == "expired" and p is not None and not _has_ended(f, p):
        return no("公示期限尚未届满，事项也没有失效。", "核对公示截止日期。")
    return None


def _has_ended(f: Disclosing, p: PublicationView) -> bool:
    over = p.until is not None and f.today > p.until
    return over or (f.item is not None and not f.item.in_force(f.today))


@gate("PUB-05", cites="行政处罚法 48.2", of_inputs=True, warns=True)
def it_comes_down_in_three_working_days(f: Disclosing) -> Reason | None:
    """A notice of a decision that fell comes down within three working days; lateness is recorded."""
    if f.of is None or f.of.fall is None:
        return None
    end = term("PUB-05", f.of.fall.on, f.look.calendar).end
    if f.today <= end:
        return None
    return no(f"应当在{end}前撤下，已经超期。", "立即撤下并写明超期原因。")


@gate("PUB-04", cites="行政处罚法 48.1", of_inputs=True)
def what_has_social_impact_stays_public(f: Disclosing) -> Reason | None:
    """A penalty with social impact is public; secrets, minors or the law may stand against it."""
    strong = f.look.given_as(Exempting).reason in ("state_secret", "minor", "forbidden", "security")
    if strong or f.of is None or not f.of.has_impact:
        return None
    return no(
        "该决定涉及重大公共利益或者具有一定社会影响，应当依法公开。", "隐去依法不得公开的内容后予以公示。"
    )


@gate("PUB-08", cites="信息公开条例 15", of_inputs=True)
def it_is_not_public_yet(f: Disclosing) -> Reason | None:
    """What is already public, or exempt, is not exempted."""
    if f.publication is None or f.publication.is_open or f.publication.state == "withdrawn":
        return None
    return no(f"该决定的公示处于“{f.publication.state_zh}”，不能办理不予公开。", "已经公示的，依法办理撤下。")


@gate("JUR-09", cites="行政处罚法 39", of_inputs=True)
def the_item_shown_is_in_force(f: Disclosing) -> Reason | None:
    """Only an item that was listed and is in force is shown (行政处罚法 39)."""
    if f.item is not None and f.item.in_force(f.today):
        return None
    return no("该事项未列入权责清单，或者已经失效。", "从现行权责清单中选择。")
